// A table of several indicators and periods from a spreadsheet; groups folded; figures of chosen rows moved on together.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';
import { pasteText } from './lib/grid.mjs';

export const name = 'a table of several indicators is pasted with a look at it first; groups fold; chosen figures are returned and approved';

const TABLE = [
  'Báo cáo tháng 10',
  'TT\tChỉ tiêu\tĐVT\tTháng 8\tTháng 10\tQuý IV\tGhi chú',
  'II\tVăn hóa - xã hội',
  '(9)\tTao viec lam moi\tlao động\t10.800\t12.100 ước\t\t',
  '(1)\tTốc độ tăng trưởng GRDP\t%\t\t\t8.15\t',
  '(1)\tTỷ trọng khu vực dịch vụ trong GRDP\t%\t\t64\t65,1\t',
  '\tCơ sở đảng thực hiện tốt Quy định 1374\t%\t\t\t88\t',
  '\tKhông có ở đây\t%\t1\t\t\t',
  '(8)\tThu ngân sách nhà nước\ttỷ đồng\t1\t\t\t',
].join('\r\n');

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators`);
  const rows = page.locator('.indicator-table tbody tr:not(.group-row)');
  await rows.first().waitFor();
  const body = page.locator('.paste-preview');

  // Ctrl+V on the list opens the preview: what fits, what does not and why. Nothing is written yet.
  await page.evaluate(() => document.activeElement.blur());
  await pasteText(page, TABLE);
  await body.waitFor();
  await eventually(() => page.url(), /mode=paste/);
  const status = body.getByRole('status');
  await status.getByText('2 ô của 2 chỉ tiêu sẽ được ghi.').waitFor();
  for (const part of ['1 ô giống số đã có.', '2 ô bị bỏ qua.', '2 dòng không khớp chỉ tiêu nào.', '1 ô chưa rõ']) {
    await eventually(() => status.innerText(), (summary) => assert.ok(summary.includes(part), summary));
  }
  await eventually(async () => (await body.getByRole('columnheader').allInnerTexts()).slice(2), ['Tháng 8/2025', 'Tháng 10/2025', 'Quý IV/2025']);
  const line = (name) => body.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await line('Tao viec lam moi').getByRole('link', { name: 'Tạo việc làm mới' }).waitFor();
  await line('Tỷ trọng khu vực').getByText('Chỉ tiêu này báo cáo theo quý.').waitFor();
  await line('Cơ sở đảng thực hiện').getByText('Các đơn vị báo cáo riêng; hãy nhập theo từng đơn vị.').waitFor();
  await line('Không có ở đây').getByText('Không có chỉ tiêu nào mang số hoặc tên này.').waitFor();
  await line('Thu ngân sách').getByText('Số này là của chỉ tiêu tên khác.').waitFor();
  await eventually(() => page.locator('#paste-accept').isDisabled(), true, 'a doubt is answered first');

  // By keyboard: the focus stands at the question, then at the button that writes.
  await page.waitForFunction(() => document.activeElement.closest('.paste-preview') !== null);
  await line('Tốc độ tăng trưởng').getByRole('button', { name: '8,15' }).focus();
  await press(page, 'Enter');
  await status.getByText('3 ô của 3 chỉ tiêu sẽ được ghi.').waitFor();
  await page.waitForFunction(() => document.activeElement.id === 'paste-accept');
  await press(page, 'Enter');
  await page.getByText('Đã ghi 3 ô của 3 chỉ tiêu').first().waitFor();
  await rows.first().waitFor();
  const grid = page.getByRole('grid').first();
  await visit(page, `${host.url}#/indicators/ftc1thcg01lm`);
  const october = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tháng 10', exact: true }) });
  await october.getByText('12.100').waitFor();
  // One step takes all of it back.
  await press(page, 'Control+z');
  await october.getByText('12.100').waitFor({ state: 'detached' });
  await visit(page, `${host.url}#/indicators`);
  await page.locator('body').getByText('8,15', { exact: true }).waitFor({ state: 'detached' });

  // By pointer: pasted into the field; Escape writes nothing.
  await page.getByRole('button', { name: 'Dán từ Excel' }).click();
  const field = page.getByRole('textbox', { name: 'Bảng chép từ Excel' });
  await field.fill('Tạo việc làm mới\t12.345');
  await status.getByText('Không thấy dòng tên kỳ: cột cuối được hiểu là kỳ này.').waitFor();
  await line('Tạo việc làm mới').getByText('trước: 11.100').waitFor();
  // A slip of the pen is marked, and asked about before it is written; the answer leads back to the table.
  await field.fill('Tạo việc làm mới\t45.678.000');
  await line('Tạo việc làm mới').getByText('Số này khác xa mục tiêu và mọi số khác của chỉ tiêu').waitFor();
  const question = body.getByRole('alert').filter({ hasText: 'Trong khối dán có số khác xa' });
  await page.locator('#paste-accept').focus();
  await press(page, 'Enter');
  await question.waitFor();
  await page.waitForFunction(() => document.activeElement.textContent === 'Sửa lại');
  await press(page, 'Enter');
  await question.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.id === 'paste-text');
  await page.locator('#paste-accept').click();
  await question.getByRole('button', { name: 'Vẫn ghi' }).click();
  await page.getByText('Đã ghi 1 ô của 1 chỉ tiêu').first().waitFor();
  await rows.first().waitFor();
  await page.getByRole('button', { name: 'Dán từ Excel' }).click();
  await field.fill('Tạo việc làm mới\t12.345');
  await line('Tạo việc làm mới').getByText('trước: 45.678.000').waitFor();
  await press(page, 'Escape');
  await rows.first().waitFor();
  await press(page, 'Control+z');
  await page.getByRole('button', { name: 'Dán từ Excel' }).click();
  await field.fill('Tạo việc làm mới\t12.345');
  await line('Tạo việc làm mới').getByText('trước: 11.100').waitFor();
  await press(page, 'Escape');
  await rows.first().waitFor();
  await eventually(() => page.url(), (url) => assert.doesNotMatch(url, /mode=/));

  // Groups fold by button and by key; the address keeps it, the counts stay.
  const group = page.getByRole('button', { name: '1.1. Kinh tế' });
  await eventually(() => group.getAttribute('aria-expanded'), 'true');
  const all = await rows.count();
  await group.focus();
  await press(page, 'Enter');
  await eventually(() => rows.count(), all - 8);
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-expanded') === 'false');
  await eventually(() => page.url(), /fold=/);
  await page.locator('.group-row').first().locator('.group-facts').getByText(/đạt và vượt/).waitFor();
  await page.reload();
  await rows.first().waitFor();
  await eventually(() => rows.count(), all - 8);
  await press(page, 'Shift+ArrowLeft');
  await eventually(() => rows.count(), 0);
  await press(page, 'Shift+ArrowRight');
  await eventually(() => rows.count(), all);
  await eventually(() => page.url(), (url) => assert.doesNotMatch(url, /fold=/));

  // Figures of chosen rows: this period's only, returned with a word, taken back, approved.
  await page.getByRole('combobox', { name: 'Lọc theo đơn vị' }).selectOption({ label: 'Sở Nội vụ' });
  await page.getByRole('button', { name: 'Sửa nhiều' }).click();
  await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang hiện' }).check();
  const count = async (button) => Number((await button.innerText()).match(/\d+$/)[0]);
  const giveBack = page.getByRole('button', { name: /^Trả lại số liệu chờ duyệt/ });
  const approve = page.getByRole('button', { name: /^Duyệt số liệu chờ duyệt/ });
  const submitted = await eventually(() => count(giveBack), (submitted) => assert.ok(submitted > 1));
  await page.getByRole('combobox', { name: 'Số liệu của kỳ nào' }).selectOption({ label: 'Số liệu mọi kỳ' });
  await eventually(() => count(giveBack), (all) => assert.ok(all > submitted));
  await page.getByRole('combobox', { name: 'Số liệu của kỳ nào' }).selectOption({ label: 'Số liệu kỳ này' });
  await eventually(() => count(giveBack), submitted);
  await giveBack.focus();
  await press(page, 'Enter');
  const remark = page.getByRole('textbox', { name: 'Trả lại để sửa gì?' });
  await page.waitForFunction(() => document.activeElement.id === 'bulk-remark');
  await remark.fill('Thiếu căn cứ');
  await press(page, 'Enter');
  await page.getByText(`Đã trả lại ${submitted} số liệu`).first().waitFor();
  await eventually(() => count(giveBack), 0);
  await page.getByRole('heading', { level: 1 }).click();
  await press(page, 'Control+z');
  await eventually(() => count(giveBack), submitted);
  await approve.click();
  await page.getByText(`Đã chuyển ${submitted} số liệu`).first().waitFor();
  await saved(page);
}
