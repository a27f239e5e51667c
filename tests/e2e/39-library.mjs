import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, press, started, visit } from './lib/browser.mjs';

export const name = 'the library: begun step by step, from an existing programme, copied, renamed, archived, deleted with undo';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);

  // A new programme by keyboard alone. What is missing is told at its field, which then has the focus.
  await visit(page, `${host.url}#/library`);
  const row = (title) => page.locator('.library > li').filter({ has: page.locator('h2').getByText(title, { exact: true }) });
  await row('Chương trình công tác năm 2025').waitFor();
  await page.getByRole('link', { name: 'Chương trình mới' }).focus();
  await press(page, 'Enter');
  const title = page.getByLabel('Tên chương trình');
  const year = await page.evaluate(() => new Date().getFullYear());
  await title.waitFor();
  await eventually(() => title.inputValue(), `Chương trình công tác năm ${year}`);
  await page.getByLabel('Năm', { exact: true }).fill('năm sau');
  await press(page, 'Enter');
  await page.getByText('Nhập năm bằng bốn chữ số').waitFor();
  await eventually(() => page.evaluate(() => document.activeElement.id), 'first-year');
  // The title follows the years until it is written.
  await page.getByRole('button', { name: 'Nhiệm kỳ' }).press('Enter');
  await page.getByLabel('Từ năm').fill('2026');
  await page.getByLabel('Đến năm').fill('2050');
  await press(page, 'Enter');
  await page.getByText('dài nhất 10 năm').waitFor();
  await page.getByLabel('Đến năm').fill('2030');
  await eventually(() => title.inputValue(), 'Chương trình công tác giai đoạn 2026–2030');
  await title.fill('Chương trình hành động 2026–2030');
  await page.getByLabel('Cơ quan ban hành').fill('Đảng ủy Phường Một');
  for (const section of ['Giải pháp', 'Tổ chức thực hiện']) {
    await page.getByLabel(section).focus();
    await press(page, 'Space');
  }
  await page.getByLabel('Cơ quan cấp trên').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Chương trình hành động 2026–2030' }).waitFor();
  await page.getByRole('button', { name: 'Mục đầu tiên' }).nth(1).waitFor();
  await eventually(() => page.getByRole('button', { name: 'Mục đầu tiên' }).count(), 2);
  await saved(page);

  // Next year's, from the sample: its lines and targets, no figures; deadlines a year later.
  await visit(page, `${host.url}#/library`);
  const more = (title) => row(title).getByLabel(`Việc khác với “${title}”`);
  const act = async (title, deed) => {
    await more(title).click();
    await row(title).locator('.menu').getByText(deed, { exact: true }).click();
  };
  await act('Chương trình công tác năm 2025', 'Lập chương trình kỳ sau');
  await page.getByText('Không chép số liệu').waitFor();
  await eventually(() => violations(page), []);
  await eventually(() => title.inputValue(), 'Chương trình công tác năm 2026');
  await eventually(() => page.getByLabel('Cơ quan ban hành').inputValue(), /^Đảng ủy Ủy ban/);
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
  await page.getByRole('heading', { level: 1, name: 'Chương trình công tác năm 2026' }).waitFor();
  await page.locator('.row-text').getByText('Kiện toàn cấp ủy').first().waitFor();
  // Words are not moved on with the years: how many lines name the old one is told, and they are shown at a press.
  const old = page.locator('.toast').filter({ hasText: /^\d+ dòng còn ghi năm 2025\./ });
  const count = Number.parseInt(await old.innerText(), 10);
  await old.getByRole('button', { name: 'Xem' }).click();
  await page.getByText(`${count} mục khớp`).waitFor();
  await page.getByRole('row').filter({ hasText: 'Chỉ tiêu chủ yếu năm 2025' }).waitFor();
  await page.getByRole('button', { name: 'Hiện mọi mục' }).click();
  await saved(page);
  const file = await downloaded(page, host.url);
  const nodes = Object.values(file.nodes).filter((node) => !node.deleted);
  const of = (type) => nodes.filter((node) => node.type === type).length;
  assert.deepEqual([of('observation'), of('update'), of('version')], [0, 0, 0]);
  assert.equal(of('measure'), 60);
  assert.ok(of('engagement') > 20);
  const deadlines = nodes.map((node) => node.deadline).filter(Boolean).join(' ');
  assert.match(deadlines, /2026/);
  assert.doesNotMatch(deadlines, /2025/);

  // Renamed in place; Esc leaves the title alone, undo brings it back.
  await visit(page, `${host.url}#/library`);
  await act('Chương trình công tác năm 2026', 'Đổi tên');
  await page.getByLabel('Tên mới').fill('Bỏ đi');
  await press(page, 'Escape');
  await row('Chương trình công tác năm 2026').waitFor();
  await act('Chương trình công tác năm 2026', 'Đổi tên');
  await page.getByLabel('Tên mới').fill('Chương trình năm 2026');
  await press(page, 'Enter');
  await row('Chương trình năm 2026').waitFor();
  await page.locator('.toast').filter({ hasText: 'Đã đổi tên' }).getByRole('button', { name: 'Hoàn tác' }).click();
  await row('Chương trình công tác năm 2026').waitFor();

  // A copy holds the figures too, and is another programme.
  await act('Chương trình công tác năm 2025', 'Nhân bản cả số liệu');
  const copy = 'Chương trình công tác năm 2025 (bản sao)';
  await row(copy).waitFor();
  await saved(page);
  const copied = await downloaded(page, host.url);
  assert.notEqual(copied.docId, 'tiendo-mau-2025');
  assert.ok(Object.values(copied.nodes).filter((node) => node.type === 'observation').length > 100);

  // Put away: apart and folded, also after a reload; the open one is closed by it. Taken out again by the toast, and by hand.
  await visit(page, `${host.url}#/library`);
  await act(copy, 'Cất vào kho');
  const archive = page.locator('.library-archive');
  await archive.getByText('Đã cất vào kho (1)').waitFor();
  await page.locator('.toast').filter({ hasText: 'vào kho' }).getByRole('button', { name: 'Hoàn tác' }).click();
  await archive.waitFor({ state: 'detached' });
  await act(copy, 'Cất vào kho');
  await page.reload();
  await started(page);
  await page.getByText('Đã cất vào kho (1)').waitFor();
  await row(copy).waitFor({ state: 'hidden' });
  await archive.locator('summary').first().press('Enter');
  await more(copy).click();
  await eventually(() => violations(page), []);
  await more(copy).press('Escape');
  await row(copy).locator('.menu').waitFor({ state: 'hidden' });
  await eventually(() => more(copy).evaluate((it) => it === document.activeElement), true);
  await act(copy, 'Đưa ra khỏi kho');
  await archive.waitFor({ state: 'detached' });

  // Deleted, and brought back.
  await act(copy, 'Xóa khỏi máy này');
  await row(copy).waitFor({ state: 'detached' });
  await page.locator('.toast').filter({ hasText: 'Đã xóa' }).getByRole('button', { name: 'Hoàn tác' }).click();
  await row(copy).waitFor();
  await eventually(() => page.locator('.library > li').count(), 4);

  // The settings say how old the last file is, and lead to the restore points.
  await row('Chương trình hành động 2026–2030').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Chương trình hành động 2026–2030' }).waitFor();
  await visit(page, `${host.url}#/settings`);
  await page.locator('main').getByText('Chưa tải tệp sao lưu nào của chương trình đang mở').waitFor();
  await page.getByRole('button', { name: 'Tải sao lưu' }).click();
  await page.locator('main').getByText('Tệp sao lưu gần nhất: hôm nay').waitFor();
  await page.getByRole('link', { name: 'Xem, khôi phục' }).click();
  await page.getByRole('heading', { name: 'Bản sao trên máy này' }).waitFor();
}

/** The open programme's file, by the page of files. */
async function downloaded(page, url) {
  await visit(page, `${url}#/data`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main').getByRole('button', { name: 'Tải tệp' }).first().click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}
