import assert from 'node:assert/strict';
import { eventually } from './lib/browser.mjs';
import { bar, begin, edit, exported, lines, reopen, state, titles } from './lib/programme.mjs';

export const name = 'a store that is blocked or keeps nothing: work goes on in memory, a bar says so, export works, leaving is asked about';

const WAYS = {
  blocked: () => {
    const refuse = { get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'indexedDB', refuse);
  },
  swallowing: () => {
    Storage.prototype.setItem = () => {};
  },
  none: () => {
    Object.defineProperty(window, 'localStorage', { get: () => null });
  },
};

export async function run(t) {
  const host = await t.serve();
  for (const [way, script] of Object.entries(WAYS)) {
    const page = await t.page();
    await page.addInitScript(script);
    await begin(page, host.url, 'Việc một', 'Việc hai');
    await state(page, 'memory');
    const says = bar(page, 'Trình duyệt không cho lưu. Bạn vẫn làm việc được; tải sao lưu trước khi đóng trang.');
    await says.waitFor();
    await edit(page, 'Việc một', 'Việc một, sửa');
    await page.waitForTimeout(400);
    assert.ok(await says.isVisible(), `${way}: the bar stays`);

    await eventually(() => asks(page), true, `${way}: the browser asks before it is lost`);
    const file = await exported(page, says.getByRole('button', { name: 'Tải sao lưu' }));
    assert.deepEqual(titles(file), ['Việc hai', 'Việc một, sửa'], way);
    await eventually(() => asks(page), false, `${way}: it is in a file now`);
  }
  await blockedLater(t, host);
}

/** Blocked while the programme is open, and allowed again. */
async function blockedLater(t, host) {
  const page = await t.page();
  await begin(page, host.url, 'Việc một');
  await state(page, 'saved');
  await page.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('denied', 'SecurityError'); };
  });
  await edit(page, 'Việc một', 'Sửa khi bị chặn');
  await state(page, 'failed');
  const says = bar(page, 'Trình duyệt không cho lưu');
  await eventually(async () => titles(await exported(page, says.getByRole('button', { name: 'Tải sao lưu' }))), ['Sửa khi bị chặn']);
  await page.evaluate(() => { Storage.prototype.setItem = window.setItem; });
  await says.getByRole('button', { name: 'Thử lại' }).click();
  await state(page, 'saved');
  await reopen(page, `${host.url}?`);
  await eventually(() => lines(page), ['Sửa khi bị chặn']);
}

/** Whether the page would have the browser ask before it is left. */
function asks(page) {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}
