import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { eventually, open, started, visit } from './lib/browser.mjs';
import { beginBlank, openSample, saved } from './lib/app.mjs';

export const name = 'first run: the sample, a file, a blank page; a sample out of reach is told; language and theme stay';

const DOCUMENT = 'II. CHỈ TIÊU CHỦ YẾU\n1. Về xã hội: tạo việc làm mới cho 1.200 lao động; giảm tỷ lệ hộ nghèo xuống dưới 2%.\n';

export async function run(t) {
  const host = await t.serve();

  // The sample holds what the first page says it holds.
  const page = await t.page();
  await open(page, host.url);
  const note = await page.getByRole('button', { name: 'Xem thử với chương trình mẫu' }).innerText();
  const [promised] = note.match(/\d+(?= chỉ tiêu)/);
  await openSample(page, host.url);
  const targets = page.getByRole('navigation').first().getByRole('link', { name: 'Chỉ tiêu' });
  await eventually(() => targets.innerText(), new RegExp(`\\b${promised}$`));
  await eventually(() => page.title(), /Chương trình/);

  // Its figures go in one step and come back in one.
  const text = await exported(page, host.url);
  // Their mark leads to where they are cleared.
  await page.getByRole('link', { name: 'Số liệu minh họa' }).click();
  await page.getByRole('button', { name: 'Xóa số liệu minh họa' }).click();
  await page.getByText('Đã xóa số liệu minh họa').waitFor();
  const observations = (text) => Object.values(JSON.parse(text).nodes).filter((node) => node.type === 'observation' && !node.deleted).length;
  assert.ok(observations(text) > 0);
  await eventually(async () => observations(await exported(page, host.url)), 0);
  await page.getByRole('status').getByRole('button', { name: 'Hoàn tác' }).click();
  await saved(page);
  await eventually(async () => observations(await exported(page, host.url)), observations(text));

  // A blank page: this year's programme with its four sections. The page is the same after a reload.
  const blank = await t.page();
  await open(blank, host.url);
  await beginBlank(blank);
  const year = await blank.evaluate(() => new Date().getFullYear());
  for (const reloaded of [false, true]) {
    if (reloaded) {
      await saved(blank);
      await blank.reload();
      await started(blank);
    }
    await blank.getByRole('heading', { level: 1, name: `Chương trình công tác năm ${year}` }).waitFor();
    await blank.getByRole('button', { name: 'Mục đầu tiên' }).nth(3).waitFor();
    await eventually(() => blank.getByRole('button', { name: 'Mục đầu tiên' }).count(), 4);
  }

  // A file of another computer, chosen on the first page; one that is none is named, and nothing is stored.
  const other = await t.page();
  await open(other, host.url);
  const choose = other.getByLabel('Chọn tệp');
  await choose.setInputFiles({ name: 'thư.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') });
  await other.getByRole('alert').filter({ hasText: 'thư.json' }).waitFor();
  assert.equal(await other.evaluate(() => Object.keys(localStorage).filter((key) => /:m[01]$/.test(key)).length), 0);
  await choose.setInputFiles({ name: 'mẫu.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await other.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();
  await saved(other);
  await eventually(() => exported(other, host.url), text);

  // A document, dropped or pasted on the first page, is read; nothing is stored before the person agrees.
  const reader = await t.page();
  await open(reader, host.url);
  await reader.getByLabel('Chọn tệp').setInputFiles({ name: 'kế hoạch.txt', mimeType: 'text/plain', buffer: Buffer.from(DOCUMENT) });
  await reader.getByRole('heading', { name: 'Cấu trúc đọc được' }).waitFor();
  await reader.locator('.source-text mark.is-value').first().waitFor();
  assert.equal(await reader.evaluate(() => Object.keys(localStorage).filter((key) => /:m[01]$/.test(key)).length), 0);
  await visit(reader, `${host.url}#/`);
  await reader.locator('.drop-zone').waitFor();
  await reader.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, DOCUMENT);
  await reader.locator('.source-text').getByText('tạo việc làm mới').waitFor();

  // Language and theme stay on this machine.
  await visit(other, `${host.url}#/settings`);
  await other.getByRole('button', { name: 'English' }).click();
  await other.getByRole('button', { name: 'Dark' }).click();
  await other.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
  await other.reload();
  await started(other);
  await other.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await eventually(() => other.getAttribute('html', 'lang'), 'en');
  await eventually(() => other.getAttribute('html', 'data-theme'), 'dark');

  // No network: it says so and can be tried again.
  const away = await (await t.profile({ serviceWorkers: 'block' })).newPage();
  await away.route('**/sample.json', (route) => route.abort());
  await open(away, host.url);
  const sample = away.getByRole('button', { name: 'Xem thử với chương trình mẫu' });
  await sample.click();
  await away.getByRole('alert').waitFor();
  await away.unroute('**/sample.json');
  await sample.click();
  await away.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();
  await saved(away);
  // The browser says of the lost file that it was lost, by a way of its own.
  await eventually(() => t.problems.length, (count) => assert.ok(count > 0));
  assert.deepEqual(t.problems.splice(0).filter((problem) => !problem.includes('sample.json')), []);
  // What needs a decision is seen first.
  await away.getByRole('heading', { level: 1, name: 'Hết quý III' }).waitFor();
}

async function exported(page, url) {
  await visit(page, `${url}#/data`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name: 'Tải tệp' }).first().click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
