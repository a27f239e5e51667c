// Assignments by pointer and by touch: roles, deadlines, progress, bodies, and what one body has to do.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';
import { ADVISORS, POLICE, matrix, role, shows } from './lib/matrix.mjs';

export const name = 'assignments: roles, deadlines, progress and bodies by pointer; a body’s work by touch';

const SEVEN = /Kiện toàn cấp ủy/;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await roles(page, host.url);
  await deadlines(page, host.url);
  await panel(page, host.url);
  await bodies(page, host.url);
  await ownWork(page, host.url);
  await byTouch(t, host.url);
}

async function roles(page, url) {
  const { cell, row, menu, columns, table } = await matrix(page, url);
  await shows(page.locator('.headline-note'), '13 đầu việc giao 11 đơn vị. Các đầu việc này đều có chủ trì.');
  await eventually(columns, (names) => assert.deepEqual([names[0], names.at(-1)], ['Nội dung', 'Thời hạn']));
  await eventually(() => role(cell(/^1\.\s+Hoàn thành chỉ tiêu/, 'UBND Thành phố')), 'Chủ trì');
  // The bodies of the sample fit in the windows of common screens.
  for (const width of [1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await eventually(() => page.locator('.matrix-scroll').evaluate((it) => it.scrollWidth - it.clientWidth), 0, `${width} px`);
  }
  // Given by pointer, taken back in one step.
  const office = cell(SEVEN, 'Văn phòng Đảng ủy');
  await eventually(() => role(office), 'chưa phân công');
  await office.click();
  await menu.getByRole('menuitemradio', { name: 'Phối hợp' }).click();
  await shows(office, 'Phối hợp');
  await eventually(() => office.evaluate((cell) => cell === document.activeElement), true, 'the focus is back in the cell');
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await shows(office, 'chưa phân công');
  // A row without a lead is tinted and worded, counted above, and found by its filter.
  const lead = cell(SEVEN, 'Ban Tổ chức');
  await lead.click();
  await menu.getByRole('menuitemradio', { name: 'Bỏ' }).click();
  await shows(row(SEVEN), 'chưa có chủ trì');
  await eventually(() => row(SEVEN).getAttribute('class'), /is-unassigned/);
  await page.getByRole('link', { name: 'Một việc chưa có chủ trì.' }).click();
  await eventually(() => page.url(), /lead=none/);
  await eventually(() => table.locator('tr[data-row]').count(), 1);
  await page.getByRole('button', { name: 'Chưa có chủ trì 1' }).click();
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).last().click();
  await shows(lead, 'Chủ trì');
  // The search needs no marks; what it leaves is in the address.
  await page.getByRole('searchbox', { name: 'Tìm đầu việc' }).fill('dan van');
  await table.locator('tr[data-row]').nth(1).waitFor({ state: 'detached' });
  await shows(table, 'Dân vận chính quyền');
  await eventually(() => page.url(), /q=dan%20van/);
  // What hides all rows is named, and taken away.
  await page.getByRole('searchbox', { name: 'Tìm đầu việc' }).fill('zzz');
  await page.getByText('Không có đầu việc nào khớp “zzz”').waitFor();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await table.locator('tr[data-row]').nth(12).waitFor();
}

async function deadlines(page, url) {
  const { due, table } = await matrix(page, url);
  const input = table.getByRole('textbox');
  const type = async (text) => {
    await due(SEVEN).click();
    await input.fill(text);
    await input.press('Enter');
  };
  for (const [typed, shown] of [
    ['15/12', '15/12'], ['tháng 11', 'trong tháng 11/2025'], ['quý 4', 'trong quý IV/2025'], ['cuối năm', 'trong năm 2025'],
    ['hàng quý', 'hằng quý'], ['01/6 và 15/11 hằng năm', '01/6 và 15/11 hằng năm'], ['không hạn', 'thường xuyên'],
    ['sau khi có kết luận của cấp trên', 'sau khi có kết luận của cấp trên'],
  ]) {
    await type(typed);
    await shows(due(SEVEN), shown);
    // The focus goes on to the next row.
    await eventually(() => due(SEVEN).evaluate((cell) => !cell.contains(document.activeElement) && document.activeElement.matches('[data-at]')), true);
  }
  // What cannot be read stays, with the reason below it.
  await type('hôm nào đó');
  await table.getByRole('alert').getByText('Chưa đọc được “hôm nào đó”').waitFor();
  await eventually(() => input.getAttribute('aria-invalid'), 'true');
  await input.press('Escape');
  await shows(due(SEVEN), 'sau khi có kết luận');
}

