import assert from 'node:assert/strict';
import { eventually, settled } from './lib/browser.mjs';
import { bench, begin, edit, lines, reopen, state, stored } from './lib/programme.mjs';

export const name = 'nothing is written before the stored programme is on the screen, nor by leaving the page while it loads';

export async function run(t) {
  const host = await t.serve();
  const profile = await t.profile({ serviceWorkers: 'block' });
  const first = await profile.newPage();
  await begin(first, host.url, 'Việc một', 'Việc hai');
  await state(first, 'saved');
  await first.close();
  const desk = await bench(profile, host.url);
  const before = await stored(desk);

  // Left at several moments of the load.
  for (const moment of [0, 60, 150, 300, 500, 800]) {
    const page = await profile.newPage();
    await page.goto(host.url, { waitUntil: 'commit' });
    await new Promise((resolve) => setTimeout(resolve, moment));
    await page.goto('about:blank');
    await page.close();
    assert.deepEqual(await stored(desk), before, `left after ${moment} ms`);
  }

  const page = await profile.newPage();
  await page.addInitScript(() => {
    window.writes = [];
    for (const method of ['setItem', 'removeItem', 'clear']) {
      const original = Storage.prototype[method];
      Storage.prototype[method] = function traced(...words) {
        window.writes.push([method, words[0], document.querySelector('.outline-row') !== null]);
        return original.apply(this, words);
      };
    }
  });
  await reopen(page, host.url);
  const ours = () => page.evaluate(() => window.writes.filter(([, key]) => key !== 'tiendo-probe'));
  await settled(page);
  assert.deepEqual(await ours(), [], 'opening writes nothing but the trial of the store');
  assert.deepEqual(await stored(page), before);
  await edit(page, 'Việc một', 'Việc đầu');
  await state(page, 'saved');
  const writes = await ours();
  assert.ok(writes.length >= 2 && writes.every(([, , isDrawn]) => isDrawn), JSON.stringify(writes));
  await reopen(page, `${host.url}?`);
  await eventually(() => lines(page), ['Việc đầu', 'Việc hai']);
}
