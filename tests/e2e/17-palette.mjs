import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, press, settled, visit } from './lib/browser.mjs';

export const name = 'the palette finds, goes and does without tone marks; ? lists the keys; single letters can be switched off';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const palette = page.getByRole('dialog', { name: 'Tìm hoặc ra lệnh' });
  const gone = () => page.locator('dialog.palette').waitFor({ state: 'detached' });
  const box = palette.getByRole('combobox');
  const options = palette.getByRole('option');
  const hash = () => page.evaluate(() => location.hash);

  // Found without marks, chosen by arrows, opened by Enter.
  await press(page, 'Control+k');
  await box.waitFor();
  await eventually(() => box.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.type('viec lam');
  const found = options.filter({ hasText: /việc làm/i });
  await found.first().waitFor();
  await found.first().locator('mark').first().waitFor();
  await eventually(() => violations(page), []);
  await press(page, 'ArrowDown', 'ArrowUp');
  await eventually(() => options.first().getAttribute('aria-selected'), 'true');
  await eventually(() => box.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'));
  await press(page, 'Enter');
  await gone();
  // Its page comes when the focus has been given back.
  await eventually(hash, /^#\/indicators\/./);

  // What can be done with the first indicator that is found; how a task stands at its end.
  await press(page, 'Control+k');
  await page.keyboard.type('viec lam moi');
  await palette.getByText('Lệnh cho “Tạo việc làm mới”').waitFor();
  await options.filter({ hasText: 'Vì sao chậm?' }).click();
  await gone();
  await eventually(() => page.evaluate(() => document.activeElement.id), 'why-title');
  await press(page, 'Control+k');
  await page.keyboard.type('khac phuc han che');
  await options.filter({ hasText: 'quá hạn 6 ngày' }).waitFor();
  await press(page, 'Escape');
  await gone();

  // Beside an indicator: whose it is, its course, where it stands; its verdict is said to who does not see the mark. A direction has its number.
  await press(page, 'Control+k');
  await page.keyboard.type('viec lam moi');
  await options.first().filter({ hasText: /1\.2\(9\)a, Sở Nội vụ, chậm/ }).waitFor();
  await options.first().locator('svg.sparkline').waitFor();
  await box.fill('tai nan');
  await options.filter({ hasText: /kéo giảm <\u202f\d/ }).first().waitFor();
  // Tab goes on from an indicator to what can be done with it; a reminder for its body is copied.
  await press(page, 'ArrowDown', 'Tab');
  await palette.getByText('Lệnh cho “Số người chết do tai nạn giao thông”').waitFor();
  const chosen = palette.locator('[aria-selected=true]');
  await eventually(() => chosen.innerText(), /^Nhập số liệu\s+E$/);
  await eventually(() => box.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  await eventually(() => violations(page), []);
  await box.fill('viec lam moi');
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await options.filter({ hasText: 'Chép lời nhắc gửi Sở Nội vụ' }).click();
  await gone();
  await page.getByText('Đã chép lời nhắc').waitFor();
  assert.match(await page.evaluate(() => window.copied), /^Sở Nội vụ: Tạo việc làm mới, chậm \(đến \d+\/\d+\/\d{4}\)\. ./);

  // The name of a command comes before what merely has a word that begins so.
  await press(page, 'Control+k');
  await page.keyboard.type('in');
  await options.filter({ hasText: 'PAR-Index' }).first().waitFor();
  await eventually(() => options.first().innerText(), /^In trang này/);
  await press(page, 'Escape');
  await gone();

  // Only commands after `>`; one is done.
  await press(page, 'Control+k');
  await page.keyboard.type('>giao dien');
  await eventually(() => options.count(), 1);
  await press(page, 'Enter');
  await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });

  // A slip of the finger: the nearest word is offered, and found.
  await press(page, 'Control+k');
  await page.keyboard.type('nhiemm');
  await palette.getByRole('status').filter({ hasText: 'Không tìm thấy “nhiemm”' }).waitFor();
  await eventually(() => options.count(), 1);
  await press(page, 'Enter');
  await options.nth(1).waitFor();
  await press(page, 'Escape');
  await gone();

  // By pointer, and closed by a press beside it.
  await page.getByRole('button', { name: 'Tìm hoặc ra lệnh' }).click();
  await box.fill('cai dat');
  await options.filter({ hasText: 'Cài đặt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cài đặt' }).waitFor();
  await press(page, 'Control+k');
  await box.waitFor();
  await page.mouse.click(5, 5);
  await gone();
  // The focus is where it was.
  const trigger = page.getByRole('button', { name: 'Tìm hoặc ra lệnh' });
  await trigger.focus();
  await press(page, 'Control+k');
  await box.waitFor();
  await press(page, 'Control+k');
  await gone();
  await eventually(() => trigger.evaluate((element) => element === document.activeElement), true);

  // Opened again at once after Esc, before the browser has told that it is closed.
  await page.evaluate(() => {
    window.untold = (event) => event.stopImmediatePropagation();
    addEventListener('close', window.untold, true);
  });
  await press(page, 'Control+k');
  await box.waitFor();
  await press(page, 'Escape', 'Control+k');
  await box.waitFor();
  await page.keyboard.type('cai dat');
  await options.filter({ hasText: 'Cài đặt' }).waitFor();
  await press(page, 'Escape');
  await gone();
  await page.evaluate(() => removeEventListener('close', window.untold, true));
  await eventually(() => trigger.evaluate((element) => element === document.activeElement), true);

  // The browser's way back leads to another page beneath what stands open over it: that one has the focus then.
  for (const key of ['Control+k', '?']) {
    await visit(page, `${host.url}#/indicators`);
    await press(page, key);
    await page.locator('dialog[open]').waitFor();
    await page.goBack();
    await page.locator('h1').getByText('Cài đặt').waitFor();
    if (key !== '?') {
      await page.keyboard.type('tong quan');
      await eventually(() => box.inputValue(), 'tong quan');
    }
    await press(page, 'Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await eventually(() => page.evaluate(() => document.activeElement.id), 'content');
  }

  // Two letters go to a page; `?` lists the keys.
  await press(page, 'g', 'i');
  await page.getByRole('heading', { level: 1, name: 'Chỉ tiêu' }).waitFor();
  await press(page, '?');
  const list = page.getByRole('dialog', { name: 'Phím tắt' });
  await list.getByText('Mục sau, mục trước').waitFor();
  await eventually(() => violations(page), []);
  await press(page, 'Escape');
  await list.waitFor({ state: 'detached' });

  // Switched off, letters do nothing; the palette still opens.
  await visit(page, `${host.url}#/settings`);
  await page.getByRole('group', { name: 'Phím tắt một chữ' }).getByRole('button', { name: 'Không' }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await press(page, 'g', 'c', '?');
  await settled(page);
  assert.equal(await hash(), '#/settings');
  assert.equal(await list.count(), 0);
  await press(page, 'Control+k');
  await box.waitFor();
}
