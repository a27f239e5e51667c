import assert from 'node:assert/strict';
import { eventually, press, settled, started, visit } from './lib/browser.mjs';
import { choose, inOneLetter, untranslated } from './lib/language.mjs';
import { ROUTES, eachRoute } from './lib/routes.mjs';

export const name = 'every text passes through the translations, on every address and in every panel, and the programme’s own are marked as Vietnamese';

// What opens something, but for the many folds and cells of outline and matrix.
const OPENERS = 'summary, [popovertarget], [aria-haspopup], [aria-expanded="false"]:not([role=grid] *, [role=treegrid] *)';

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve({ bend: inOneLetter });
  const page = await t.page({ reducedMotion: 'reduce' });
  await page.goto(host.url);
  await choose(page, { seams: 'on' });
  await page.reload();
  await started(page);
  // The run can fail: the wordings are wrapped, and what is not is found.
  await eventually(() => page.locator('h1').innerText(), /^⟦.*⟧$/);
  await page.evaluate(() => document.querySelector('h1').insertAdjacentHTML('afterend', '<p id="planted" title="Lời gợi">Chữ lạ</p>'));
  assert.equal((await untranslated(page)).length, 2);
  await page.evaluate(() => document.getElementById('planted').remove());

  const found = new Map();
  let panels = 0;
  const look = async (where) => {
    for (const each of await untranslated(page)) if (!found.has(each)) found.set(each, where);
  };
  await eachRoute(page, host.url, async (route) => {
    await settled(page);
    await look(route.name);
    for (let at = 0; at < (await page.locator(OPENERS).count()); at += 1) {
      const opener = page.locator(OPENERS).nth(at);
      // One that went with what was open before it is none any more.
      if (!(await opener.isVisible()) || !(await opener.isEnabled({ timeout: 1_000 }).catch(() => false))) continue;
      await opener.click();
      panels += 1;
      await look(`${route.name}, opened`);
      await press(page, 'Escape');
      if (!page.url().endsWith(route.hash)) await visit(page, host.url + route.hash);
      await settled(page);
    }
  });
  assert.ok(panels > 40, `${panels} panels were opened`);
  // What lies over the pages: the palette with hits and without, the keys.
  await visit(page, `${host.url}#/programme`);
  await press(page, 'Control+k');
  for (const words of ['', 'chỉ', '>', 'zzz']) {
    await page.locator('.palette input').fill(words);
    await look(`palette “${words}”`);
  }
  await press(page, 'Escape');
  await page.locator('.outline-row').first().waitFor();
  await press(page, '?');
  await page.locator('.key-list').waitFor();
  await look('keys');
  await press(page, 'Escape');

  await choose(page, { language: 'en' });
  await page.reload();
  for (const route of ROUTES.filter((route) => !route.fresh)) {
    await visit(page, host.url + route.hash);
    await started(page);
    await page.locator('h1').first().waitFor();
    await settled(page);
    await look(`${route.name} in English`);
  }
  const told = [...found].map(([what, where]) => `${where}: ${what}`);
  assert.deepEqual(told, [], told.join('\n'));
}
