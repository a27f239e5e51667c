// A whole day of an officer with the keyboard alone, and all of it taken back.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openSample } from './lib/app.mjs';
import { eventually, press } from './lib/browser.mjs';
import { number, row as outlineRow } from './lib/outline.mjs';
import { differences, takenBack } from './lib/visible.mjs';

export const name = 'a whole day by keyboard alone; all of it undone, the programme is equal to the one before';

const LINES = 10;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const before = await file(page);

  await draft(page);
  await moveBranch(page);
  await recordFigures(page);
  await assign(page);
  await closeTask(page);
  await find(page);

  const after = await file(page);
  assert.ok(differences(before, after).length > 30, 'a day was worked');
  // Ten lines, two moves, twelve figures, three steps of theirs, five parts, a deadline, a closed task.
  assert.equal(await takenBack(page, before, file, () => press(page, 'Control+z')), 34, 'each step is taken back by itself');
  // And all of it is done again.
  const redo = page.getByRole('button', { name: 'Làm lại', exact: true }).first();
  while (await redo.isEnabled()) await press(page, 'Control+Shift+z');
  assert.deepEqual(differences(after, await file(page)), []);
}

/** The programme as a file, by the palette. */
async function file(page) {
  await page.locator('body').press('Control+k');
  await page.keyboard.type('tai sao luu');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  return readFile(await download.path(), 'utf8');
}

// A new line's own words, and nothing before or after them.
const own = (line) => new RegExp(`^\\s*Việc soạn trong ngày số ${line}$`);
const row = (page, text) => outlineRow(page, text).first();
const isFocused = (page, what) => page.waitForFunction((what) => document.activeElement?.matches(what), what);

