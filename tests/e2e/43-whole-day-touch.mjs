// The same day with a finger at 390 px: taps and typing, nothing else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openSample, saved } from './lib/app.mjs';
import { started } from './lib/browser.mjs';
import { number, row as outlineRow } from './lib/outline.mjs';
import { differences, visible } from './lib/visible.mjs';

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
  await saved(page);
  await page.reload();
  await started(page);
  const undo = page.getByRole('button', { name: 'Hoàn tác', exact: true }).first();
  let steps = 0;
  for (; await undo.isEnabled(); steps += 1) {
    assert.ok(steps < 150, 'the day has an end');
    await undo.tap();
  }
  // Ten lines, four of them moved in, two moves, a deadline, a closed task, twelve figures approved one by one, one sent
  // back, five parts.
  assert.equal(steps, 48, 'each step is taken back by itself');
  const end = await file(page);
  assert.deepEqual(differences(before, end), []);
  assert.deepEqual(visible(end), visible(before));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, 'nothing hangs over');
}

/** The programme as a file, by the menu. */
async function file(page) {
  await page.getByRole('button', { name: 'Mở điều hướng' }).tap();
  await page.getByRole('link', { name: 'Nhập, xuất tệp' }).tap();
  const button = page.getByRole('button', { name: 'Tải tệp' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.tap()]);
  return readFile(await download.path(), 'utf8');
}

/** A page by its tab at the foot. */
const tab = (page, text) => page.locator('.bottom-nav').getByRole('link', { name: text }).tap();
// A new line's own words, and nothing before or after them.
const own = (line) => new RegExp(`^\\s*Việc soạn trong ngày số ${line}$`);
const row = (page, text) => outlineRow(page, text).first();

/** Ten lines below task 2; lines 2, 3 and 7, 8 go inside the one before them. */
async function draft(page) {
  await tab(page, 'Chương trình');
  await row(page, 'Nâng chất lượng').waitFor();
  await row(page, 'Nâng chất lượng').locator('.row-text').tap();
  await row(page, 'Nâng chất lượng').getByRole('button', { name: 'Thêm mục', exact: true }).tap();
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
    await written.locator('.row-number').tap();
    await written.getByRole('button', { name: 'Thụt vào' }).tap();
  }
  assert.deepEqual(
    await Promise.all([1, 2, 3, 4, 6, 7, 8, 9, 10].map((line) => number(page, own(line)))),
    ['3.', '3.1', '3.2', '4.', '6.', '6.1', '6.2', '7.', '8.'],
  );
}

/** The branch of line 6, with 7 and 8 inside, goes up above line 4. */
async function moveBranch(page) {
  const branch = row(page, own(6));
  await branch.locator('.row-text').tap();
  for (let step = 0; step < 2; step += 1) await branch.getByRole('button', { name: 'Chuyển lên' }).tap();
  assert.deepEqual(await Promise.all([6, 7, 4].map((line) => number(page, own(line)))), ['4.', '4.1', '5.']);
}

/** A task is closed in the sheet from the bottom, with its deadline written there. */
async function closeTask(page) {
  await row(page, 'Kiện toàn cấp ủy').locator('.row-number').tap();
  const panel = page.getByRole('complementary', { name: 'Mục I' });
  const deadline = panel.getByLabel('Thời hạn', { exact: true });
  await deadline.tap();
  await deadline.fill('trước ngày 15/12');
  await panel.getByRole('button', { name: 'Hoàn thành' }).tap();
  await panel.locator('[aria-pressed=true]').getByText('Hoàn thành').waitFor();
  await panel.getByRole('button', { name: 'Đóng' }).tap();
}

/** Found without tone marks, with every branch folded. */
async function find(page) {
  const fold = page.getByRole('button', { name: 'Thu gọn tất cả' });
  await fold.tap();
  const search = page.getByRole('searchbox', { name: 'Tìm' });
  await search.tap();
  await page.keyboard.type('uy ban');
  await page.locator('.outline mark').first().waitFor();
  const found = await page.locator('.outline mark').allInnerTexts();
  assert.ok(found.some((text) => text.toLowerCase() === 'ủy'), found.join());
}

/** Twelve figures of one body, all sent and approved, one returned. */
async function recordFigures(page) {
  await tab(page, 'Chỉ tiêu');
  const search = page.getByRole('searchbox').first();
  await search.tap();
  await page.keyboard.type('tao viec lam moi');
  await page.getByRole('link', { name: 'Tạo việc làm mới' }).first().tap();
  const grid = page.getByRole('grid').first();
  await grid.waitFor();
  const whose = page.getByRole('combobox', { name: 'Số liệu của' });
  await whose.selectOption({ label: 'Sở Nội vụ' });
  await page.waitForURL(/body=/);
  const cell = (period) => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) }).getByRole('gridcell').first();
  for (let month = 1; month <= 12; month += 1) {
    // The first touch selects, the second opens the field.
    await cell(`Tháng ${month}`).tap();
    await cell(`Tháng ${month}`).tap();
    await grid.getByRole('textbox').waitFor();
    await page.keyboard.type(String(1000 + month));
    await page.keyboard.press('Enter');
    await cell(`Tháng ${month}`).getByText(`1.0${String(month).padStart(2, '0')}`).waitFor();
  }
  const button = (text) => page.getByRole('button', { name: text, exact: true });
  for (let month = 1; month <= 12; month += 1) {
    await cell(`Tháng ${month}`).tap();
    await button('Duyệt').tap();
  }
  // What was done last can be undone by its toast; the toasts of the steps before are gone, and hide nothing.
  assert.equal(await page.locator('.toast').filter({ hasText: 'Hoàn tác' }).count(), 1);
  await cell('Tháng 2').tap();
  await button('Trả lại').tap();
  await page.getByRole('textbox', { name: 'Trả lại để sửa gì?' }).fill('Lệch với báo cáo quý');
  await page.keyboard.press('Enter');
  await page.locator('.is-returned').getByText('Lệch với báo cáo quý').waitFor();
}

/** Five bodies get a part in the new task: the first leads, the others support. */
async function assign(page) {
  await tab(page, 'Phân công');
  const matrix = page.getByRole('grid', { name: 'Bảng phân công' });
  const task = matrix.locator('tr[data-row]').filter({ hasText: /số 1(?!\d)/ }).first();
  await task.getByRole('rowheader').tap();
  const panel = page.getByRole('complementary', { name: 'Mục I.3' });
  for (const [at, body] of ['Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính', 'Sở Xây dựng', 'Công an Thành phố'].entries()) {
    await panel.getByLabel('Thêm đơn vị').selectOption({ label: body });
    await panel.getByRole('listitem').nth(at).waitFor();
  }
  assert.match(await panel.locator('.part-list li').first().locator('select').inputValue(), /0/);
  await panel.getByRole('button', { name: 'Đóng' }).tap();
  await task.locator('[data-body="Sở Y tế"]').filter({ hasText: 'Phối hợp' }).waitFor();
}
