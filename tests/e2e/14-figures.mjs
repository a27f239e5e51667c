// Figures are typed, asked about, pasted as a block, taken back in one step, and kept.

import { openSample, saved } from './lib/app.mjs';
import { eventually } from './lib/browser.mjs';
import { expectText, grid, pageSays, pasteText, rateByMonth } from './lib/grid.mjs';

export const name = 'figures: typed, asked about, pasted from a spreadsheet, undone, kept';

export async function run(t) {
  const host = await t.serve({ bend: rateByMonth });
  const page = await t.page();
  await openSample(page, host.url);

  // A rate in percent, reported by quarter.
  const rate = await grid(page, host.url, 'iasxexd23i9n');
  await pageSays(page, 'Có nguy cơ', 'Hết quý III là 6,8 %, chưa đạt mục tiêu 7 %', '9 tháng 6,8');
  await rate.cell('Quý IV', 'Số liệu').click();
  await page.keyboard.type('7,9');
  await page.keyboard.press('Enter');
  await expectText(rate.cell('Quý IV', 'Số liệu'), '7,9');
  await rate.said('Đã ghi Quý IV: 7,9');
  await pageSays(page, 'Đúng tiến độ', 'Cuối năm 2025 là 7,9 %, đang đạt mục tiêu 7 %', 'cả năm 7,9');

  // A count that adds up: the cumulative column, the pace and the quarter follow.
  const jobs = await grid(page, host.url, 'ftc1thcg01lm');
  await expectText(jobs.cell('Tháng 9', 'Lũy kế'), '96.400');
  await jobs.cell('Tháng 10', 'Trong tháng').click();
  await page.keyboard.type('1.114');
  await page.keyboard.press('Enter');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '1.114');
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '97.514');
  await expectText(jobs.cell('Tháng 10', '% nhịp'), '83,6');
  await pageSays(page, 'Chậm', '(140.000 − 97.514) ÷ 2 = 21.243', 'kém nhịp cần có 19.153');

  // Read in two ways: asked about, nothing written until a click answers.
  await jobs.cell('Tháng 10', 'Trong tháng').dblclick();
  await page.getByRole('textbox', { name: 'Tháng 10/2025, Trong tháng' }).fill('11.45');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('11.45 chưa rõ.').waitFor();
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '97.514');
  await page.getByRole('button', { name: '11.450', exact: true }).click();
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11.450');
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '107.850');
  await pageSays(page, 'Chậm', 'Hết tháng 10 đạt 107.850 lao động', '10 tháng 107.850 lao động');

  // A month that has not begun by the day that is judged at: it is there and does not count, as one line says, until a later
  // day is looked at.
  const ahead = page.locator('.figures-ahead');
  await ahead.getByText(/./).waitFor({ state: 'detached' });
  await jobs.cell('Tháng 11', 'Trong tháng').click();
  await page.keyboard.type('12000');
  await page.keyboard.press('Enter');
  await ahead.getByText('Tháng 11 chưa tính vào đánh giá đến 05/10/2025.').waitFor();
  await pageSays(page, 'Chậm', 'Hết tháng 10 đạt 107.850 lao động', '10 tháng 107.850 lao động');
  await ahead.getByRole('button', { name: /^Đánh giá đến / }).click();
  await ahead.getByText(/./).waitFor({ state: 'detached' });
  await page.locator('.key-figures').getByText('119.850').waitFor();
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await ahead.getByText('Tháng 11 chưa tính').waitFor();

  // The same question in a rate, answered the other way.
  const waste = await grid(page, host.url, 'wwqsop98789n');
  await waste.cell('Tháng 10', 'Số liệu').click();
  await page.keyboard.type('81.45');
  await page.keyboard.press('Enter');
  // What the bounds refuse is no reading.
  await eventually(() => page.getByRole('alert').getByRole('button').allInnerTexts(), ['81,45']);
  await page.getByRole('button', { name: '81,45', exact: true }).click();
  await expectText(waste.cell('Tháng 10', 'Số liệu'), '81,45');
  await pageSays(page, 'Đúng tiến độ', 'Hết tháng 10 đạt 81,45 %, cao hơn nhịp cần có 4,45', '10 tháng 81,5');

  // Outside what is allowed: refused beside the cell, which stays open.
  await waste.cell('Tháng 10', 'Số liệu').dblclick();
  await page.getByRole('textbox', { name: 'Tháng 10/2025, Số liệu' }).fill('101');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('101 nằm ngoài khoảng cho phép, từ 0 đến 100.').waitFor();
  await page.keyboard.press('Escape');
  await expectText(waste.cell('Tháng 10', 'Số liệu'), '81,45');

  // A figure far from all others is asked about, mended or written on the person's word.
  const wages = await grid(page, host.url, 'ftc1thcg01lm');
  await wages.cell('Tháng 12', 'Trong tháng').click();
  await page.keyboard.type('999.999.999.999');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Số này khác xa mục tiêu').waitFor();
  await page.getByRole('button', { name: 'Sửa lại' }).click();
  await page.getByRole('textbox', { name: 'Tháng 12/2025, Trong tháng' }).press('Enter');
  await page.getByRole('button', { name: 'Vẫn ghi' }).click();
  await expectText(wages.cell('Tháng 12', 'Trong tháng'), '999.999.999.999');
  // Wide numbers push nothing over what stands beside them.
  await page.setViewportSize({ width: 1360, height: 900 });
  await eventually(
    () => page.evaluate(() => {
      const side = document.querySelector('.indicator-side').getBoundingClientRect().left;
      const wide = [...document.querySelectorAll('.indicator-main > *, .chart-figure svg, .data-grid-wrap')];
      return wide.filter((element) => element.getBoundingClientRect().right > side).map((element) => element.className);
    }),
    [],
  );
  await page.keyboard.press('Control+z');
  await expectText(wages.cell('Tháng 12', 'Trong tháng'), '');

  // A block of 3 x 9 cells: numerator, denominator and note of nine months.
  const wide = await grid(page, host.url, '36ym9g93mnd6');
  const lines = Array.from({ length: 9 }, (_, at) => `${at + 1},5\t${10 * (at + 1)},0\tđợt ${at + 1}`);
  await pageSays(page, 'Quá hạn báo cáo', 'Số liệu tháng 1 quá hạn');
  await page.getByText('Biểu đồ hiện ra khi có số liệu đầu tiên được tính.').waitFor();
  await wide.cell('Tháng 1', 'Tử số').click();
  await pasteText(page, lines.join('\r\n'));
  await page.getByText('Sẽ điền 27 ô.').waitFor();
  await expectText(wide.cell('Tháng 9', 'Tử số'), '9,5');
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '');
  await page.keyboard.press('Enter');
  await wide.said('Đã dán 27 ô');
  await expectText(wide.cell('Tháng 1', 'Tỷ lệ %'), '15,0');
  await expectText(wide.cell('Tháng 9', 'Mẫu số'), '90,0');
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '10,6');
  await expectText(wide.cell('Tháng 9', 'Ghi chú'), 'đợt 9');
  await pageSays(page, 'Chậm', 'Hết tháng 9 đạt 10,6 %, thấp hơn nhịp cần có 64,4', '9 tháng 10,6');

  // The whole block goes in one step, and comes back in one.
  await page.keyboard.press('Control+z');
  await expectText(wide.cell('Tháng 1', 'Tử số'), '');
  await expectText(wide.cell('Tháng 9', 'Ghi chú'), '');
  await pageSays(page, 'Quá hạn báo cáo', 'Số liệu tháng 1 quá hạn');
  await page.locator('.chart-section .empty-note').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '10,6');
  await saved(page);

  // All is kept, and can be undone, after a reload.
  await page.reload();
  const again = await grid(page, host.url, '36ym9g93mnd6');
  await expectText(again.cell('Tháng 9', 'Tỷ lệ %'), '10,6');
  await again.cell('Tháng 1', 'Tử số').click();
  await page.keyboard.press('Control+z');
  await expectText(again.cell('Tháng 9', 'Tỷ lệ %'), '');
  await expectText(again.cell('Tháng 1', 'Ghi chú'), '');
}
