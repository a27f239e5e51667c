// The quarterly report as an official paper: drawn up from the same verdicts as every other page, for the quarter of the day.

import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';

export const name = 'the quarterly report is drawn up from the programme, for the quarter of the day, and printed alone';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/overview`);
  const counts = (await page.locator('.status-counts .count-figure').allInnerTexts()).map(Number);
  await press(page, 'g');
  await press(page, 'b');
  const paper = page.locator('.paper-pane');
  await page.getByRole('heading', { name: 'Báo cáo quý III/2025' }).waitFor();

  // The head as the programme's paper, with room for the number.
  assert.match(await paper.locator('.letterhead').innerText(), /ĐẢNG ỦY\nỦY BAN NHÂN DÂN THÀNH PHỐ[^]*Số …-BC\/ĐU[^]*ĐẢNG CỘNG SẢN VIỆT NAM[^]*tháng 10 năm 2025/);
  assert.match(await paper.locator('h1').innerText(), /^BÁO CÁO\nkết quả thực hiện Chương trình công tác quý III và 9 tháng năm 2025$/);

  // The sum of the groups is the overview's.
  const rows = (number) => paper.locator('table').nth(number).locator('tbody tr');
  const cells = async (row) => (await row.locator('td').allInnerTexts()).map((text) => text.trim());
  const groups = await Promise.all((await rows(0).all()).map(cells));
  const sum = groups.pop().slice(2).map(Number);
  assert.deepEqual(sum, sum.map((_, at) => groups.reduce((whole, group) => whole + (Number(group[at + 2]) || 0), 0)));
  assert.equal(sum[0], sum.slice(1).reduce((whole, count) => whole + count, 0));
  assert.deepEqual(sum.slice(1), counts);

  // The share of the plan is that of the list.
  await visit(page, `${host.url}#/indicators`);
  const ofPlan = await page.locator('.indicator-table tr', { hasText: 'Rác sinh hoạt xử lý bằng công nghệ mới, tái chế' }).locator('.cell-ratio').innerText();
  await visit(page, `${host.url}#/report`);
  await paper.waitFor();

  // What calls for work, the overdue tasks with their newest word, what comes next, and in the annex every measure.
  const focus = await Promise.all((await rows(1).all()).map(cells));
  assert.equal(focus.length, sum[4] + sum[5]);
  assert.ok(focus.some((row) => row[1] === 'Tạo việc làm mới (lao động)' && row[3] === 'ước 96.400' && row[4] === '68,9'));
  assert.equal(focus.find((row) => row[1].startsWith('Rác sinh hoạt'))[4], ofPlan.replace('%', '').trim());
  const overdue = await Promise.all((await rows(2).all()).map(cells));
  assert.ok(overdue.some((row) => row[2] === 'Văn phòng Đảng ủy' && row[4].startsWith('Còn 3 đơn vị chưa báo cáo')));
  await paper.getByRole('heading', { name: 'IV- NHIỆM VỤ QUÝ IV' }).waitFor();
  // What comes next body by body, what is overdue among it; then the figures and the reports that are still wanted, by name.
  const ahead = (await paper.locator('h2:has-text("IV- NHIỆM VỤ QUÝ IV") ~ p').allInnerTexts()).join('\n');
  assert.match(ahead, /^\d+\. Văn phòng Đảng ủy\. [^\n]*\(hạn: 29\/9\/2025, quá hạn\)/m);
  assert.match(ahead, /^\d+\. Nhập số liệu quá hạn\. \S/m);
  assert.match(ahead, /^\d+\. Nộp báo cáo\. Báo cáo [^\n]*\(hạn: 10\/10\/2025\): \S/m);
  assert.equal(await rows(3).locator('td:first-child').count(), sum[0]);
  assert.equal(await paper.locator('.paper-figure svg').filter({ visible: true }).count(), 1);
  // What is counted is said: indicators of several targets are judged target by target.
  assert.match(await paper.innerText(), new RegExp(`thành ${sum[0]} chỉ tiêu thành phần\\. Trong ${sum[0]} chỉ tiêu thành phần`));
  assert.match(await paper.innerText(), /không đạt mục tiêu [^.]*thiếu 2,1 điểm %\./);

  // On paper it stands alone.
  const tools = page.getByRole('complementary', { name: 'Báo cáo quý III/2025' });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await tools.isVisible(), false);
  assert.equal(await paper.isVisible(), true);
  await page.emulateMedia({ media: 'screen' });

  // What is left out is gone, and what follows is numbered anew; reasons are told of all that call for work, or of the first.
  const whys = () => paper.locator('p').filter({ hasText: /^[^.]+: (Hết|Cả năm|Năm|Cuối năm|Mới|Số liệu) / }).count();
  const few = await whys();
  await tools.getByLabel('Nêu lý do từng chỉ tiêu').check();
  await eventually(whys, (count) => assert.ok(count > few, `${count} > ${few}`));
  await tools.getByLabel('Phụ lục').uncheck();
  await tools.getByLabel('Kết quả chung').uncheck();
  await paper.getByRole('heading', { name: 'III- NHIỆM VỤ QUÝ IV' }).waitFor();
  await paper.getByText('Bảng 1. Chỉ tiêu không đạt').waitFor();
  await eventually(() => paper.locator('article').count(), 1);
  await tools.getByLabel('Phụ lục').check();
  await tools.getByLabel('Kết quả chung').check();
  await eventually(() => paper.locator('article').count(), 2);

  // On a phone a line of a table is a paragraph, in which each value says what it is; the chart is drawn for it.
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually(() => rows(1).filter({ hasText: 'Tạo việc làm mới' }).evaluate((row) => getComputedStyle(row.querySelector('[data-head]'), '::before').content), /Kế hoạch/);
  await eventually(() => page.evaluate(() => [...document.querySelectorAll('.paper-table')].every((it) => it.scrollWidth <= it.clientWidth)), true);
  await page.locator('.paper-figure .is-narrow svg').waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });

  // Another day, another quarter.
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await page.getByRole('heading', { name: 'Báo cáo quý II/2025' }).waitFor();
  await eventually(() => paper.locator('h1').innerText(), (title) => assert.match(title, /quý II và 6 tháng năm 2025$/));
  await page.locator('.report-panel').getByRole('combobox').selectOption({ label: 'Quý I/2025' });
  await eventually(() => paper.locator('h1').innerText(), (title) => assert.match(title, /quý I năm 2025$/));
}
