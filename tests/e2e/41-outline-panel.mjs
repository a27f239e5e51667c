// The panel of the outline: a deadline as documents write it, refused in words; who leads and supports.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, started, visit } from './lib/browser.mjs';

export const name = 'the panel of the outline: deadlines are typed and refused in words, bodies are given and taken';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/programme`);
  const outline = page.getByRole('treegrid', { name: 'Chương trình' });
  const row = outline.getByRole('row').filter({ has: page.locator('.row-text', { hasText: 'Kiện toàn cấp ủy' }) });
  await row.locator('.row-number').click();
  const panel = page.getByRole('complementary', { name: /^Mục I\./ });
  const deadline = panel.getByLabel('Thời hạn');

  // Every written form is taken, and shown as it is written otherwise.
  for (const [typed, shown] of [
    ['15/12', '15/12/2025'], ['trước 15/12', 'trước ngày 15/12/2025'], ['trong tháng 11', 'trong tháng 11/2025'], ['quy 4', 'trong quý IV/2025'], ['hàng quý', 'hằng quý'],
    ['01/6 và 15/11 hằng năm', 'trước ngày 01/6 và 15/11 hằng năm'], ['không hạn', 'thường xuyên'], ['sau khi có kết luận', 'sau khi có kết luận'],
  ]) {
    await deadline.fill(typed);
    await deadline.press('Tab');
    await eventually(() => deadline.inputValue(), (kept) => assert.ok(kept === shown || shown.endsWith(kept) || kept.endsWith(shown), `${typed}: ${kept}`));
    assert.equal(await panel.getByRole('alert').count(), 0, typed);
  }
  // What cannot be read stays in the field, with the reason below it; Esc brings back what is there.
  await deadline.fill('hôm nào đó');
  await deadline.press('Tab');
  await panel.getByRole('alert').getByText('Chưa đọc được hạn này').waitFor();
  await eventually(() => deadline.inputValue(), 'hôm nào đó');
  await eventually(() => deadline.getAttribute('aria-invalid'), 'true');
  await deadline.press('Escape');
  await eventually(() => deadline.inputValue(), 'sau khi có kết luận');
  // Another line is chosen at once: what was not understood is told where it is seen.
  await deadline.fill('tuần sau');
  const other = outline.getByRole('row').filter({ has: page.locator('.row-text', { hasText: 'Nâng chất lượng tổ chức cơ sở đảng và đội ngũ' }) });
  await other.locator('.row-number').click();
  await page.getByText('Thời hạn chưa được ghi: chưa đọc được “tuần sau”.').waitFor();
  // Words that were not written yet wait at their line.
  const update = panel.getByLabel('Ghi tiến độ');
  await update.fill('Viết dở');
  await row.locator('.row-number').click();
  await eventually(() => update.inputValue(), '');
  await other.locator('.row-number').click();
  await eventually(() => update.inputValue(), 'Viết dở');
  await row.locator('.row-number').click();
  await eventually(() => deadline.inputValue(), 'sau khi có kết luận');
  // How it stands is said beside it and in the row.
  await deadline.fill('10/10');
  await deadline.press('Tab');
  await panel.locator('.field-hint').getByText(/Sắp đến hạn|còn 5 ngày/i).first().waitFor();
  await row.locator('.is-soon').waitFor();
  // The day that a document puts it before is itself too late.
  await deadline.fill('trước ngày 10/10');
  await deadline.press('Tab');
  await eventually(() => deadline.inputValue(), 'trước ngày 10/10/2025');
  await panel.locator('.field-hint').getByText(/còn 4 ngày/i).first().waitFor();
  await deadline.fill('');
  await deadline.press('Tab');
  await row.locator('.is-soon').waitFor({ state: 'detached' });

  // Words that are being written stay while what was changed before them is saved.
  await panel.getByLabel('Ghi tiến độ').focus();
  await page.keyboard.type('Đang ');
  await page.waitForTimeout(600);
  await saved(page);
  await page.keyboard.type('trình ký');
  await eventually(() => panel.getByLabel('Ghi tiến độ').inputValue(), 'Đang trình ký');

  // Bodies: taken by their cross, given by a search without marks; the first leads, the next supports.
  const groupOf = (role) => panel.locator('.field').filter({ has: page.locator('.field-label', { hasText: role }) });
  for (;;) {
    const cross = panel.locator('.chip button').first();
    if ((await cross.count()) === 0) break;
    const chips = await panel.locator('.chip').count();
    await cross.click();
    await page.waitForFunction((chips) => document.querySelectorAll('.inspector .chip').length < chips, chips);
  }
  const search = panel.getByLabel('Thêm đơn vị');
  for (const [typed, role, body] of [['so noi vu', 'Chủ trì', 'Sở Nội vụ'], ['so y te', 'Phối hợp', 'Sở Y tế']]) {
    await search.focus();
    await page.keyboard.type(typed);
    await press(page, 'Tab', 'Enter');
    await groupOf(role).locator('.chip').getByText(body).waitFor();
    await eventually(() => search.evaluate((field) => field === document.activeElement), true, 'the next is typed at once');
  }
  await row.locator('.fact-lead', { hasText: 'Sở Nội vụ' }).waitFor();
  await panel.getByRole('link', { name: 'Sửa vai trò' }).click();
  await page.getByRole('complementary', { name: /^Mục I\./ }).getByLabel('Vai trò của Sở Y tế').waitFor();
  await page.goBack();
  await row.first().waitFor();
  await page.locator('h1').click();
  await press(page, 'Control+z');
  await groupOf('Phối hợp').locator('.chip').getByText('Sở Y tế').waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  await started(page);
  await groupOf('Chủ trì').locator('.chip').getByText('Sở Nội vụ').waitFor();
}
