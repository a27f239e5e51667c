import { eventually, started } from './lib/browser.mjs';
import { saved } from './lib/app.mjs';
import { openOutline } from './lib/outline.mjs';

export const name = 'the head of the document, the panel with links, progress and history, and the printed document';

export async function run(t) {
  const { page, outline, row } = await openOutline(t);

  // The head, written in place by keys: a date that cannot be read is told beside it.
  const head = page.getByRole('button', { name: 'Phần đầu và chữ ký' });
  await head.focus();
  await page.keyboard.press('Enter');
  const fields = page.getByRole('region', { name: 'Phần đầu và chữ ký' });
  await fields.getByLabel('Số, ký hiệu').fill('15-CTr/ĐU');
  const date = fields.getByLabel('Ngày ban hành');
  await date.fill('ngày mai');
  await date.press('Tab');
  await fields.getByText('Chưa đọc được ngày này').waitFor();
  await eventually(() => date.getAttribute('aria-invalid'), 'true');
  await date.fill('15/1');
  await date.press('Tab');
  await eventually(() => page.locator('.document-facts').innerText(), /15\/01\/2025/);
  await eventually(() => date.inputValue(), '15/01/2025');
  await fields.getByLabel('Họ tên người ký').fill('Nguyễn Văn A');
  await fields.getByLabel('Nơi nhận').fill('Thường trực Thành ủy\n\nLưu Văn phòng');
  await fields.getByLabel('Nơi nhận').press('Tab');
  await eventually(() => fields.getByLabel('Nơi nhận').inputValue(), 'Thường trực Thành ủy\nLưu Văn phòng');
  await eventually(() => page.locator('.document-facts').innerText(), /Số 15-CTr\/ĐU/);
  await date.press('Escape');
  await eventually(() => fields.count(), 0);
  await eventually(() => head.evaluate((button) => button === document.activeElement), true);

  // A task: percent, a word on progress, a link to an indicator and back, history.
  await row('Kiện toàn cấp ủy').locator('.row-number').click();
  const panel = page.getByRole('complementary', { name: /^Mục I\./ });
  const percent = panel.getByLabel('Phần trăm hoàn thành');
  await percent.fill('140');
  await percent.press('Tab');
  await panel.getByText('Gõ một số từ 0 đến 100').waitFor();
  await percent.fill('40%');
  await percent.press('Tab');
  await eventually(() => percent.inputValue(), '40');
  await panel.getByLabel('Ghi tiến độ').fill('Đã xong danh sách quy hoạch.');
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  const told = panel.getByRole('region', { name: 'Tiến độ' }).getByRole('listitem').filter({ hasText: 'Đã xong danh sách' });
  await eventually(() => told.innerText(), /40\s%/);
  const links = panel.getByRole('region', { name: 'Liên kết' });
  await links.getByRole('searchbox').fill('nguoi dan hai long');
  await links.locator('.link-hit').first().press('Enter');
  const link = links.locator('.chip').filter({ hasText: /hài lòng/ });
  await link.waitFor();
  await panel.getByLabel('Ghi chú').fill('Báo cáo trước đại hội.');
  await panel.getByLabel('Tên mục').fill('Kiện toàn cấp ủy các cấp');
  await panel.getByLabel('Tên mục').press('Tab');
  await panel.getByText('Lịch sử').click();
  const first = panel.locator('details li').first();
  await eventually(() => first.innerText(), /sửa tên mục/);
  await eventually(() => first.locator('del').innerText(), /^Kiện toàn cấp ủy/);
  await eventually(() => panel.locator('details').innerText(), /Chương trình mẫu: Thêm mục/);
  await links.getByRole('button', { name: /^Bỏ liên kết/ }).click();
  await link.waitFor({ state: 'detached' });

  // On paper: the document alone.
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = page.locator('.paper-document');
  await paper.waitFor();
  await page.locator('.outline').waitFor({ state: 'hidden' });
  await eventually(() => paper.locator('.letterhead').innerText(), /Số 15-CTr\/ĐU[^]*ĐẢNG CỘNG SẢN VIỆT NAM[^]*ngày 15 tháng 01 năm 2025/);
  await eventually(() => paper.innerText(), /Căn cứ Nghị quyết số 18-NQ\/TW/);
  await eventually(() => paper.innerText(), /Kiện toàn cấp ủy các cấp/);
  await eventually(() => paper.locator('.sign-off').innerText(), /Lưu Văn phòng[^]*BAN THƯỜNG VỤ[^]*Nguyễn Văn A/);
  await eventually(() => paper.locator('h1').evaluate((title) => getComputedStyle(title).fontFamily), /Times New Roman/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await paper.waitFor({ state: 'detached' });

  // All of it is there after a reload.
  await saved(page);
  await page.reload();
  await started(page);
  await row('Kiện toàn cấp ủy các cấp').waitFor();
  await eventually(() => page.locator('.document-facts').innerText(), /Số 15-CTr\/ĐU[^]*15\/01\/2025/);
}
