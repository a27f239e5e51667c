// Assignments by keyboard alone: the grid, the choice of a role, deadlines, the panel, and back.

import { openSample } from './lib/app.mjs';
import { eventually, press } from './lib/browser.mjs';
import { matrix, role, shows } from './lib/matrix.mjs';

export const name = 'assignments by keyboard: five bodies get their parts, deadlines are typed, all is undone';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const { table, title, cell, due, menu, columns } = await matrix(page, host.url);
  const first = /Hoàn thành chỉ tiêu/;
  const names = await columns();
  const focused = () => page.evaluate(() => document.activeElement.closest('tr')?.dataset.row + ' ' + document.activeElement.dataset.at);

  // One cell takes part in the order of Tab.
  await eventually(() => table.locator('[tabindex="0"]').count(), 1);
  await page.getByRole('button', { name: /^Chưa có chủ trì/ }).focus();
  await press(page, 'Tab');
  await eventually(focused, 'dg56tuplabhz 0');
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp');
  await eventually(focused, 'dg56tuplabhz 2');
  await press(page, 'Control+End');
  await eventually(focused, `4kgqpoex7xn7 ${names.length - 1}`);
  await press(page, 'Control+Home');
  await eventually(focused, 'dg56tuplabhz 0');
  await eventually(() => table.locator('[tabindex="0"]').count(), 1);

  // Five bodies get their parts by one letter each.
  const before = await roles(table, names.length - 2);
  await press(page, 'ArrowRight');
  for (const key of ['p', 't', 'P', 'c', 't']) await press(page, key, 'ArrowRight');
  await eventually(() => roles(table, 5), ['Phối hợp', 'Theo dõi', 'Phối hợp', 'Chủ trì', 'Theo dõi']);
  await page.getByRole('status').getByText(`${names[5]}: theo dõi`).waitFor({ state: 'attached' });
  for (let step = 0; step < 5; step += 1) await press(page, 'Control+z');
  await eventually(() => roles(table, names.length - 2), before, 'undone step by step');

  // The choice opens with Enter, and Esc gives the focus back.
  await press(page, 'Home', 'ArrowRight', 'Enter');
  await menu.waitFor();
  await press(page, 'Escape');
  await menu.waitFor({ state: 'detached' });
  await eventually(focused, 'dg56tuplabhz 1');
  await press(page, 'Enter', 'ArrowDown', 'Enter');
  await menu.waitFor({ state: 'detached' });
  await eventually(focused, 'dg56tuplabhz 1');
  await press(page, 'Delete');
  await shows(cell(first, names[1]), 'chưa phân công');
  await eventually(() => role(cell(first, names[1])), 'chưa phân công');

  // A deadline is begun by its first letter; Enter goes on to the next row.
  await press(page, 'End');
  await page.keyboard.type('15/11');
  await press(page, 'Enter');
  await shows(due(first), '15/11');
  await page.waitForFunction((last) => document.activeElement.dataset.at === last && document.activeElement.closest('tr').dataset.row !== 'dg56tuplabhz', String(names.length - 1));
  await press(page, 'ArrowUp', 'Delete');
  await shows(due(first), '–');
  // The next row takes keys before the page has drawn.
  await page.evaluate(() => {
    window.frame = requestAnimationFrame;
    window.requestAnimationFrame = (work) => setTimeout(() => frame(work), 1000);
  });
  await press(page, ...'16/11', 'Enter', ...'17/11', 'Shift+Enter');
  await shows(due(first), '16/11');
  await shows(table.locator('tr[data-row]').nth(1).locator('.matrix-due'), '17/11');
  await press(page, ...'18/11', 'Escape', 'Delete');
  await shows(due(first), '–');
  await page.evaluate(() => { window.requestAnimationFrame = frame; });
  await press(page, 'Control+z', 'Control+z', 'Control+z', 'Delete');

  // The panel opens at the title and closes with Esc.
  await press(page, 'Home', 'Enter');
  const side = page.getByRole('complementary', { name: 'Mục I.1' });
  await side.getByLabel('Thời hạn', { exact: true }).focus();
  await page.keyboard.type('thường xuyên');
  await press(page, 'Tab');
  await shows(due(first), 'thường xuyên');
  await side.getByRole('button', { name: 'Tạm dừng' }).focus();
  await press(page, 'Enter');
  await shows(due(first), 'Tạm dừng');
  await press(page, 'Escape');
  await side.waitFor({ state: 'detached' });
  await eventually(() => title(first).evaluate((it) => it === document.activeElement), true);
}

async function roles(table, count) {
  const cells = table.locator('tr[data-row]').first().locator('.matrix-cell .visually-hidden');
  return (await cells.allInnerTexts()).slice(0, count);
}