async function panel(page, url) {
  const { title, due, row } = await matrix(page, url);
  // Numbered as its panel refers to it, though the document prints another number twice.
  await eventually(() => title(SEVEN).innerText(), /^7\./);
  await title(SEVEN).click();
  await eventually(() => page.url(), /item=7dt5c7j98bhz/);
  const side = page.getByRole('complementary', { name: 'Mục I.7' });
  const percent = side.getByLabel('Phần trăm').first();
  await percent.fill('85');
  await percent.press('Tab');
  await side.getByLabel('Thời hạn', { exact: true }).fill('30/11');
  await side.getByLabel('Thời hạn', { exact: true }).press('Tab');
  await shows(due(SEVEN), '30/11');
  await shows(due(SEVEN), '85');
  await percent.fill('850');
  await percent.press('Tab');
  await side.getByRole('alert').getByText('“850” không phải số từ 0 đến 100.').waitFor();
  // A word on progress sets state and percentage in one step.
  await side.getByLabel('Đã làm được gì, vướng gì').fill('Đã trình quy hoạch bổ sung.');
  await side.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Hoàn thành' });
  await side.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await shows(side.locator('.history'), 'Đã trình quy hoạch bổ sung.');
  await shows(due(SEVEN), 'xong');
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).last().click();
  await shows(due(SEVEN), '30/11');
  await eventually(() => side.getByText('Chưa có cập nhật nào.').count(), 1);
  // A body joins with a deadline of its own.
  await side.getByLabel('Thêm đơn vị').selectOption({ label: 'Sở Nội vụ' });
  const part = side.locator('.part-list li').filter({ hasText: 'Sở Nội vụ' });
  await part.getByLabel('Hạn riêng của Sở Nội vụ').fill('tháng 10');
  await part.getByLabel('Hạn riêng của Sở Nội vụ').press('Tab');
  await eventually(() => part.getByLabel('Hạn riêng của Sở Nội vụ').inputValue(), 'trong tháng 10/2025');
  await part.getByRole('button', { name: 'Bỏ Sở Nội vụ' }).click();
  await part.waitFor({ state: 'detached' });
  await side.getByRole('button', { name: 'Đóng' }).click();
  await side.waitFor({ state: 'detached' });
  await eventually(() => row(SEVEN).getByRole('rowheader').evaluate((it) => it === document.activeElement), true);
}

