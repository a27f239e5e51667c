import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { started } from './lib/browser.mjs';
import { eachView } from './lib/routes.mjs';

export const name = 'axe finds nothing on any route, light and dark, wide and narrow';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function run(t) {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const host = await t.serve();
  const found = [];
  const prepare = async (page, url) => {
    await page.goto(url);
    await started(page);
  };
  await eachView(t.browser, host.url, prepare, async (page, { route, width, scheme }) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
    for (const { id, help, nodes } of violations) {
      found.push(`${route.name} ${width} ${scheme}: ${id}: ${help}\n    ${nodes.map((node) => node.target.join(' ')).slice(0, 5).join('\n    ')}`);
    }
  });
  assert.deepEqual(found, [], found.join('\n'));
}
