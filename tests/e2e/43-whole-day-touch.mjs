// The same day with a finger at 390 px: taps and typing, nothing else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openSample } from './lib/app.mjs';
import { eventually } from './lib/browser.mjs';
import { number, row as outlineRow } from './lib/outline.mjs';
import { tap } from './lib/touch.mjs';
import { differences, takenBack } from './lib/visible.mjs';

export const name = 'a whole day by touch at 390 px; all of it undone, the programme is equal to the one before';

const LINES = 10;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openSample(page, host.url);
  const before = await file(page);

  await draft(page);
  await moveBranch(page);
  await closeTask(page);
  await find(page);
  await recordFigures(page);
  await assign(page);

  const after = await file(page);
  assert.ok(differences(before, after).length > 30, 'a day was worked');
  // Ten lines, four of them moved in, two moves, a deadline, a closed task, twelve figures approved one by one, one sent
  // back, five parts.
  assert.equal(await takenBack(page, before, file, tap), 48, 'each step is taken back by itself');
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth), (wide) => assert.ok(wide <= 390, `nothing hangs over: ${wide}`));
}

/** The programme as a file, by the menu. */
async function file(page) {
  await tap(page.getByRole('button', { name: 'Mở điều hướng' }));
  await tap(page.getByRole('link', { name: 'Nhập, xuất tệp' }));
  const button = page.getByRole('button', { name: 'Tải tệp' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), tap(button)]);
  return readFile(await download.path(), 'utf8');
}

/** A page by its tab at the foot. */
const tab = (page, text) => tap(page.locator('.bottom-nav').getByRole('link', { name: text }));
// A new line's own words, and nothing before or after them.
const own = (line) => new RegExp(`^\\s*Việc soạn trong ngày số ${line}$`);
const row = (page, text) => outlineRow(page, text).first();

