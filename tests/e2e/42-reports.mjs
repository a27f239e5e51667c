// The report calendar by pointer and keyboard, duties, and work packages that come back.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { allRows, openSample, saved } from './lib/app.mjs';
import { eventually, press, started, visit } from './lib/browser.mjs';
import { ADVISORS } from './lib/matrix.mjs';
import { visible } from './lib/visible.mjs';

export const name = 'reports: marked by click and by keys, duties set up, undone; work packages go out and merge back';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page({ acceptDownloads: true });
  await openSample(page, host.url);
  await visit(page, `${host.url}#/assignments`);
  const table = page.getByRole('grid', { name: 'Lịch báo cáo 2025' });
  const row = (body) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: body }) });
  const mark = (body, told) => row(body).getByRole('button', { name: told });
  await row('Cơ quan tham mưu').waitFor();

  // What the sample says: sent, late, open, to come.
  await eventually(() => mark('Cơ quan tham mưu', /Báo cáo tháng .*, Tháng 4:/).innerText(), /T4[^]*đã nộp/);
  await eventually(() => mark('Cơ quan tham mưu', /, Tháng 5:/).getAttribute('class'), /is-late-sent/);
  const third = mark('Cơ quan tham mưu', /Báo cáo quý .*, Quý III:/);
  await eventually(() => third.getAttribute('class'), /is-open/);
  await page.locator('.reminder-bar').getByText(/đơn vị chưa nộp/).waitFor();

  // A press marks it as the day has it, the next as late, the next takes the mark away.
  const rate = row('Cơ quan tham mưu').locator('.calendar-rate');
  const owed = await rate.innerText();
  for (const [state, word] of [['is-sent', 'đã nộp'], ['is-late-sent', 'nộp muộn'], ['is-open', 'đang mở']]) {
    await third.click();
    await page.waitForFunction(([id, state]) => document.getElementById(id).classList.contains(state), [await third.getAttribute('id'), state]);
    await page.locator('.calendar-section [role=status]').filter({ hasText: word }).waitFor({ state: 'attached' });
  }
  await eventually(() => rate.innerText(), owed);
  await third.click();
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).first().click();
  await page.waitForFunction((id) => document.getElementById(id).classList.contains('is-open'), await third.getAttribute('id'));

  // By keyboard: one stop, arrows between the marks, Enter marks; the focus stays.
  await eventually(() => table.locator('[tabindex="0"]').count(), 1);
  await table.locator('[tabindex="0"]').focus();
  const id = await third.getAttribute('id');
  const focused = (part) => page.evaluate(([id, part]) => document.activeElement.id.startsWith(id.split('.').slice(0, part).join('.')), [id, part]);
  await press(page, 'End', 'Home');
  for (let rows = 0; !(await focused(2)); rows += 1) {
    assert.ok(rows < 10, 'arrows reach every row');
    await press(page, 'ArrowDown');
  }
  await press(page, 'Home');
  for (let marks = 0; !(await focused(4)); marks += 1) {
    assert.ok(marks < 20, 'arrows reach every mark');
    await press(page, 'ArrowRight');
  }
  await press(page, 'Enter');
  await page.waitForFunction((id) => document.getElementById(id).classList.contains('is-sent') && document.activeElement.id === id, id);
  await press(page, 'Control+z');
  await page.waitForFunction((id) => document.getElementById(id).classList.contains('is-open'), id);

  // Only those that owe, by an address.
  const count = await table.locator('tbody tr').count();
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  await eventually(() => page.url(), /reports=due/);
  await page.waitForFunction((count) => document.querySelectorAll('.report-calendar tbody tr').length < count, count);
  await page.getByRole('button', { name: 'Xem tất cả' }).click();

  await occasional(page, host.url, table);
  await duties(page, row);
  await packages(t, page, host.url);
}

