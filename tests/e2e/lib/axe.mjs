// axe-core in a page.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page as it stands, a text each. */
export function violations(page) {
  return found(page, { type: 'tag', values: TAGS });
}

/** Words that stand out less than 7 : 1 (4.5 where they are large). */
export function contrastFaults(page) {
  return found(page, { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] });
}

async function found(page, runOnly) {
  await page.evaluate(await source);
  const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), runOnly);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.target.join(' ')).slice(0, 5).join('\n    ')}`);
}