/** Ten lines below task 2; lines 2, 3 and 7, 8 go inside the one before them. */
async function draft(page) {
  await tab(page, 'Chương trình');
  await row(page, 'Nâng chất lượng').waitFor();
  await tap(row(page, 'Nâng chất lượng').locator('.row-text'));
  await tap(row(page, 'Nâng chất lượng').getByRole('button', { name: 'Thêm mục', exact: true }));
  const writing = page.getByRole('textbox', { name: 'Mục mới' });
  for (let line = 1; line <= LINES; line += 1) {
    await writing.waitFor();
    await page.keyboard.type(`Việc soạn trong ngày số ${line}`);
    // The key that ends a line opens the next one; an empty one ends the writing.
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await row(page, own(10)).waitFor();
  for (const line of [2, 3, 7, 8]) {
    const written = row(page, own(line));
    await tap(written.locator('.row-number'));
    await tap(written.getByRole('button', { name: 'Thụt vào' }));
  }
  await eventually(
    () => Promise.all([1, 2, 3, 4, 6, 7, 8, 9, 10].map((line) => number(page, own(line)))),
    ['3.', '3.1', '3.2', '4.', '6.', '6.1', '6.2', '7.', '8.'],
  );
}

/** The branch of line 6, with 7 and 8 inside, goes up above line 4. */
async function moveBranch(page) {
  const branch = row(page, own(6));
  await tap(branch.locator('.row-text'));
  for (let step = 0; step < 2; step += 1) await tap(branch.getByRole('button', { name: 'Chuyển lên' }));
  await eventually(() => Promise.all([6, 7, 4].map((line) => number(page, own(line)))), ['4.', '4.1', '5.']);
}

/** A task is closed in the sheet from the bottom, with its deadline written there. */
async function closeTask(page) {
  await tap(row(page, 'Kiện toàn cấp ủy').locator('.row-number'));
  const panel = page.getByRole('complementary', { name: 'Mục I' });
  // The panel of the line before stays for a moment.
  await eventually(() => panel.getByLabel('Tên mục').inputValue(), /^Kiện toàn cấp ủy/);
  const deadline = panel.getByLabel('Thời hạn', { exact: true });
  await tap(deadline);
  await deadline.fill('trước ngày 15/12');
  await tap(panel.getByRole('button', { name: 'Hoàn thành' }));
  await panel.locator('[aria-pressed=true]').getByText('Hoàn thành').waitFor();
  await tap(panel.getByRole('button', { name: 'Đóng' }));
}

/** Found without tone marks, with every branch folded. */
async function find(page) {
  const fold = page.getByRole('button', { name: 'Thu gọn tất cả' });
  await tap(fold);
  const search = page.getByRole('searchbox', { name: 'Tìm' });
  await tap(search);
  await page.keyboard.type('uy ban');
  await page.locator('.outline mark').first().waitFor();
  await eventually(() => page.locator('.outline mark').allInnerTexts(), (found) => assert.ok(found.some((text) => text.toLowerCase() === 'ủy'), found.join()));
}

/** Twelve figures of one body, all sent and approved, one returned. */
async function recordFigures(page) {
  await tab(page, 'Chỉ tiêu');
  const search = page.getByRole('searchbox').first();
  await tap(search);
  await page.keyboard.type('tao viec lam moi');
  await tap(page.getByRole('link', { name: 'Tạo việc làm mới' }).first());
  const grid = page.getByRole('grid').first();
  await grid.waitFor();
  const whose = page.getByRole('combobox', { name: 'Số liệu của' });
  await whose.selectOption({ label: 'Sở Nội vụ' });
  await page.waitForURL(/body=/);
  const cell = (period) => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) }).getByRole('gridcell').first();
  for (let month = 1; month <= 12; month += 1) {
    // The first touch selects, the second opens the field.
    await tap(cell(`Tháng ${month}`));
    await tap(cell(`Tháng ${month}`));
    await grid.getByRole('textbox').waitFor();
    await page.keyboard.type(String(1000 + month));
    await page.keyboard.press('Enter');
    await cell(`Tháng ${month}`).getByText(`1.0${String(month).padStart(2, '0')}`).waitFor();
  }
  const button = (text) => page.getByRole('button', { name: text, exact: true });
  for (let month = 1; month <= 12; month += 1) {
    await tap(cell(`Tháng ${month}`));
    await tap(button('Duyệt'));
  }
  // What was done last can be undone by its toast; the toasts of the steps before are gone, and hide nothing.
  await eventually(() => page.locator('.toast').filter({ hasText: 'Hoàn tác' }).count(), 1);
  await tap(cell('Tháng 2'));
  await tap(button('Trả lại'));
  await page.getByRole('textbox', { name: 'Trả lại để sửa gì?' }).fill('Lệch với báo cáo quý');
  await page.keyboard.press('Enter');
  await page.locator('.is-returned').getByText('Lệch với báo cáo quý').waitFor();
}

/** Five bodies get a part in the new task: the first leads, the others support. */
async function assign(page) {
  await tab(page, 'Phân công');
  const matrix = page.getByRole('grid', { name: 'Bảng phân công' });
  const task = matrix.locator('tr[data-row]').filter({ hasText: /số 1(?!\d)/ }).first();
  await tap(task.getByRole('rowheader'));
  const panel = page.getByRole('complementary', { name: 'Mục I.3' });
  for (const [at, body] of ['Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính', 'Sở Xây dựng', 'Công an Thành phố'].entries()) {
    await panel.getByLabel('Thêm đơn vị').selectOption({ label: body });
    await panel.getByRole('listitem').nth(at).waitFor();
  }
  await eventually(() => panel.locator('.part-list li').first().locator('select').inputValue(), /0/);
  await tap(panel.getByRole('button', { name: 'Đóng' }));
  await task.locator('[data-body="Sở Y tế"]').filter({ hasText: 'Phối hợp' }).waitFor();
}
