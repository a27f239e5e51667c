// The list: groups, columns, periods, and several measures edited in one step.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, settled, visit } from './lib/browser.mjs';

export const name = 'the list of indicators: grouped, columns put away, several edited in one step and undone in one';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators`);
  const rows = page.locator('.indicator-table tbody tr:not(.group-row)');
  const groups = page.locator('.group-row th');
  await rows.first().waitFor();

  // All on one row: what hides rows stands there, how they are seen is in the menu at its end.
  const tops = await page.locator('.table-tools > *').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()));
  for (const { top, bottom } of tops) assert.ok(top < tops[0].bottom && bottom > tops[0].top, 'one row of tools');

  // Groups of each kind hold all rows; the address keeps the choice.
  await page.locator('.column-menu > summary').click();
  const grouping = page.getByRole('combobox', { name: 'Nhóm theo' });
  const totals = async () => {
    const facts = await page.locator('.group-facts').allInnerTexts();
    return facts.reduce((sum, text) => sum + Number(text.match(/^(?:\d+\/)?(\d+)/)[1]), 0);
  };
  for (const [label, first] of [['Nhóm theo đánh giá', /^Không đạt/], ['Nhóm theo chủ trì', /\S/], ['Nhóm theo kỳ nhập', /^Tháng/]]) {
    await grouping.selectOption({ label });
    await groups.first().filter({ hasText: first }).waitFor();
    // A body's indicators are counted as the reports do, by their numbers; one that two bodies share counts for each.
    if (label === 'Nhóm theo chủ trì') await eventually(totals, (total) => assert.ok(total >= 31, label));
    else await eventually(totals, 60, label);
  }
  await page.reload();
  await groups.first().filter({ hasText: /^Tháng/ }).waitFor();

  // A long unit does not make its row higher than others.
  const long = rows.filter({ has: page.locator('[title="đô-la Mỹ (USD)/người"]') });
  assert.ok((await long.first().boundingBox()).height < 40, 'one line');

  // Only those reported by the quarter; by name within.
  await page.getByRole('combobox', { name: 'Lọc theo kỳ nhập' }).selectOption({ label: 'Quý' });
  await page.waitForFunction(() => document.querySelectorAll('.group-row').length === 1);
  await page.getByRole('columnheader', { name: 'Chỉ tiêu' }).getByRole('button').click();
  await eventually(() => page.url(), /group=period.*period=quarter.*sort=name/);
  const names = await eventually(() => rows.locator('.cell-name').allInnerTexts(), (names) => assert.deepEqual(names, names.toSorted((a, b) => a.localeCompare(b, 'vi'))));

  // Columns are put away by key, and stay away.
  await page.locator('.column-menu > summary').focus();
  await press(page, 'Enter', 'Tab');
  const unit = page.getByRole('checkbox', { name: 'Đơn vị tính' });
  await unit.focus();
  await press(page, 'Space');
  await page.getByRole('columnheader', { name: 'ĐVT' }).waitFor({ state: 'hidden' });
  await eventually(() => page.url(), /hide=unit/);
  await press(page, 'Escape');
  await eventually(() => page.locator('.column-menu').getAttribute('open'), null);

  // Several are edited in one step.
  await page.getByRole('button', { name: 'Sửa nhiều' }).click();
  // Esc in the menu closes it alone, and its button has the focus; the next one is of the page.
  await page.locator('.column-menu > summary').focus();
  await press(page, 'Enter');
  await page.locator('.column-menu[open]').waitFor();
  await press(page, 'Escape');
  await eventually(() => page.locator('.column-menu').getAttribute('open'), null);
  await settled(page);
  await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang hiện' }).waitFor();
  assert.ok(await page.locator('.column-menu > summary').evaluate((it) => it === document.activeElement));
  await press(page, 'Escape');
  await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang hiện' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sửa nhiều' }).click();
  await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang hiện' }).check();
  const count = names.length;
  await page.getByText(`Đã chọn ${count} chỉ tiêu`).waitFor();
  await rows.first().getByRole('checkbox').uncheck();
  await page.getByText(`Đã chọn ${count - 1} chỉ tiêu`).waitFor();
  const before = await rows.locator('.cell-lead').allInnerTexts();
  await page.getByLabel('Kỳ nhập', { exact: true }).selectOption({ label: '6 tháng' });
  await page.getByLabel('Trọng số').fill('2.5');
  await press(page, 'Tab');
  await page.getByRole('button', { name: '2,5', exact: true }).click();
  await page.getByRole('button', { name: `Áp dụng cho ${count - 1} chỉ tiêu` }).click();
  await page.getByText(`Đã sửa ${count - 1} chỉ tiêu`).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.indicator-table tbody tr:not(.group-row)').length === 1);
  await press(page, 'Control+z');
  await page.waitForFunction((count) => document.querySelectorAll('.indicator-table tbody tr:not(.group-row)').length === count, count);
  await eventually(() => rows.locator('.cell-lead').allInnerTexts(), before);

  // Their figures move on together.
  const approve = page.getByRole('button', { name: /^Duyệt số liệu chờ duyệt/ });
  const moved = Number((await approve.innerText()).match(/\d+$/)[0]);
  assert.ok(moved > 0);
  await approve.click();
  await page.getByText(`Đã chuyển ${moved} số liệu`).waitFor();
  await eventually(() => approve.isDisabled(), true);
  await saved(page);
}