/** Presses Tab, or Shift+Tab, until the focus is where it should be. */
async function tabTo(page, locator, { back = false, most = 80 } = {}) {
  await locator.first().waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < most; tabs += 1) {
    if (await locator.evaluateAll((all) => all.includes(document.activeElement))) return;
    await press(page, back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never reaches ${locator}`);
}

async function goTo(page, text, ready) {
  await press(page, 'Control+k');
  await page.keyboard.type(text);
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await press(page, 'Enter');
  await ready.first().waitFor();
}

/** Ten lines below task 2, four of them inside others. */
async function draft(page) {
  await press(page, 'g', 'c');
  await row(page, 'Nhiệm vụ trọng tâm').waitFor();
  await tabTo(page, page.locator('.outline-row'));
  await press(page, 'Home', 'ArrowDown', 'ArrowDown');
  await page.waitForFunction(() => document.activeElement.textContent.includes('Nâng chất lượng'));
  await press(page, 'F2', 'Enter');
  for (let line = 1; line <= LINES; line += 1) {
    await page.keyboard.type(`Việc soạn trong ngày số ${line}`);
    if (line === 2 || line === 7) await press(page, 'Tab');
    if (line === 4 || line === 9) await press(page, 'Shift+Tab');
    await press(page, line === LINES ? 'Shift+Enter' : 'Enter');
  }
  await row(page, own(LINES)).waitFor();
  await eventually(
    () => Promise.all([1, 2, 3, 4, 6, 7, 8, 9, 10].map((line) => number(page, own(line)))),
    ['3.', '3.1', '3.2', '4.', '6.', '6.1', '6.2', '7.', '8.'],
  );
}

/** The branch of line 6, with 7 and 8 inside, goes up above line 4. */
async function moveBranch(page) {
  await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  await page.waitForFunction(() => document.activeElement.textContent.includes('số 6'));
  await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp');
  await page.waitForFunction(() => document.activeElement.textContent.includes('số 6'));
  await eventually(() => Promise.all([6, 7, 4].map((line) => number(page, own(line)))), ['4.', '4.1', '5.']);
}

/** Twelve figures of one body, all submitted, eleven approved, one returned. */
async function recordFigures(page) {
  const grid = page.getByRole('grid').first();
  await goTo(page, 'tao viec lam moi', grid);
  const whose = page.getByRole('combobox', { name: 'Số liệu của' });
  await tabTo(page, whose);
  await page.keyboard.type('Sở N');
  await page.waitForURL(/body=/);
  await grid.waitFor();
  await tabTo(page, page.locator('[role=grid] [tabindex="0"]'));
  await press(page, 'Control+Home');
  for (let month = 1; month <= 12; month += 1) {
    await page.keyboard.type(String(1000 + month));
    await press(page, 'Enter');
  }
  await grid.getByText('1.012').first().waitFor();
  await eventually(() => grid.getByText(/^Nháp$/).count(), 12);
  const button = (text) => page.getByRole('button', { name: text, exact: true });
  const cell = page.locator('[role=grid] [tabindex="0"]');
  await press(page, 'Control+Home', 'Shift+Control+End');
  await tabTo(page, button('Trình phê duyệt 12 số liệu'), { back: true });
  await press(page, 'Enter');
  await grid.getByText(/^Chờ duyệt$/).nth(11).waitFor();
  await tabTo(page, button('Duyệt'));
  await press(page, 'Enter');
  await grid.getByText(/^Đã duyệt$/).nth(11).waitFor();
  await tabTo(page, cell);
  await press(page, 'Control+Home', 'ArrowDown');
  await tabTo(page, button('Trả lại'), { back: true });
  await press(page, 'Enter');
  await isFocused(page, 'input, textarea');
  await page.keyboard.type('Lệch với báo cáo quý');
  await press(page, 'Enter');
  await grid.getByText(/^Trả lại$/).first().waitFor();
}

/** Five bodies get a part in the new task. */
async function assign(page) {
  const matrix = page.getByRole('grid', { name: 'Bảng phân công' });
  // Letters are typed into the grid: it is left first.
  await press(page, 'Tab', 'g', 'p');
  await matrix.locator('tr[data-row]').first().waitFor();
  await tabTo(page, page.locator('.assignment-matrix [tabindex="0"]'));
  await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight');
  for (const key of ['c', 'p', 'p', 't', 'p']) await press(page, key, 'ArrowRight');
  const cells = matrix.locator('tr[data-row]').filter({ hasText: /số 1$/ }).or(matrix.locator('tr[data-row]').nth(2)).locator('.matrix-cell .visually-hidden');
  await eventually(async () => (await cells.allInnerTexts()).slice(0, 5), ['Chủ trì', 'Phối hợp', 'Phối hợp', 'Theo dõi', 'Phối hợp']);
}

/** A task is closed in the panel of the outline, with its deadline written there. */
async function closeTask(page) {
  await press(page, 'g', 'c');
  await row(page, 'Nhiệm vụ trọng tâm').waitFor();
  await press(page, '/');
  await page.keyboard.type('kien toan cap uy');
  await press(page, 'Enter');
  const panel = page.getByRole('complementary', { name: 'Mục I' });
  await panel.waitFor();
  await tabTo(page, panel.getByLabel('Thời hạn', { exact: true }));
  await press(page, 'Control+a');
  await page.keyboard.type('trước ngày 15/12');
  await tabTo(page, panel.getByRole('button', { name: 'Hoàn thành' }), { back: true });
  await press(page, 'Enter');
  await panel.locator('[aria-pressed=true]').getByText('Hoàn thành').waitFor();
}

/** Found without tone marks, with every branch folded. */
async function find(page) {
  await tabTo(page, page.locator('.outline-row'), { back: true });
  await press(page, 'Shift+ArrowLeft', '/', 'Control+a');
  await page.keyboard.type('uy ban');
  await page.locator('.outline mark').first().waitFor();
  await eventually(() => page.locator('.outline mark').allInnerTexts(), (found) => assert.ok(found.some((text) => text.toLowerCase() === 'ủy'), found.join()));
  await press(page, 'Escape');
}
