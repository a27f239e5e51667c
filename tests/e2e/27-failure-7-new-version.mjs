import assert from 'node:assert/strict';
import { eventually, offlineReady, settled } from './lib/browser.mjs';
import { laterVersion } from './lib/altered.mjs';
import { bar, begin, edit, enter, exported, field, line, lines, points, reopen, state, stored, titles, type } from './lib/programme.mjs';

export const name = 'an old and a new version open together: the old one stops writing and says so, the new one goes on';

export async function run(t) {
  await newerLayout(t);
  await updateElsewhere(t);
}

/** A later version has written a layout that this one does not know. */
async function newerLayout(t) {
  const host = await t.serve();
  const page = await t.page();
  await begin(page, host.url, 'Việc một');
  await state(page, 'saved');
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.endsWith(':m0'));
    localStorage.setItem(key, 'tiendo-storage 2\nwhatever comes then');
  });
  const before = await stored(page);
  await edit(page, 'Việc một', 'Sửa bằng bản cũ');
  await state(page, 'read-only');
  const says = bar(page, 'phiên bản mới');
  await says.waitFor();
  assert.deepEqual(await stored(page), before, 'nothing was written');
  // What was entered is not lost: it can be saved as a file, and a copy was put aside.
  await eventually(async () => titles(await exported(page, says.getByRole('button', { name: 'Tải sao lưu' }))), ['Sửa bằng bản cũ']);
  await eventually(() => points(page), (all) => assert.ok(all.some((point) => point.reason === 'before-update' && point.text.includes('Sửa bằng bản cũ'))));
}

/** Another tab starts the new version, while this one has just been edited. */
async function updateElsewhere(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const [old, other] = [await profile.newPage(), await profile.newPage()];
  await begin(old, host.url, 'Việc một', 'Việc hai');
  await state(old, 'saved');
  await offlineReady(old);
  await reopen(other, host.url);
  await state(other, 'read-only');

  host.folder = await laterVersion(t.dist, 'Bản sau');
  await other.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const offer = bar(other, 'Có phiên bản mới.');
  await offer.waitFor();
  await type(old, 'Việc một', 'Lời cuối của bản cũ');
  await enter(old);
  await Promise.all([
    other.waitForEvent('load'),
    offer.getByRole('button', { name: 'Cập nhật' }).click(),
  ]);
  await bar(old, 'Tải lại trang này để sửa tiếp.').waitFor();
  await line(old, 'Lời cuối của bản cũ').click();
  await settled(old);
  assert.equal(await field(old).count(), 0, 'the old version edits no more');

  // The new version has the edit and may write, though the old tab is still open.
  await line(other, 'Lời cuối của bản cũ').waitFor();
  await state(other, 'saved');
  await edit(other, 'Việc hai', 'Việc hai, bản mới');
  await state(other, 'saved');
  await other.close();
  await bar(old, 'Tải lại trang này để sửa tiếp.').getByRole('button', { name: 'Tải lại' }).click();
  await line(old, 'Việc hai, bản mới').waitFor();
  await eventually(() => lines(old), ['Lời cuối của bản cũ', 'Việc hai, bản mới']);
  await state(old, 'saved');
}
