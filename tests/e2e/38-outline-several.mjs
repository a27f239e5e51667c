import assert from 'node:assert/strict';
import { eventually, press, settled } from './lib/browser.mjs';
import { saved } from './lib/app.mjs';
import { openOutline } from './lib/outline.mjs';

export const name = 'several lines at once, find and replace, moving by drag, folding all';

export async function run(t) {
  const { page, outline, rows, row } = await openOutline(t);
  const titles = (from, to) => outline.locator('.row-text').allInnerTexts().then((all) => all.slice(from, to));
  const selected = outline.locator('[aria-selected=true]');
  const before = await titles(0, 200);
  const total = await rows.count();
  const undo = () => page.keyboard.press('Control+z');

  // Three lines by Shift and the arrows: down together, into the line before, deleted, each one step back.
  await rows.nth(2).locator('.row-number').click();
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await eventually(() => selected.count(), 3);
  await outline.getByText('3 dòng').waitFor();
  await press(page, 'Alt+ArrowDown');
  await eventually(() => titles(1, 6), [before[1], before[5], before[2], before[3], before[4]]);
  await eventually(() => selected.count(), 3);
  await press(page, 'Alt+Shift+ArrowRight');
  await eventually(() => outline.locator('[data-level="3"][aria-selected=true]').count(), 3);
  // The rows are drawn anew, and the focus follows.
  await focusIsOnRow(page);
  await press(page, 'Delete');
  await page.getByText('Đã xóa 3 dòng').waitFor();
  await eventually(() => rows.count(), total - 3);
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually(() => rows.count(), total);
  await rows.nth(1).locator('.row-number').click();
  await undo();
  await undo();
  await eventually(() => titles(0, 200), before);

  // With the pointer: Ctrl takes one in and out, Shift takes a stretch; two are duplicated in one step.
  await rows.nth(2).locator('.row-number').click();
  await rows.nth(4).locator('.row-text').click({ modifiers: ['Control'] });
  await rows.nth(5).locator('.row-text').click({ modifiers: ['Control'] });
  await rows.nth(5).locator('.row-text').click({ modifiers: ['Control'] });
  await eventually(() => selected.count(), 2);
  await outline.getByRole('button', { name: 'Nhân đôi' }).click();
  await eventually(() => rows.count(), total + 2);
  await undo();
  await eventually(() => rows.count(), total);
  await rows.nth(2).locator('.row-number').click();
  await rows.nth(6).locator('.row-text').click({ modifiers: ['Shift'] });
  await eventually(() => selected.count(), 5);
  await press(page, 'Escape');
  await eventually(() => selected.count(), 1);

  // Dragged below another line, and into one; Esc leaves it where it was.
  const drag = async (from, to, share) => {
    // The panel comes and goes 50 ms after a line is marked, and the lines find their places beside it.
    let last;
    await eventually(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = JSON.stringify(await Promise.all([from, to].map((at) => rows.nth(at).boundingBox())));
      const isStill = now === last;
      last = now;
      return isStill;
    }, true);
    const one = await rows.nth(from).locator('.row-number').boundingBox();
    const other = await rows.nth(to).boundingBox();
    await page.mouse.move(one.x + one.width / 2, one.y + one.height / 2);
    await page.mouse.down();
    await page.mouse.move(one.x + 30, one.y + 30, { steps: 3 });
    await page.mouse.move(other.x + 200, other.y + other.height * share, { steps: 5 });
    await page.locator('.drop-line').waitFor();
  };
  await drag(1, 3, 0.9);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await settled(page);
  await eventually(() => titles(0, 200), before);
  // The panel goes too, and the lines find their new places.
  await page.locator('.inspector').waitFor({ state: 'detached' });
  await drag(1, 3, 0.9);
  await page.mouse.up();
  await eventually(() => titles(1, 5), [before[2], before[3], before[1], before[4]]);
  await drag(2, 1, 0.5);
  await page.mouse.up();
  await eventually(() => rows.nth(2).getAttribute('aria-level'), '3');
  await eventually(async () => (await rows.nth(2).locator('.row-number').innerText()).trim(), '1.1');
  await undo();
  await undo();
  await eventually(() => titles(0, 200), before);

  // Replace one, then all: found without marks, told with a count, one step back.
  const search = page.getByRole('searchbox', { name: 'Tìm' });
  await search.fill('thuc hien');
  const found = Number.parseInt(await eventually(() => page.locator('output').first().innerText(), /^([2-9]|\d\d+) /), 10);
  await page.getByRole('button', { name: 'Thay thế' }).click();
  await page.getByText(/^[1-9]\d* chỗ có cả cụm từ/).waitFor();
  await page.getByRole('textbox', { name: 'Thay bằng' }).fill('triển khai');
  await page.getByRole('button', { name: 'Thay tất cả' }).click();
  await page.getByText(/^Đã thay \d+ chỗ/).waitFor();
  await search.fill('trien khai');
  // A capital stays one.
  await eventually(() => outline.locator('mark').allInnerTexts(), (words) => assert.ok(words.includes('Triển'), words.join()));
  await page.locator('.toast').last().getByRole('button', { name: 'Hoàn tác' }).click();
  await search.fill('thuc hien');
  await page.getByText(`${found} mục khớp`).waitFor();
  const by = page.getByRole('textbox', { name: 'Thay bằng' });
  await by.fill('triển khai');
  await by.press('Enter');
  await eventually(() => selected.count(), 1);
  await by.press('Enter');
  await page.getByText(`${found - 1} mục khớp`).waitFor();
  await search.press('Escape');
  await page.locator('h1').click();
  await undo();

  // All folded, all open.
  await page.getByRole('button', { name: 'Thu gọn tất cả' }).click();
  await eventually(() => rows.count(), 4);
  await page.getByRole('button', { name: 'Mở tất cả' }).click();
  await eventually(() => titles(0, 200), before);
  await saved(page);
}

function focusIsOnRow(page) {
  return page.waitForFunction(() => document.activeElement.matches('.outline-row'));
}