async function bodies(page, url) {
  await visit(page, `${url}#/assignments?view=bodies`);
  const table = page.getByRole('table', { name: 'Đơn vị và khối lượng việc' });
  const row = (text) => table.getByRole('row').filter({ hasText: text });
  await row('Sở Tài chính').waitFor();
  await page.getByRole('button', { name: 'Thêm đơn vị' }).first().click();
  await page.waitForFunction(() => document.activeElement?.id === 'body-name');
  const form = page.locator('.body-form');
  await form.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await form.getByRole('alert').getByText('Đơn vị cần có tên.').waitFor();
  await form.getByLabel('Tên đơn vị').fill('sở tài  chinh');
  await form.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await form.getByRole('alert').getByText('Đã có đơn vị tên').waitFor();
  await form.getByLabel('Tên đơn vị').fill('Sở Du lịch');
  await form.getByLabel('Tên ngắn').fill('Sở DL');
  await form.getByLabel('Loại').selectOption({ label: 'Sở, ban, ngành' });
  await form.getByLabel('Trực thuộc').selectOption({ label: 'Ủy ban nhân dân Thành phố' });
  await form.getByLabel('Tên ngắn').press('Enter');
  await row('Sở Du lịch').waitFor();
  await eventually(() => row('Sở Du lịch').innerText(), /UBND Thành phố/);
  // A new body is a column at once, and leads something.
  const grid = await matrix(page, url);
  await eventually(grid.columns, (names) => assert.ok(names.includes('Sở DL'), names.join()));
  await grid.cell(SEVEN, 'Sở DL').click();
  await grid.menu.getByRole('menuitemradio', { name: 'Theo dõi' }).click();
  await shows(grid.cell(SEVEN, 'Sở DL'), 'Theo dõi');
  // Renamed, then merged on a day: its part is the successor's, and its column is gone.
  await grid.table.getByRole('link', { name: 'Sở DL' }).click();
  await page.getByRole('button', { name: 'Sửa đơn vị' }).click();
  await page.getByLabel('Tên đơn vị').fill('Sở Du lịch Thành phố');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sở Du lịch Thành phố' }).waitFor();
  await page.getByRole('button', { name: 'Sửa đơn vị' }).click();
  const merge = page.getByRole('form', { name: 'Sáp nhập' });
  await merge.getByLabel('Vào đơn vị').selectOption({ label: 'Sở Văn hóa và Thể thao' });
  await merge.getByLabel('Từ ngày').fill('31/2/2025');
  await merge.getByRole('button', { name: 'Sáp nhập' }).click();
  await merge.getByRole('alert').getByText('“31/2/2025” không phải một ngày').waitFor();
  await merge.getByLabel('Từ ngày').fill('01/7/2025');
  await merge.getByRole('button', { name: 'Sáp nhập' }).click();
  await page.getByText('Từ 01/7/2025, Sở Văn hóa và Thể thao kế tục đơn vị này.').first().waitFor();
  const merged = await matrix(page, url);
  await eventually(merged.columns, (names) => assert.ok(!names.includes('Sở DL'), names.join()));
  await shows(merged.cell(SEVEN, 'Sở VH&TT'), 'Theo dõi');
  // A new role replaces the part that came with the merger.
  await merged.cell(SEVEN, 'Sở VH&TT').click();
  await merged.menu.getByRole('menuitemradio', { name: 'Phối hợp' }).click();
  await shows(merged.cell(SEVEN, 'Sở VH&TT'), 'Phối hợp');
  // All of it back, step by step: role, merger, name, role, body.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
  await visit(page, `${url}#/assignments?view=bodies`);
  await row('Sở Tài chính').waitFor();
  await eventually(() => row('Sở Du lịch').count(), 0);
}

async function ownWork(page, url) {
  // Whose work is asked once, then the page opens at it.
  await visit(page, `${url}#/assignments/body`);
  await page.getByRole('heading', { name: 'Bạn thuộc đơn vị nào?' }).waitFor();
  await page.getByRole('button', { name: 'Các cơ quan tham mưu, giúp việc Đảng ủy' }).click();
  await page.getByRole('heading', { level: 1, name: 'Các cơ quan tham mưu' }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement.id), 'content');
  const reports = page.getByRole('region', { name: 'Báo cáo cần nộp' });
  const count = await eventually(() => reports.getByRole('listitem').count(), (count) => assert.ok(count > 0));
  const first = reports.getByRole('listitem').first();
  await shows(first, 'hạn 10/10');
  await first.getByRole('button', { name: /^Đánh dấu đã nộp/ }).click();
  await reports.getByRole('listitem').nth(count - 1).waitFor({ state: 'detached' });
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).last().click();
  await reports.getByRole('listitem').nth(count - 1).waitFor();
  // Another body by the choice; its figures lead to their grid.
  const choice = page.getByLabel('Chọn đơn vị');
  await choice.focus();
  await choice.selectOption({ label: 'Công an Thành phố' });
  await page.waitForURL(new RegExp(`body/${POLICE}`));
  await page.getByRole('heading', { level: 1, name: 'Công an Thành phố' }).waitFor();
  await eventually(() => choice.evaluate((it) => it === document.activeElement && it.selectedOptions[0].label), 'Công an Thành phố');
  const figures = page.getByRole('region', { name: 'Số liệu cần nhập' });
  await figures.getByRole('link', { name: /^Nhập số liệu/ }).first().click();
  await page.getByRole('grid').first().waitFor();
  await eventually(() => page.url(), /#\/indicators\/\w+/);
  await saved(page);
}

