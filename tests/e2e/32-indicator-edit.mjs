// The properties of one indicator: every kind of target, a correction and a revision, baseline, marks, bounds, owner.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';

export const name = 'one indicator is edited: target of every kind, revision, baseline, marks, refusals at their field';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators/ftc1thcg01lm`);
  const field = (label) => page.locator('.measure-editor').getByLabel(label, { exact: true });
  const meaning = page.locator('.target-meaning');
  const target = page.locator('.indicator-facts').getByText('Mục tiêu');

  // By keyboard: the button opens the form, the address says so, and the focus goes to its heading.
  await page.getByRole('button', { name: 'Sửa chỉ tiêu' }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Sửa chỉ tiêu' }).waitFor();
  await eventually(() => page.url(), /\?edit=1$/);
  await page.waitForFunction(() => document.activeElement?.id === 'edit-title');
  await meaning.getByText('Đạt khi kết quả từ 140.000 lao động trở lên. Trên 140.000 lao động là vượt.').waitFor();

  // Every comparison has its own blanks and its own sentence.
  const form = field('So sánh');
  const kinds = await eventually(() => form.locator('option').allInnerTexts(), (kinds) => assert.equal(kinds.length, 20));
  const sentences = new Set();
  for (const [index, kind] of kinds.entries()) {
    await form.focus();
    await form.selectOption({ label: kind });
    const blanks = page.locator('input[id^=edit-target-]');
    for (let at = 0; at < (await blanks.count()); at += 1) await blanks.nth(at).fill(String(10 * index + 5 + at));
    await page.waitForFunction((seen) => !seen.includes(document.querySelector('.target-meaning').innerText), [...sentences]);
    const sentence = await meaning.innerText();
    assert.ok(!sentence.startsWith('Điền đủ'), `${kind}: ${sentence}`);
    sentences.add(sentence);
  }
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await eventually(() => form.locator('option:checked').innerText(), 'Đạt');

  // Refused at its blank: two readings, one is chosen; ends the wrong way round.
  await form.selectOption({ label: 'Từ … đến …' });
  await field('Từ, lao động').fill('150.5');
  await page.locator('.measure-editor').getByText('150.5 chưa rõ.').waitFor();
  await eventually(() => field('Từ, lao động').getAttribute('aria-invalid'), 'true');
  await page.getByRole('button', { name: '150.500', exact: true }).click();
  await field('Đến, lao động').fill('150.000');
  await page.getByText('Số sau phải lớn hơn hoặc bằng số đầu.').waitFor();
  await field('Đến, lao động').fill('160.000');
  await meaning.getByText('Đạt khi kết quả từ 150.500 lao động đến 160.000 lao động, tính cả hai đầu.').waitFor();

  // A draft asks nothing, whatever number it bears, and is written as any field is: when it is left. An issued programme asks.
  await eventually(() => page.getByRole('radio').count(), 0);
  await page.getByRole('button', { name: 'Xong', exact: true }).click();
  await target.getByText('150.500–160.000').waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Hoàn tác' }).click();
  await target.getByText('140.000 lao động').waitFor();
  await visit(page, `${host.url}#/versions`);
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('form').getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByRole('heading', { name: 'Các bản đã ban hành' }).waitFor();
  await visit(page, `${host.url}#/indicators/ftc1thcg01lm?edit=1`);
  await form.selectOption({ label: 'Từ … đến …' });
  await field('Từ, lao động').fill('150.500');
  await field('Đến, lao động').fill('160.000');

  // Neither chosen, then a revision without its document, then with it.
  const write = page.getByRole('button', { name: 'Ghi mục tiêu' });
  await write.click();
  await page.getByRole('alert').getByText('Chọn một trong hai.').waitFor();
  await page.getByRole('radio', { name: /^Điều chỉnh/ }).check();
  await field('Có hiệu lực từ ngày').fill('31/2/2025');
  await field('Theo văn bản').focus();
  await page.getByText('Không có ngày này.').first().waitFor();
  await field('Có hiệu lực từ ngày').fill('1/7/2025');
  await field('Theo văn bản').fill('Nghị quyết 25/NQ-HĐND');
  await write.click();
  await page.getByText('Từ 01/7/2025: 140.000 lao động → 150.500–160.000 lao động').waitFor();
  await target.getByText('150.500–160.000').waitFor();
  await press(page, 'Control+z');
  await target.getByText('140.000 lao động').waitFor();
  await eventually(() => page.locator('.revision-list li').count(), 0);

  // A correction leaves no revision; the verdict and its reasons follow at once.
  await form.selectOption({ label: 'Không quá (≤)' });
  await field('Giá trị, lao động').fill('90.000');
  await page.getByRole('radio', { name: /^Sửa lỗi/ }).check();
  await write.click();
  await page.getByRole('heading', { level: 1 }).getByText('Không đạt').waitFor();
  await eventually(() => page.locator('.revision-list li').count(), 0);
  await press(page, 'Control+z');
  await page.getByRole('heading', { level: 1 }).getByText('Chậm').waitFor();

  // Fields write as they are left; what is refused stays with its reason; Escape gives the old text back.
  await field('Đơn vị tính').fill('việc làm');
  await press(page, 'Enter');
  await target.getByText('140.000 việc làm').waitFor();
  await field('Trọng số').fill('-1');
  await press(page, 'Tab');
  await page.getByRole('alert').getByText('nhỏ hơn 0').waitFor();
  await eventually(() => field('Trọng số').inputValue(), '-1');
  await field('Trọng số').focus();
  await press(page, 'Escape');
  await eventually(() => field('Trọng số').inputValue(), '1');
  await field('Nhỏ nhất cho phép').fill('50');
  await press(page, 'Tab');
  await field('Lớn nhất cho phép').fill('10');
  await press(page, 'Tab');
  await page.getByRole('alert').getByText('50 lớn hơn 10.').waitFor();
  await press(page, 'Control+z');
  await field('Kỳ nhập').selectOption({ label: 'Quý' });
  await page.getByText(/số liệu của kỳ khác vẫn được giữ/).waitFor();
  await field('Kỳ nhập').selectOption({ label: 'Tháng' });

  // Baseline: written once whole. Marks on the way: added, changed, removed.
  const baseline = page.getByRole('group', { name: 'Năm gốc' });
  await baseline.getByLabel('Năm', { exact: true }).fill('2024');
  await press(page, 'Tab');
  await baseline.getByText('Năm gốc được ghi khi có cả năm và giá trị.').waitFor();
  await baseline.getByLabel('Giá trị').fill('139.800');
  await press(page, 'Tab');
  await page.locator('.indicator-facts').getByText('Năm gốc 2024').waitFor();
  await field('Cuối kỳ').selectOption({ label: 'Quý II/2025' });
  await field('Thêm mốc').fill('70.000');
  await press(page, 'Enter');
  await field('Mốc Quý II/2025').waitFor();
  await eventually(() => field('Mốc Quý II/2025').inputValue(), '70.000');
  await page.getByRole('button', { name: 'Xóa mốc Quý II/2025' }).click();
  await field('Mốc Quý II/2025').waitFor({ state: 'detached' });

  // All is kept; the form closes with its address.
  await saved(page);
  await page.reload();
  await meaning.waitFor();
  await eventually(() => field('Đơn vị tính').inputValue(), 'việc làm');
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.locator('.measure-editor').waitFor({ state: 'detached' });
  await eventually(() => page.url(), /#\/indicators\/ftc1thcg01lm$/);
}
