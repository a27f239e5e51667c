import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openSample } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';

export const name = 'the list of indicators: filters, search, addresses, order, keys, CSV, one row opened';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page({ acceptDownloads: true });
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators`);
  const rows = page.locator('.indicator-table tbody tr:not(.group-row)');
  const filters = page.getByRole('group', { name: 'Lọc theo đánh giá' });
  await rows.first().waitFor();

  // All measures, and how many stand in each way: the counts of the buttons add up, and each is what it leaves.
  await eventually(() => rows.count(), 60);
  const counts = (await filters.getByRole('button').allInnerTexts()).map((text) => Number(text.match(/\d+/)[0]));
  assert.equal(counts[0], 60);
  assert.equal(counts.slice(1).reduce((sum, count) => sum + count, 0), 60);
  assert.equal(counts[0] - counts[6], 47, 'those with a verdict');
  for (const [index, key] of ['1', '2', '3', '4', '5', '6'].entries()) {
    await page.keyboard.press(key);
    await eventually(() => rows.count(), counts[index + 1], `key ${key}`);
    await eventually(() => filters.getByRole('button', { pressed: true }).count(), 1);
    await page.keyboard.press(key);
    await eventually(() => rows.count(), 60);
  }

  // Search without tone marks; then with a verdict; nothing left is said by name.
  const search = page.getByRole('searchbox', { name: 'Tìm chỉ tiêu' });
  await page.keyboard.press('/');
  await page.keyboard.type('ho ngheo');
  await eventually(() => rows.locator('.cell-name').allInnerTexts(), (names) => {
    assert.ok(names.length > 1 && names.every((row) => /hộ.* nghèo/i.test(row)), names.join(', '));
  });
  await eventually(() => page.url(), /q=ho%20ngheo/);
  await filters.getByRole('button', { name: 'Không đạt' }).click();
  await page.getByText('Không chỉ tiêu nào khớp “ho ngheo, Không đạt”').waitFor();
  await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click();
  await eventually(() => rows.count(), 60);
  await eventually(() => search.inputValue(), '');

  // The address says it all: a new visit shows the same rows.
  await filters.getByRole('button', { name: 'Có nguy cơ, chậm' }).click();
  const lead = page.getByRole('combobox', { name: 'Lọc theo đơn vị' });
  await lead.selectOption({ label: 'Sở Tài chính' });
  const kept = await eventually(() => rows.locator('.cell-name').allInnerTexts(), (kept) => assert.ok(kept.length > 0 && kept.length < counts[4]));
  await page.reload();
  await rows.first().waitFor();
  await eventually(() => rows.locator('.cell-name').allInnerTexts(), kept);
  await eventually(() => lead.locator('option:checked').innerText(), 'Sở Tài chính');

  // Order: the most pressing first, and the table says so.
  await visit(page, `${host.url}#/indicators`);
  await page.getByRole('columnheader', { name: 'Đánh giá' }).getByRole('button').click();
  await eventually(() => page.getByRole('columnheader', { name: 'Đánh giá' }).getAttribute('aria-sort'), 'ascending');
  await eventually(() => rows.first().locator('.cell-verdict').innerText(), /Không đạt/);
  await eventually(() => page.locator('.group-row').count(), 0);
  await page.getByRole('columnheader', { name: 'Số' }).getByRole('button').click();
  await eventually(() => page.locator('.group-row').count(), (count) => assert.ok(count > 1, `${count} groups`));

  // The rows that are shown, as a file: separators of the language, no number as text.
  await filters.getByRole('button', { name: 'Vượt' }).click();
  await eventually(() => rows.count(), counts[1]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất CSV' }).click()]);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n').slice(0, -1);
  assert.equal(download.suggestedFilename(), 'chi-tieu.csv');
  assert.equal(lines.length, counts[1] + 1);
  assert.match(lines[0], /^\uFEFFNhóm;Số;Chỉ tiêu;/);
  assert.ok(lines.slice(1).every((line) => line.includes(';Vượt;')), lines.join('\n'));
  await filters.getByRole('button', { name: 'Tất cả' }).click();
  await eventually(() => rows.count(), 60);

  // J and K go from row to row; Enter opens; an address of its own; back.
  await press(page, 'j', 'j', 'k', 'j');
  const second = await rows.nth(1).locator('.cell-name').innerText();
  await eventually(() => page.locator('.indicator-table tr[aria-selected=true] .cell-name').innerText(), second);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  await eventually(() => page.url(), /#\/indicators\/[a-z0-9]+$/);
  const deep = page.url();
  await page.getByRole('link', { name: 'Chỉ tiêu sau' }).click();
  await page.getByText('3 / 60').waitFor();
  await page.keyboard.press('k');
  await page.getByText('2 / 60').waitFor();
  await page.keyboard.press('Escape');
  await rows.first().waitFor();
  await visit(page, deep);
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  await visit(page, `${host.url}#/indicators/none`);
  await page.getByRole('heading', { level: 1, name: 'Mục này không còn trong chương trình.' }).waitFor();
  await page.getByRole('link', { name: 'Về danh sách chỉ tiêu' }).click();
  await rows.first().waitFor();
}