async function byTouch(t, url) {
  const page = await t.page({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await openSample(page, url);
  await visit(page, `${url}#/assignments/body/${ADVISORS}`);
  const tasks = page.getByRole('region', { name: 'Việc cần làm' });
  const task = tasks.getByRole('listitem').filter({ hasText: 'Hoàn thành chỉ tiêu kinh tế' });
  const button = task.getByRole('button', { name: /^Ghi tiến độ/ }).first();
  const { height } = await button.boundingBox();
  assert.ok(height >= 44, `a thumb needs 44 px, not ${height}`);
  await button.tap();
  await task.getByLabel('Đã làm được gì, vướng gì').fill('Đã họp giao ban.');
  await task.getByLabel('Phần trăm').fill('80');
  await task.getByRole('button', { name: 'Ghi tiến độ' }).last().tap();
  await shows(task, '80');
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth), (width) => assert.ok(width <= 360, `nothing hangs over: ${width}`));
  // The matrix as cards: a role is given by tapping a body.
  const { cell, menu } = await matrix(page, url);
  await cell(/Hoàn thành chỉ tiêu/, 'Cơ quan tham mưu').tap();
  await menu.getByRole('menuitemradio', { name: 'Theo dõi' }).tap();
  await shows(cell(/Hoàn thành chỉ tiêu/, 'Cơ quan tham mưu'), 'Theo dõi');
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth), (width) => assert.ok(width <= 360, `nothing hangs over: ${width}`));
  // Above the tabs there is no room below the body: the choice opens above it.
  const low = cell(/Kiện toàn cấp ủy/, 'Ban Tổ chức');
  await low.evaluate((it) => scrollBy(0, it.getBoundingClientRect().bottom - innerHeight + 80));
  await low.tap();
  await menu.getByRole('menuitemradio', { name: 'Bỏ' }).waitFor();
  const tabs = await page.getByRole('navigation', { name: 'Điều hướng chính' }).last().boundingBox();
  await eventually(() => menu.boundingBox(), (box) => assert.ok(box.y > 0 && box.y + box.height <= tabs.y, JSON.stringify(box)));
  await press(page, 'Escape');

  // Nothing is owed, and a figure can still be corrected: all that the body reports is there, and leads to the cell itself.
  await visit(page, `${url}#/assignments?view=bodies`);
  await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).first().tap();
  await page.getByText('Không có số liệu cần nhập.').waitFor();
  const own = page.getByRole('listitem').filter({ hasText: 'Tháng 9: 11.100 lao động' });
  await own.getByRole('link', { name: 'Tạo việc làm mới' }).tap();
  await page.waitForFunction(() => {
    const box = document.activeElement.matches('[role=gridcell]') && document.activeElement.getBoundingClientRect();
    return box && box.top > 0 && box.bottom < window.innerHeight;
  });
  // Where the clipboard cannot be read, a field takes what a thumb pastes.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: /^Dán từ Excel/ }).tap();
  const place = page.getByRole('textbox', { name: 'Dán vào đây, số liệu điền từ ô này' });
  await place.fill('11.500\n12.000');
  await page.getByRole('button', { name: 'Nhận', exact: true }).tap();
  await page.getByText('Sẽ điền 2 ô.').waitFor();
  await page.getByRole('button', { name: 'Nhận', exact: true }).tap();
  await page.getByText('Đã dán 2 ô').first().waitFor();
}
