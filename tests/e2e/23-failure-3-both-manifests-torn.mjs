import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { eventually, open } from './lib/browser.mjs';
import { add, bench, begin, exported, go, lines, points, reopen, state, stored, titles } from './lib/programme.mjs';

export const name = 'both manifests torn: the raw texts can be taken, what is readable is recovered elsewhere, and the damaged place stays untouched';

export async function run(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const first = await profile.newPage();
  await begin(first, host.url, 'Việc một', 'Việc hai');
  await state(first, 'saved');
  await first.close();

  const desk = await bench(profile, host.url);
  await desk.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((key) => /:m[01]$/.test(key))) localStorage.setItem(key, `${localStorage.getItem(key).slice(0, 50)}\u0000`);
  });
  const place = Object.entries(await stored(desk)).filter(([key]) => key.split(':').length === 4);
  assert.ok(place.length > 6);
  const untouched = async () => {
    const all = await stored(desk);
    for (const [key, text] of place) assert.equal(all[key], text, `${key} is as it was`);
  };

  const page = await profile.newPage();
  await open(page, host.url);
  await page.getByText('Dữ liệu đã lưu bị hỏng.').waitFor();
  const [raw] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải dữ liệu thô' }).click()]);
  const text = await readFile(await raw.path(), 'utf8');
  for (const [key, value] of place) assert.ok(text.includes(`${key}\n${value}`), `${key} is in the raw file`);

  // The restore ring is at hand beside it.
  await eventually(() => points(page), (all) => assert.ok(all.length > 0));
  await go(page, 'data');
  await page.getByRole('button', { name: 'Mở thành chương trình riêng' }).first().waitFor();

  await go(page, 'library');
  await page.getByRole('button', { name: 'Cứu những gì đọc được' }).click();
  await page.locator('.outline-row').first().waitFor();
  await eventually(() => lines(page), ['Việc một', 'Việc hai']);
  await add(page, 'Việc ba');
  await state(page, 'saved');
  await untouched();
  await reopen(page, `${host.url}?`);
  await eventually(() => lines(page), ['Việc một', 'Việc hai', 'Việc ba']);
  await eventually(async () => titles(await exported(page)), ['Việc ba', 'Việc hai', 'Việc một']);
  await untouched();
}
