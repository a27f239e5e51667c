// Figures go from draft to approved and back, periods are locked, and bodies report apart.

import { openSample, saved } from './lib/app.mjs';
import { eventually, press } from './lib/browser.mjs';
import { expectText, grid } from './lib/grid.mjs';

export const name = 'figures: submitted, approved, returned with a word, a locked period says why, bodies report apart';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const jobs = await grid(page, host.url, 'ftc1thcg01lm');
  const button = (name) => page.getByRole('button', { name, exact: true });

  // Several at once, by keyboard: selected with Shift, approved in one step, taken back in one.
  await expectText(jobs.cell('Tháng 7', 'Trạng thái'), 'Chờ duyệt');
  await jobs.cell('Tháng 7', 'Trong tháng').click();
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await button('Duyệt').focus();
  await press(page, 'Enter');
  for (const month of [7, 8, 9]) await expectText(jobs.cell(`Tháng ${month}`, 'Trạng thái'), 'Đã duyệt');
  await page.getByText('Đã duyệt 3 số liệu').waitFor();
  await press(page, 'Control+z');
  await expectText(jobs.cell('Tháng 9', 'Trạng thái'), 'Chờ duyệt');

  // Returned: the word is asked for, stands under the row, and goes when the figure is mended.
  await jobs.cell('Tháng 9', 'Trong tháng').click();
  await button('Trả lại').click();
  const remark = page.getByRole('textbox', { name: 'Trả lại để sửa gì?' });
  await press(page, 'Enter');
  await remark.fill('Lệch với báo cáo quý');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 9', 'Trạng thái'), 'Trả lại');
  await page.locator('.is-returned').getByText('Lệch với báo cáo quý').waitFor();
  await page.locator('.history').getByText('Trả lại').first().waitFor();
  await jobs.cell('Tháng 9', 'Trong tháng').click();
  await page.keyboard.type('11.200');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 9', 'Trạng thái'), 'Nháp');
  await page.locator('.is-returned').waitFor({ state: 'detached' });
  await jobs.cell('Tháng 9', 'Trong tháng').click();
  await page.getByRole('button', { name: /^Trình phê duyệt/ }).click();
  await expectText(jobs.cell('Tháng 9', 'Trạng thái'), 'Chờ duyệt');

  // A quarter is locked for every indicator; its cells say why, and nothing moves on.
  await jobs.cell('Quý III', 'Trong tháng').click();
  await button('Khóa quý III').click();
  const locked = /^Tháng 9/;
  const september = jobs.table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: locked }) });
  await september.getByRole('rowheader', { name: /Quý III\/2025 đã khóa/ }).waitFor();
  await september.getByRole('gridcell').first().click();
  await page.keyboard.type('5');
  await page.getByRole('alert').getByText(/Quý III\/2025 đã khóa \(.*\), không sửa được số liệu/).waitFor();
  await eventually(() => button('Duyệt').isDisabled(), true);
  await saved(page);
  await page.reload();
  await page.getByRole('rowheader', { name: /^Tháng 8.*đã khóa/ }).waitFor();
  await page.getByRole('rowheader', { name: /^Tháng 8/ }).locator('xpath=following-sibling::td[1]').click();
  await button('Mở khóa quý III').click();
  await page.getByRole('rowheader', { name: 'Tháng 8', exact: true }).waitFor();

  // Bodies report apart: the address says whose figures are shown, and all stand side by side with their sum.
  const whose = page.getByRole('combobox', { name: 'Số liệu của' });
  const names = ['Sở Nội vụ', 'Sở Y tế'];
  for (const [at, body] of names.entries()) {
    await whose.selectOption({ label: body });
    await eventually(() => page.url(), /\?body=/);
    await jobs.table.getByRole('columnheader', { name: 'Nhịp cần có' }).waitFor({ state: 'detached' });
    await jobs.cell('Tháng 10', 'Trong tháng').click();
    await page.keyboard.type(String(100 * (at + 1)));
    await press(page, 'Enter');
    await expectText(jobs.cell('Tháng 10', 'Trong tháng'), String(100 * (at + 1)));
    await press(page, 'Escape');
  }
  const side = page.getByRole('table', { name: 'Theo đơn vị báo cáo' });
  const october = side.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tháng 10/2025' }) });
  await october.getByText('300').waitFor();
  await eventually(async () => (await side.getByRole('columnheader').allInnerTexts()).slice(1), [...names, 'Cộng']);
  await whose.selectOption({ label: 'Số liệu chung' });
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '300');
}
