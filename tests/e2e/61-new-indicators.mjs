// From an empty browser to a verdict: indicators that no document brought along.

import assert from 'node:assert/strict';
import { saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, open, press, settled } from './lib/browser.mjs';
import { row as outlineRow, rows } from './lib/outline.mjs';

export const name = 'indicators made by hand: from the empty list and in the outline, targets of several kinds, a figure, a verdict; by keyboard alone, and by touch';

const SATISFIED = 'Tỷ lệ người dân hài lòng đạt từ 98% trở lên';

export async function run(t) {
  const host = await t.serve();
  await byKeyboard(await t.page(), host);
  await byTouch(await t.page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), host);
  await everyLine(await t.page(), host);
}

/** Presses Tab, or Shift+Tab, until the focus is where it should be. */
async function tabTo(page, locator, { back = false } = {}) {
  await locator.first().waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await locator.evaluateAll((all) => all.includes(document.activeElement))) return;
    await press(page, back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never reaches ${locator}`);
}

const isAt = (page, id) => page.waitForFunction((id) => document.activeElement?.id === id, id);

async function byKeyboard(page, host) {
  await open(page, host.url);
  await tabTo(page, page.getByRole('button', { name: 'Bắt đầu từ trang trắng' }));
  await press(page, 'Enter');
  const make = page.getByRole('button', { name: 'Tạo chương trình' });
  await tabTo(page, make);
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Mục đầu tiên' }).first().waitFor();

  // The list of indicators leads on from nothing.
  await press(page, 'g', 'i');
  await page.getByText('Chương trình chưa có chỉ tiêu đo được.').waitFor();
  assert.deepEqual(await violations(page), []);
  const add = page.getByRole('button', { name: 'Thêm chỉ tiêu' });
  await tabTo(page, add);
  await press(page, 'Enter');
  // Its name is typed at once, then the unit, then the target.
  await isAt(page, 'edit-name');
  await page.keyboard.type('Tỷ lệ hộ nghèo');
  await press(page, 'Tab');
  await isAt(page, 'edit-unit');
  await page.keyboard.type('%');
  await press(page, 'Tab');
  await isAt(page, 'edit-target-form');
  await press(page, 'Home', ...Array(5).fill('ArrowDown'));
  await eventually(() => page.locator('#edit-target-form option:checked').innerText(), 'Không quá (≤)');
  await tabTo(page, page.locator('#edit-target-first'));
  await page.keyboard.type('2');
  await press(page, 'Enter');
  await page.getByText('Đã ghi mục tiêu').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Tỷ lệ hộ nghèo' }).waitFor();
  assert.deepEqual(await violations(page), []);

  // A figure, and its verdict.
  const grid = page.getByRole('grid').first();
  await tabTo(page, grid.getByRole('gridcell').first());
  await page.keyboard.type('1,5');
  await press(page, 'Enter');
  await saved(page);

  // In the outline a line of the section of indicators is one; the indicator bears the name that was typed on its page.
  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Chương trình', exact: true }), { back: true });
  await press(page, 'Enter');
  const line = (text) => outlineRow(page, text).first();
  await line('Tỷ lệ hộ nghèo').waitFor();
  await eventually(() => line('Tỷ lệ hộ nghèo').innerText(), /không quá 2\s?%/);
  await tabTo(page, page.locator('.outline-row'));
  await press(page, 'Home');
  for (let steps = 0; steps < 20 && !(await page.evaluate(() => document.activeElement.textContent.includes('Tỷ lệ hộ nghèo'))); steps += 1) {
    await press(page, 'ArrowDown');
    await settled(page);
  }
  await press(page, 'F2', 'Enter');
  await page.keyboard.type(SATISFIED);
  await press(page, 'Enter');
  await page.keyboard.type('Ban hành kế hoạch chuyển đổi số');
  await press(page, 'Shift+Enter');
  await eventually(() => line('Ban hành kế hoạch').innerText(), /chưa có mục tiêu đo được/);
  await line(SATISFIED).getByText('chưa có mục tiêu đo được').waitFor();

  // What its words set as a target is proposed.
  await press(page, 'ArrowUp');
  const panel = page.getByRole('complementary');
  await panel.getByRole('heading', { name: 'Mục 2' }).waitFor();
  const measurable = panel.getByRole('button', { name: 'Thêm mục tiêu đo được' });
  await tabTo(page, measurable);
  await press(page, 'Enter');
  await isAt(page, 'edit-name');
  await page.getByText('Mục tiêu được đọc từ câu chữ').waitFor();
  await eventually(() => page.locator('#edit-name').inputValue(), SATISFIED);
  await eventually(() => page.locator('#edit-unit').inputValue(), '%');
  await eventually(() => page.locator('#edit-target-first').inputValue(), '98');
  await eventually(() => page.locator('#edit-target-form option:checked').innerText(), 'Từ … trở lên (≥)');

  // Something to be done: its figures become yes and no with it.
  await page.getByRole('link', { name: 'Xem trong chương trình' }).first().waitFor({ state: 'attached' });
  await tabTo(page, page.locator('a', { hasText: 'trong chương trình' }), { back: true });
  await press(page, 'Enter');
  await line('Ban hành kế hoạch').waitFor();
  await tabTo(page, page.locator('.outline-row[aria-selected=true]'));
  await press(page, 'ArrowDown');
  await panel.getByRole('heading', { name: 'Mục 3' }).waitFor();
  await tabTo(page, measurable);
  await press(page, 'Enter');
  await isAt(page, 'edit-name');
  await tabTo(page, page.locator('#edit-target-form'));
  await press(page, 'End', ...Array(4).fill('ArrowUp'));
  await eventually(() => page.locator('#edit-target-form option:checked').innerText(), 'Phải làm xong');
  await tabTo(page, page.getByRole('button', { name: 'Ghi mục tiêu' }));
  await press(page, 'Enter');
  await page.getByText('Đã ghi mục tiêu').waitFor();
  await eventually(() => page.locator('#edit-value-kind').inputValue(), 'yes-no');

  // Three in the list: one judged by its figure.
  await tabTo(page, page.locator('#edit-target-form'), { back: true });
  await page.locator('body').evaluate(() => document.activeElement.blur());
  await press(page, 'g', 'i');
  const table = page.getByRole('table');
  await eventually(() => table.locator('tbody .cell-name').allInnerTexts(), ['Tỷ lệ hộ nghèo', SATISFIED, 'Ban hành kế hoạch chuyển đổi số']);
  await eventually(() => table.locator('tbody tr').filter({ hasText: 'Tỷ lệ hộ nghèo' }).locator('.cell-verdict').innerText(), /Đạt|Vượt|Đúng tiến độ/);
  // All of it is taken back step by step.
  const undo = page.getByRole('button', { name: 'Hoàn tác', exact: true }).first();
  for (let steps = 0; await undo.isEnabled(); steps += 1) {
    assert.ok(steps < 30, 'it has an end');
    await press(page, 'Control+z');
  }
  await page.getByText('Chương trình chưa có chỉ tiêu đo được.').waitFor();
}

async function byTouch(page, host) {
  await open(page, host.url);
  await page.getByRole('button', { name: 'Bắt đầu từ trang trắng' }).tap();
  await page.getByRole('button', { name: 'Tạo chương trình' }).tap();
  await page.getByRole('button', { name: 'Mục đầu tiên' }).nth(1).tap();
  await page.getByRole('treegrid').getByRole('textbox').fill(SATISFIED);
  await press(page, 'Shift+Enter');
  await outlineRow(page, SATISFIED).getByText('chưa có mục tiêu đo được').waitFor();
  await rows(page).filter({ hasText: '1 dòng chưa có mục tiêu đo được' }).waitFor();
  // The list offers the lines that nothing measures yet.
  await page.goto(`${host.url}#/indicators`);
  await page.getByRole('button', { name: SATISFIED }).tap();
  await isAt(page, 'edit-name');
  await eventually(() => page.locator('#edit-target-first').inputValue(), '98');
  assert.deepEqual(await violations(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is beside the screen');
  await saved(page);

  // What holds other tasks is done by those: both pages count the same ones.
  await page.goto(`${host.url}#/programme`);
  await page.getByRole('button', { name: 'Mục đầu tiên' }).first().tap();
  const writing = page.getByRole('treegrid').getByRole('textbox');
  await writing.fill('Rà soát vị trí việc làm');
  await press(page, 'Enter', 'Tab');
  await writing.fill('Khảo sát');
  await press(page, 'Enter');
  await writing.fill('Báo cáo');
  await press(page, 'Shift+Enter');
  await rows(page).filter({ hasText: '2 nhiệm vụ' }).waitFor();
  await page.goto(`${host.url}#/assignments`);
  await page.getByText('2 đầu việc giao 0 đơn vị.').waitFor();
  await page.getByRole('link', { name: '2 việc chưa có chủ trì.' }).waitFor();
}

/** Whatever a line of the section is, its row says what the panel offers and what the section counts. */
async function everyLine(page, host) {
  await open(page, host.url);
  await page.getByRole('button', { name: 'Bắt đầu từ trang trắng' }).click();
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
  await page.getByRole('button', { name: 'Mục đầu tiên' }).nth(1).click();
  const field = page.getByRole('treegrid').getByRole('textbox');
  await field.fill('Tỷ lệ hài lòng');
  await press(page, 'Shift+Enter');
  await outlineRow(page, 'Tỷ lệ hài lòng').click();
  await page.getByRole('button', { name: 'Thêm mục con' }).click();
  await field.fill('Riêng khu vực nông thôn');
  await press(page, 'Shift+Enter');
  await outlineRow(page, 'Riêng khu vực nông thôn').getByText('chưa có mục tiêu đo được').waitFor();
  await rows(page).filter({ hasText: '1 dòng chưa có mục tiêu đo được' }).waitFor();
  await outlineRow(page, 'Riêng khu vực nông thôn').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Thêm mục tiêu đo được' }).waitFor();
}