/** A report by theme: its body is told of it, and marks it as sent; the calendar shows when it came. */
async function occasional(page, url, table) {
  const own = table.getByRole('row').filter({ hasText: 'theo chuyên đề' });
  await own.getByRole('link').click();
  const list = page.getByRole('region', { name: 'Báo cáo chuyên đề, đột xuất' });
  await list.getByText('Báo cáo chuyên đề về đại hội đảng các cấp').waitFor();
  await list.getByRole('button', { name: /^Đánh dấu đã nộp: Báo cáo chuyên đề .*, Tháng 10$/ }).click();
  await list.getByText('lần gần nhất: tháng 10/2025').waitFor();
  await eventually(() => list.getByRole('button').count(), 0);
  // The button is gone with what it marked: the focus stays in its list.
  await eventually(() => list.getByRole('heading').evaluate((it) => it === document.activeElement), true);
  await visit(page, `${url}#/assignments`);
  const mark = own.getByRole('button', { name: /Báo cáo chuyên đề .*, Tháng 10: đã nộp$/ });
  await mark.press('Enter');
  const late = own.getByRole('button', { name: /Báo cáo chuyên đề .*, Tháng 10: nộp muộn$/ });
  await late.press('Enter');
  await late.waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.activeElement.classList.contains('report-mark')), true);
}

/** A duty of all bodies of a kind: added with a refusal on the way, edited, deleted, all undone. */
async function duties(page, row) {
  await page.getByRole('button', { name: 'Đặt lịch và hạn' }).click();
  await eventually(() => page.url(), /duty=list/);
  const list = page.getByRole('complementary', { name: 'Chế độ báo cáo' });
  await list.getByRole('button', { name: 'Thêm chế độ báo cáo' }).click();
  const field = (label) => list.getByLabel(label, { exact: false });
  await field('Tên báo cáo').fill('Báo cáo  9 tháng');
  await field('Tên báo cáo').press('Enter');
  await list.getByRole('alert').getByText('Chọn đơn vị phải nộp.').waitFor();
  await field('Đơn vị phải nộp').selectOption({ label: 'Mọi đơn vị: Sở, ban, ngành' });
  await field('Kỳ').selectOption({ label: '9 tháng' });
  await field('Chốt số liệu').selectOption({ label: '15 đến 14 (Nghị định 09/2019)' });
  await field('Hạn nộp').fill('40');
  await field('Hạn nộp').press('Enter');
  await list.getByRole('alert').getByText('“40” không phải số từ 1 đến 31.').waitFor();
  await field('Hạn nộp').fill('20');
  await field('Hạn nộp').press('Enter');
  const line = list.getByRole('listitem').filter({ hasText: 'Báo cáo 9 tháng' });
  await line.getByText('Mọi đơn vị: Sở, ban, ngành · 9 tháng · 15 đến 14 (Nghị định 09/2019) · hạn ngày 20').waitFor();
  // One mark a body: the nine months ended on 14 September, the 20th is over.
  const nine = row('Sở Y tế').getByRole('button', { name: /Báo cáo 9 tháng/ });
  await eventually(() => nine.getAttribute('class'), /is-missing/);
  await eventually(() => nine.innerText(), /9T/);
  await nine.click();
  await page.waitForFunction((id) => document.getElementById(id).classList.contains('is-late-sent'), await nine.getAttribute('id'));
  await line.getByRole('button', { name: 'Sửa “Báo cáo 9 tháng”' }).click();
  await eventually(() => field('Hạn nộp').inputValue(), '20');
  await field('Hạn nộp').fill('');
  await list.getByRole('button', { name: 'Lưu' }).click();
  await line.getByText('hạn theo cài đặt').waitFor();
  await line.getByRole('button', { name: 'Xóa “Báo cáo 9 tháng”' }).click();
  await row('Sở Y tế').waitFor({ state: 'detached' });
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).last().click();
  await row('Sở Y tế').waitFor();
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Hoàn tác', exact: true }).first().click();
  await row('Sở Y tế').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Đặt lịch và hạn' }).click();
}

