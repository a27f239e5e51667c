import assert from 'node:assert/strict';
import { violations } from './lib/axe.mjs';
import { lasting, started } from './lib/browser.mjs';
import { eachView } from './lib/routes.mjs';

export const name = 'axe finds nothing on any route, light and dark, wide and narrow';

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve();
  const found = [];
  const prepare = async (page, url) => {
    await page.goto(url);
    await started(page);
  };
  await eachView(t.browser, host.url, prepare, async (page, { route, width, scheme }) => {
    for (const violation of await lasting(() => violations(page))) found.push(`${route.name} ${width} ${scheme}: ${violation}`);
  });
  assert.deepEqual(found, [], found.join('\n'));
}
