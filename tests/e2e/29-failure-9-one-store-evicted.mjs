import assert from 'node:assert/strict';
import { eventually, open } from './lib/browser.mjs';
import { add, bench, begin, copied, edit, exported, lines, points, reopen, state, stored, titles } from './lib/programme.mjs';

export const name = 'one of the two stores is gone: the programme is offered from the other, not a fresh start; without restore points work goes on';

export async function run(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const first = await profile.newPage();
  await begin(first, host.url, 'Việc một', 'Việc hai');
  await edit(first, 'Việc hai', 'Việc hai, sửa');
  await state(first, 'saved');
  // The person goes to another window: the copy follows what was saved.
  await copied(first, 'Việc hai, sửa');
  await first.close();

  const desk = await bench(profile, host.url);
  await desk.evaluate(() => localStorage.clear());
  const page = await profile.newPage();
  await open(page, host.url);
  const offer = page.getByRole('alert').filter({ hasText: 'Khôi phục từ bản sao gần nhất?' });
  await offer.waitFor();
  assert.deepEqual(Object.keys(await stored(desk)).filter((key) => key.split(':').length === 4), [], 'nothing new was begun');
  await offer.getByRole('button', { name: 'Khôi phục' }).click();
  await page.locator('.outline-row').first().waitFor();
  await state(page, 'saved');
  await eventually(() => lines(page), ['Việc một', 'Việc hai, sửa']);
  await add(page, 'Việc ba');
  await state(page, 'saved');
  await page.close();

  // The other way round.
  await desk.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('tiendo:/:');
    request.onsuccess = resolve;
    request.onerror = reject;
  }));
  const last = await profile.newPage();
  await reopen(last, host.url);
  await eventually(() => lines(last), ['Việc một', 'Việc hai, sửa', 'Việc ba']);
  await edit(last, 'Việc ba', 'Việc ba, sửa');
  await state(last, 'saved');
  await eventually(async () => titles(await exported(last)), ['Việc ba, sửa', 'Việc hai, sửa', 'Việc một']);
  await eventually(() => points(last), (all) => assert.ok(all.length > 0, 'copies are made again'));
}