/** A body's package is opened elsewhere, filled in, and comes back; the archive holds one a body. */
async function packages(t, page, url) {
  const file = async (button) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  const archive = await file(page.getByRole('button', { name: 'Xuất gói giao việc' }));
  assert.match(archive.name, /^goi-giao-viec_.*\.zip$/);
  const entries = unpack(await readFile(archive.path));
  await page.getByText(`Đã xuất gói của ${entries.length} đơn vị`).first().waitFor();
  assert.ok(entries.length > 10, `${entries.length} bodies have work`);
  await visit(page, `${url}#/assignments/body/${ADVISORS}`);
  const one = await file(page.getByRole('button', { name: 'Xuất gói giao việc' }));
  const text = await readFile(one.path, 'utf8');
  assert.match(one.name, /^goi-giao-viec_.*co-quan-tham-muu_2025-10-05\.tiendo\.json$/);
  assert.ok(entries.some((entry) => entry.text === text), 'the same file is in the archive');
  assert.equal(JSON.parse(text).scope.body, ADVISORS);

  // Another machine: the archive says what it holds; the package opens as a programme with this body's work, and one word is written.
  const other = await t.page();
  await visit(other, `${url}#/data`);
  await started(other);
  await other.locator('input[type=file]').setInputFiles(archive.path);
  await other.getByRole('alert').filter({ hasText: `Có ${entries.length} tệp` }).waitFor();
  await other.locator('input[type=file]').setInputFiles(one.path);
  await other.getByRole('button', { name: 'Thêm thành chương trình mới' }).click();
  // It opens at the work of its body, who is now known to work there.
  await eventually(() => other.url(), new RegExp(`#/assignments/body/${ADVISORS}$`));
  await other.locator('.mine').waitFor();
  await saved(other);
  // It says whose part it is, after a reload too, and its lines have the numbers of the whole.
  await other.reload();
  await started(other);
  await other.locator('.bar').filter({ hasText: 'Đây là phần của' }).waitFor();
  await visit(other, `${url}#/programme`);
  const numbered = () => [...document.querySelectorAll('.outline-row:has(.row-text > span)')].map((row) => `${row.querySelector('.row-number')?.textContent.trim()} ${row.querySelector('.row-text > span')?.textContent.trim()}`);
  await allRows(other);
  const own = await other.evaluate(numbered);
  await visit(page, `${url}#/programme`);
  await allRows(page);
  const all = await page.evaluate(numbered);
  assert.ok(own.length > 5 && own.length < all.length);
  assert.deepEqual(own.filter((line) => !all.includes(line)), []);
  await visit(other, `${url}#/assignments/body/${ADVISORS}`);
  const task = other.getByRole('region', { name: 'Việc cần làm' }).getByRole('listitem').first();
  await task.getByRole('button', { name: /^Ghi tiến độ/ }).click();
  await task.getByLabel('Đã làm được gì, vướng gì').fill('Đã gửi từ cơ sở.');
  await task.getByRole('button', { name: 'Ghi tiến độ' }).last().click();
  await saved(other);
  const [back] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: 'Xuất tệp gửi lại' }).click()]);
  assert.match(back.suggestedFilename(), /^gui-lai_co-quan-tham-muu_.*_\d{4}-\d\d-\d\d-\d{4}\.tiendo\.json$/);
  assert.equal(JSON.parse(await readFile(await back.path(), 'utf8')).scope.body, ADVISORS, 'it stays a part');

  // It merges back: the word is there, and nothing is gone.
  await visit(page, `${url}#/data`);
  const whole = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main').getByRole('button', { name: 'Tải tệp' }).first().click()]);
    return visible(await readFile(await download.path(), 'utf8'));
  };
  const before = await whole();
  // The archive of all packages opens too: there is nothing new in it. A document is shown to its own page.
  const choose = (files) => page.getByRole('main').locator('input[type=file]').setInputFiles(files);
  await choose(archive.path);
  await page.getByText('Tệp không có gì mới').waitFor();
  await choose({ name: 'ke-hoach.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') });
  await page.getByRole('alert').filter({ hasText: 'Mở ở trang “Nhập văn bản”' }).waitFor();
  await choose(await back.path());
  await page.getByRole('button', { name: 'Hợp nhất vào chương trình đang mở' }).click();
  await page.getByText(/Đã hợp nhất/).first().waitFor();
  await saved(page);
  const after = await whole();
  const added = Object.keys(after).filter((id) => !before[id]);
  assert.deepEqual(added.map((id) => after[id].type), ['update']);
  assert.deepEqual(after[added[0]].text, ['"Đã gửi từ cơ sở."']);
  for (const [id, record] of Object.entries(before)) assert.deepEqual(after[id], record);
}

/** The files of a zip archive. */
function unpack(bytes) {
  const entries = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size, name, extra] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    const body = bytes.subarray(start, start + size);
    entries.push({ name: bytes.toString('utf8', at + 30, at + 30 + name), text: (method ? inflateRawSync(body) : body).toString('utf8') });
    at = start + size;
  }
  return entries;
}
