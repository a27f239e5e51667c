import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, press, started, visit } from './lib/browser.mjs';

export const name = 'issued, amended, shown against the issued version line by line, read as it was, undone';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);

  // Nothing issued yet: the outline leads there. A date that cannot be read is told; the form goes by keyboard.
  await visit(page, `${host.url}#/programme`);
  await page.getByRole('link', { name: 'Chưa ban hành' }).click();
  await page.getByText('Chương trình chưa được ban hành').waitFor();
  await page.getByRole('button', { name: 'Ban hành', exact: true }).press('Enter');
  const form = page.getByRole('form', { name: 'Ban hành chương trình như đang có' });
  const date = form.getByLabel('Ngày ban hành');
  await eventually(() => form.getByLabel('Số, ký hiệu văn bản').inputValue(), '01-CTr/ĐU');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'issue-date');
  await date.fill('ngày mai');
  await press(page, 'Enter');
  await form.getByText('Nhập ngày ban hành').waitFor();
  await eventually(() => date.getAttribute('aria-invalid'), 'true');
  await eventually(() => violations(page), []);
  await date.fill('15/1/2025');
  await form.getByLabel('Trích yếu, lý do').fill('Ban hành lần đầu');
  await press(page, 'Enter');
  const versions = page.getByRole('region', { name: 'Các bản đã ban hành' });
  await versions.getByText('Bản số 01-CTr/ĐU, ngày 15/01/2025').waitFor();
  await versions.getByText('Ban hành lần đầu').waitFor();
  const amendments = page.getByRole('region', { name: /^Sửa đổi so với/ });
  await amendments.getByText('Chưa có gì được sửa').waitFor();

  // Amendments: a wording, a deadline by the model's own commands, a new line, a line removed, one moved.
  await visit(page, `${host.url}#/programme`);
  await page.getByRole('link', { name: 'Đã ban hành bản số 01-CTr/ĐU' }).waitFor();
  const row = (text) => page.getByRole('treegrid').getByRole('row').filter({ has: page.locator('.row-text', { hasText: text }) });
  const before = await row('Kiện toàn cấp ủy').locator('.row-text > span').first().innerText();
  await eventually(() => page.locator('.amended-mark').count(), 0);
  await row('Kiện toàn cấp ủy').locator('.row-number').click();
  const panel = page.getByRole('complementary', { name: /^Mục I\./ });
  const after = before.replace('Kiện toàn', 'Củng cố, kiện toàn');
  await panel.getByLabel('Tên mục').fill(after);
  await panel.getByLabel('Tên mục').press('Tab');
  await row(after).locator('.amended-mark', { hasText: 'đã sửa' }).waitFor();
  await panel.locator('.amendments ins').first().waitFor();
  await eventually(() => panel.locator('.amendments del').first().innerText(), 'Kiện');
  await eventually(() => violations(page), []);
  // Progress amends nothing.
  await panel.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
  const first = page.locator('.outline-row[data-level="2"]').first();
  await first.locator('.row-number').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Escape');
  const removed = await page.locator('.outline-row[data-level="2"]').nth(4).locator('.row-text > span').first().innerText();
  await page.locator('.outline-row[data-level="2"]').nth(4).locator('.row-number').click();
  await page.keyboard.press('Delete');
  await page.locator('.toast').filter({ hasText: 'Đã xóa' }).first().waitFor();
  await saved(page);

  // Each against the issued version, with its line.
  await page.getByRole('link', { name: 'Đã ban hành bản số 01-CTr/ĐU' }).click();
  await amendments.getByText('3 chỗ đã sửa').waitFor();
  const line = (text) => amendments.locator('.amendment-list > li').filter({ hasText: text });
  await eventually(() => line('Củng cố').innerText(), /Tên mục/);
  await eventually(() => line('Củng cố').locator('ins').first().innerText(), 'Củng cố, kiện');
  await line(removed).getByText('Đã bỏ').waitFor();
  await eventually(() => violations(page), []);
  await eventually(() => line(removed).getByRole('link').count(), 0);
  await eventually(() => amendments.innerText(), /Chuyển từ I\.1/);
  await line('Củng cố').getByRole('link').click();
  await panel.waitFor();
  await eventually(() => page.url(), /#\/programme\?item=/);

  // A target that is revised by a document is told with both values, and leads to its own page.
  await visit(page, `${host.url}#/indicators/ftc1thcg01lm?edit=1`);
  await page.locator('input[id^=edit-target-]').first().fill('150.000');
  await page.getByRole('radio', { name: /^Điều chỉnh/ }).check();
  const editor = page.locator('.measure-editor');
  await editor.getByLabel('Có hiệu lực từ ngày', { exact: true }).fill('1/7/2025');
  await editor.getByLabel('Theo văn bản', { exact: true }).fill('Nghị quyết 25/NQ-HĐND');
  await page.getByRole('button', { name: 'Ghi mục tiêu' }).click();
  await visit(page, `${host.url}#/versions`);
  const revised = line('150.000 lao động');
  await eventually(() => revised.locator('del').innerText(), '140.000 lao động');
  await eventually(() => revised.getByRole('link').getAttribute('href'), /#\/indicators\/ftc1thcg01lm/);

  // Read as it was, and saved as a file that opens elsewhere as the programme was.
  await versions.getByRole('link', { name: 'Đọc bản này' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đã ban hành: bản số 01-CTr/ĐU' }).waitFor();
  const paper = page.locator('.paper-pane');
  await eventually(() => violations(page), []);
  await eventually(() => paper.innerText(), new RegExp(before.slice(0, 20)));
  await eventually(() => paper.innerText(), new RegExp(removed.slice(0, 20)));
  assert.doesNotMatch(await paper.innerText(), /Củng cố, kiện toàn/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main').getByRole('button', { name: 'Tải tệp' }).click(),
  ]);
  const elsewhere = await t.page();
  await elsewhere.goto(host.url);
  await elsewhere.getByLabel('Chọn tệp').setInputFiles(await download.path());
  await elsewhere.locator('.row-text', { hasText: before }).first().waitFor();

  // Issued again under a number of its own: nothing is amended against that, the first one can still be compared with.
  await visit(page, `${host.url}#/versions`);
  await page.getByRole('button', { name: 'Ban hành bản sửa đổi' }).click();
  await eventually(() => form.getByLabel('Số, ký hiệu văn bản').inputValue(), '');
  await form.getByLabel('Số, ký hiệu văn bản').fill('05-CTr/ĐU');
  await form.getByLabel('Ngày ban hành').fill('1/7/2025');
  await form.getByRole('button', { name: 'Ban hành' }).click();
  await versions.getByText('Bản số 05-CTr/ĐU, ngày 01/7/2025').waitFor();
  await amendments.getByText('Chưa có gì được sửa').waitFor();
  await page.getByLabel('Đối chiếu với').selectOption({ label: 'bản số 01-CTr/ĐU, ngày 15/01/2025' });
  await amendments.getByText('4 chỗ đã sửa').waitFor();
  await saved(page);
  await page.reload();
  await started(page);
  await amendments.getByText('4 chỗ đã sửa').waitFor();

  // All of it undone: the second version, the four amendments and the progress, the first version, its day.
  await page.getByRole('heading', { level: 1 }).click();
  await press(page, 'Control+z');
  await versions.getByText('Bản số 05-CTr/ĐU').waitFor({ state: 'detached' });
  for (let step = 0; step < 5; step += 1) await press(page, 'Control+z');
  await amendments.getByText('Chưa có gì được sửa').waitFor();
  await press(page, 'Control+z');
  await page.getByText('Chương trình chưa được ban hành').waitFor();
  await press(page, 'Control+Shift+z');
  await versions.getByText('Bản số 01-CTr/ĐU, ngày 15/01/2025').waitFor();

  // A mistaken version is removed; the content stays.
  await versions.getByRole('button', { name: 'Bỏ bản này' }).click();
  await page.getByText('Chương trình chưa được ban hành').waitFor();
  await page.locator('.toast').filter({ hasText: 'Đã bỏ' }).getByRole('button', { name: 'Hoàn tác' }).click();
  await versions.getByText('Bản số 01-CTr/ĐU').waitFor();

  // On a phone the number does not break where it has a dash.
  await page.setViewportSize({ width: 390, height: 844 });
  const broken = () => page.locator('.symbol').evaluateAll((all) => all.filter((it) => it.getClientRects().length !== 1).map((it) => it.innerText));
  await eventually(() => page.locator('.symbol').count(), 2);
  assert.deepEqual(await broken(), []);
}
