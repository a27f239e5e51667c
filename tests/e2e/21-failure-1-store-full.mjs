import assert from 'node:assert/strict';
import { eventually } from './lib/browser.mjs';
import { bar, begin, edit, exported, lines, points, reopen, state, stored, titles } from './lib/programme.mjs';

export const name = 'a store that is full: the state before stands, the bar offers export, and with room again all is saved';

export async function run(t) {
  await reallyFull(t);
  await byEachName(t);
}

async function reallyFull(t) {
  const host = await t.serve();
  const page = await t.page();
  await begin(page, host.url, 'Việc một', 'Việc hai');
  await state(page, 'saved');
  const thrown = await page.evaluate(() => {
    for (let size = 1 << 22, count = 0; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;; count += 1) localStorage.setItem(`filler${count}`, 'x'.repeat(size));
      } catch { /* a smaller piece may fit */ }
    }
    try {
      localStorage.setItem('y', '');
      localStorage.setItem('yy', 'yyyyyyyyyyyyyyyyyy');
    } catch (error) {
      return error.name;
    }
    return 'it had room';
  });
  assert.equal(thrown, 'QuotaExceededError');

  const long = `Việc một ${'dài '.repeat(3000)}`.trim();
  await edit(page, 'Việc một', long);
  await state(page, 'failed');
  await bar(page, 'Bộ nhớ trình duyệt đã đầy, 1 thay đổi chưa lưu. Tải sao lưu ngay.').waitFor();
  await edit(page, 'Việc hai', 'Việc hai, sửa khi đã đầy');
  await bar(page, '2 thay đổi chưa lưu').waitFor();

  // What was saved is whole: another tab reads it.
  const other = await page.context().newPage();
  await reopen(other, host.url);
  await eventually(() => lines(other), ['Việc một', 'Việc hai']);
  await other.close();
  // Before the older of the two states made room, a copy of everything was put aside.
  await eventually(() => points(page), (all) => assert.ok(all.some((point) => point.reason === 'full' && point.text.includes('dài dài'))));

  const file = await exported(page, bar(page, 'đã đầy').getByRole('button', { name: 'Tải sao lưu' }));
  assert.deepEqual(titles(file), ['Việc hai, sửa khi đã đầy', long]);

  await page.evaluate(() => Object.keys(localStorage).filter((key) => /^(filler|y)/.test(key)).forEach((key) => localStorage.removeItem(key)));
  await bar(page, 'đã đầy').getByRole('button', { name: 'Thử lại' }).click();
  await state(page, 'saved');
  await eventually(() => bar(page, 'đã đầy').count(), 0);
  await page.reload();
  await reopen(page, host.url);
  await eventually(() => lines(page), [long, 'Việc hai, sửa khi đã đầy']);
}

/** Chromium's, Safari's and Firefox's names for it, and the one of old WebKit. */
async function byEachName(t) {
  const host = await t.serve();
  const page = await t.page();
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function set(key, text) {
      if (window.refusal) throw new DOMException('no room', window.refusal);
      setItem.call(this, key, text);
    };
  });
  await begin(page, host.url, 'Bản 0');
  await state(page, 'saved');
  const names = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED', 'QUOTA_EXCEEDED_ERR'];
  for (const [index, refusal] of names.entries()) {
    const before = await stored(page);
    await page.evaluate((refusal) => { window.refusal = refusal; }, refusal);
    await edit(page, `Bản ${index}`, `Bản ${index + 1}`);
    await bar(page, 'Bộ nhớ trình duyệt đã đầy').waitFor();
    const after = await stored(page);
    const newest = (all) => Object.keys(all).filter((key) => /:m[01]$/.test(key)).sort((a, b) => number(all[b]) - number(all[a]))[0];
    assert.equal(after[newest(before)], before[newest(before)], `${refusal}: the newest state stands`);
    await page.evaluate(() => { window.refusal = undefined; });
    await bar(page, 'Bộ nhớ trình duyệt đã đầy').getByRole('button', { name: 'Thử lại' }).click();
    await state(page, 'saved');
  }
  await reopen(page, host.url);
  await eventually(() => lines(page), ['Bản 3']);
}

function number(manifest) {
  return Number(manifest.split('\n')[1].split('.')[0]);
}
