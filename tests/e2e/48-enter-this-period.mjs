// This period's figures of all indicators, down one column: by keyboard alone, then by pointer; what is returned is found.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';
import { pasteText } from './lib/grid.mjs';

export const name = 'this period is entered down the list: typed, asked, pasted, undone by cell and by block, returned with a word';

const RESEARCH = 'Chi đầu tư xã hội cho khoa học, công nghệ';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators`);
  await page.locator('.indicator-table tbody tr').first().waitFor();
  const grid = page.getByRole('grid', { name: 'Nhập số liệu kỳ này' });
  const row = (name) => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  const figure = (name) => row(name).locator('[data-at$=".2"]');
  const focused = () => page.evaluate(() => document.activeElement.closest('tr')?.querySelector('th')?.innerText.replace(/\s+/g, ' ') ?? document.activeElement.tagName);
  const shows = (locator, text) => locator.filter({ hasText: text }).waitFor();
  const progress = page.locator('.entering').getByRole('status').first();

  // By keyboard. N opens the page at the first figure that is missing; each row says its period.
  await press(page, 'n');
  await grid.waitFor();
  await eventually(() => page.url(), /#\/indicators\?mode=enter$/);
  await shows(progress, 'Còn 3/52 ô chưa nhập. 8 chỉ tiêu chưa đến kỳ.');
  await page.waitForFunction(() => document.activeElement.matches('[role=gridcell]'));
  await eventually(focused, new RegExp(RESEARCH));
  await shows(row(RESEARCH), '6 tháng đầu năm');
  await shows(row('Tạo việc làm mới'), 'Tháng 9');
  await shows(row('Tốc độ tăng trưởng GRDP'), 'Quý III');

  // Typed: one step, judged at once, and on to the next row. An ambiguous number is asked about.
  await page.keyboard.type('1,2');
  await press(page, 'Enter');
  await shows(figure(RESEARCH), '1,2');
  await shows(progress, 'Còn 2/52');
  await shows(row('1.1. Kinh tế'), 'đủ 7');
  await row(RESEARCH).getByText('Quá hạn báo cáo').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.closest('tr')?.innerText.includes('năng suất lao động'));
  await press(page, 'ArrowUp');
  await page.keyboard.type('11.45');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('11.45 chưa rõ.').waitFor();
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter');
  await shows(figure(RESEARCH), '11,45');
  // Three decimals of a measure that has fewer may be thousands; what is far less than all others, or below zero, is asked about too.
  const crimes = 'Tội phạm về trật tự xã hội';
  await figure(crimes).click();
  await page.keyboard.type('1,130');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('1,130 chưa rõ.').waitFor();
  for (const typed of ['11', '-1130']) {
    await press(page, 'Escape');
    await figure(crimes).click();
    await page.keyboard.type(typed);
    await press(page, 'Enter');
    await page.getByRole('alert').getByText('Số này khác xa mục tiêu').waitFor();
  }
  await press(page, 'Escape');
  await shows(figure(crimes), '1.120');
  await figure('Tốc độ tăng năng suất lao động xã hội').click();
  await press(page, 'Control+z');
  await shows(figure(RESEARCH), '1,2');
  await press(page, 'Control+z');
  await shows(progress, 'Còn 3/52');
  await eventually(async () => (await figure(RESEARCH).innerText()).trim(), '');

  // A column from a spreadsheet fills the cells below, after a look at it, in one step.
  const before = await grid.locator('[data-at$=".2"]').allInnerTexts();
  const at = await grid.locator('[data-at$=".2"]').evaluateAll((cells) => cells.findIndex((cell) => cell.tabIndex === 0));
  await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp');
  await pasteText(page, '3.991\n32,7\n1,3 ước\n');
  await page.getByText('Sẽ điền 3 ô.').waitFor();
  await press(page, 'Enter');
  await page.getByText('Đã dán 3 ô').first().waitFor();
  const after = await grid.locator('[data-at$=".2"]').allInnerTexts();
  assert.ok(after.filter((text, index) => text !== before[index]).length <= 3, 'no other cell changes');
  await shows(progress, at >= 0 ? /Còn [23]\/52/ : 'Còn');
  await press(page, 'Control+z');
  await eventually(() => grid.locator('[data-at$=".2"]').allInnerTexts(), before);

  // A rate takes both its counts in one cell; Escape leads back to the row in the list, E to its cell again.
  await press(page, 'Escape');
  await page.locator('.indicator-table').waitFor();
  await page.waitForFunction(() => document.activeElement.matches('.cell-name a'));
  await eventually(() => page.url(), (url) => assert.doesNotMatch(url, /mode=/));
  await press(page, 'j');
  const chosen = await page.evaluate(() => document.activeElement.innerText);
  await page.locator('.table-foot').getByText(/60 chỉ tiêu, đang chọn/).waitFor();
  await press(page, 'e');
  await grid.waitFor();
  await page.waitForFunction((name) => document.activeElement.closest('tr')?.innerText.includes(name), chosen);
  await press(page, 'Escape');
  await page.waitForFunction((name) => document.activeElement.innerText === name, chosen);
  await press(page, 'v');
  await page.waitForFunction(() => document.activeElement.id === 'why-title');
  await page.getByRole('heading', { level: 1, name: chosen }).waitFor();

  // The reasons lead to the thresholds, in the form of the measure.
  await page.getByRole('link', { name: 'Sửa ngưỡng' }).click();
  await page.getByRole('group', { name: 'Ngưỡng của chương trình' }).waitFor();
  await page.waitForFunction(() => ['edit-rules', 'edit-target-second'].includes(document.activeElement.id));

  // By pointer: only what is missing; a filled row stays until the page is opened again.
  await visit(page, `${host.url}#/indicators`);
  await page.getByRole('button', { name: /^Nhập số liệu kỳ này/ }).click();
  await page.getByRole('button', { name: 'Chỉ ô chưa nhập' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.entering [data-at$=".2"]').length === 3);
  await eventually(() => page.url(), /due=missing/);
  await figure(RESEARCH).dblclick();
  await page.keyboard.type('1,25~');
  await row(RESEARCH).getByRole('gridcell').first().click();
  await shows(figure(RESEARCH), /1,25\s*ước/);
  await eventually(() => grid.locator('[data-at$=".2"]').count(), 3);
  await saved(page);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.entering [data-at$=".2"]').length === 2);
  await page.getByRole('button', { name: 'Chỉ ô chưa nhập' }).click();
  await shows(figure(RESEARCH), /1,25\s*ước/);

  // Submitted, approved; an approved figure changes only with a reason.
  await figure(RESEARCH).click();
  // All that was entered is submitted, wherever the cursor is; nothing has left the machine, and the way to send it is at hand.
  const submit = page.getByRole('button', { name: /^Trình phê duyệt/ });
  const empty = await grid.locator('[data-at$=".2"]').evaluateAll((cells) => cells.find((cell) => !cell.innerText.trim()).dataset.at);
  await grid.locator(`[data-at="${empty}"]`).click();
  await page.keyboard.type('5,5');
  await press(page, 'Enter');
  await shows(submit, '2 số liệu');
  await submit.click();
  await shows(row(RESEARCH), 'Chờ duyệt');
  await eventually(() => submit.isDisabled(), true);
  const toast = page.locator('.toast').filter({ hasText: '2 số liệu chờ duyệt trên máy này, chưa gửi đi đâu.' });
  const [sent] = await Promise.all([page.waitForEvent('download'), toast.getByRole('button', { name: 'Xuất tệp gửi' }).click()]);
  assert.match(sent.suggestedFilename(), /^gui-lai_.*_\d{4}-\d\d-\d\d-\d{4}\.tiendo\.json$/);
  await figure(RESEARCH).click();
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await shows(row(RESEARCH), 'Đã duyệt');
  await figure(RESEARCH).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1,3');
  await press(page, 'Enter');
  await page.getByRole('textbox', { name: 'Vì sao sửa số đã duyệt?' }).fill('Cập nhật số chính thức');
  await press(page, 'Enter');
  await shows(figure(RESEARCH), '1,3');

  // Returned with a word: it stands under the row, and on the page of the body that must mend it.
  await figure('Tạo việc làm mới').click();
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await page.getByRole('textbox', { name: 'Trả lại để sửa gì?' }).fill('Lệch với báo cáo quý');
  await press(page, 'Enter');
  await page.locator('.entering .is-returned').getByText('Lệch với báo cáo quý').waitFor();
  await visit(page, `${host.url}#/assignments?view=bodies`);
  await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).first().click();
  const owed = page.getByRole('listitem').filter({ hasText: 'Tạo việc làm mới' }).first();
  await owed.getByText('Lệch với báo cáo quý').waitFor();
  await owed.getByRole('link', { name: /Nhập số liệu/ }).click();
  await page.locator('.is-returned').getByText('Lệch với báo cáo quý').waitFor();

  // A search that finds nothing does not say that nothing is due; the way out stays in the column.
  await visit(page, `${host.url}#/indicators?due=missing&mode=enter&q=zzz`);
  await page.getByText('Không chỉ tiêu nào khớp “zzz”').waitFor();
  await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click();
  await grid.waitFor();
  await eventually(() => page.url(), /#\/indicators\?mode=enter$/);
}
