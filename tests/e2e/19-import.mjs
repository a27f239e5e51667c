import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, open, press, started, visit } from './lib/browser.mjs';
import { losses } from './lib/layout.mjs';

export const name = 'an official document is read, looked through by pointer and keyboard, and becomes a programme; bad files change nothing';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/documents');

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await open(page, host.url);
  await page.getByRole('link', { name: 'dán nội dung' }).click();
  // The page before has a field for files too, which goes with it.
  await page.getByLabel('Hoặc dán văn bản').waitFor();
  const choose = (name, buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  // What is no document is told, and nothing is stored.
  await choose('hỏng.docx', Buffer.from('PK\x03\x04 not a package'));
  await page.getByRole('alert').filter({ hasText: 'Không đọc được “hỏng.docx”' }).waitFor();
  for (const [name, bytes, why] of [
    ['ảnh.txt', await readFile(path.resolve(import.meta.dirname, 'screenshot.png')), 'không phải văn bản'],
    ['trống.txt', Buffer.from(''), 'tệp trống'],
    ['sao-lưu.json', Buffer.from('{"docId":"d","format":1,"nodes":{}}'), 'mở ở trang “Nhập, xuất tệp”'],
  ]) {
    await choose(name, bytes);
    await page.getByRole('alert').filter({ hasText: `“${name}”` }).filter({ hasText: why }).waitFor();
  }
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':m')).length), 0);

  // Read: every target of the fixture is counted and marked in its words.
  const text = await readFile(path.join(fixtures, 'province-plan.txt'));
  const expected = JSON.parse(await readFile(path.join(fixtures, 'province-plan.expected.json'), 'utf8'));
  await choose('ke-hoach.txt', text);
  const measures = page.locator('.structure-counts div').filter({ hasText: 'Chỉ tiêu đo được' }).locator('dd');
  await measures.waitFor();
  await eventually(async () => Number(await measures.innerText()), expected.targets.length);
  await eventually(() => page.locator('.source-text mark.is-value').count(), expected.targets.length);
  const source = await page.locator('.source-text li').first().innerText();
  assert.ok(source.includes(text.toString().split('\n').find((line) => line.trim()).trim()), 'the source is verbatim');
  await eventually(() => violations(page), []);
  // A level to come down to is not merely reached; names hold neither units nor words of their goals.
  const row = (name) => page.locator('.extracted.is-measure').filter({ has: page.getByRole('button', { name, exact: true }) });
  await eventually(() => row('Tỷ lệ hộ nghèo đa chiều').locator('.extracted-cmp').innerText(), 'giảm còn');
  await eventually(() => row('Tỷ lệ che phủ rừng').locator('.extracted-cmp').innerText(), 'duy trì');
  await eventually(() => row('Giải quyết việc làm').locator('.extracted-unit').innerText(), 'lượt lao động');

  // A mark leads to its target; its fields are kept, and what is no number is told.
  await page.locator('.source-text mark.is-value').first().click();
  const editor = page.locator('.extracted-editor');
  await editor.getByLabel('Giá trị').fill('mười');
  await press(page, 'Tab');
  await editor.getByRole('alert').filter({ hasText: '“mười”' }).waitFor();
  await editor.getByLabel('Giá trị').fill('1.250,5');
  await press(page, 'Tab');
  await editor.getByLabel('Tên').fill('Tên do người soát đặt');
  await press(page, 'Tab');
  await editor.getByText('Tên do người soát đặt').waitFor();
  await eventually(() => violations(page), []);

  // Left for another page and come back to, it stands as it stood, with the step back.
  await page.getByRole('link', { name: 'Các chương trình' }).first().click();
  await page.getByRole('heading', { name: 'Các chương trình trên máy này' }).waitFor();
  await page.getByRole('link', { name: 'Nhập văn bản' }).first().click();
  await page.getByText('Tên do người soát đặt').first().waitFor();
  await eventually(() => page.getByRole('button', { name: 'Lùi một bước' }).isEnabled(), true);

  // By keyboard: from target to target, out and back in.
  await page.getByRole('heading', { name: 'Văn bản gốc' }).click();
  await press(page, 'Escape', 'j', 'j', 'Delete');
  const one = expected.targets.length - 1;
  await eventually(async () => Number(await measures.innerText()), one);
  await press(page, 'Control+z');
  await eventually(async () => Number(await measures.innerText()), expected.targets.length);
  // It becomes a programme that stays.
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
  await page.getByRole('treegrid').waitFor();
  await saved(page);
  await page.reload();
  await started(page);
  await visit(page, `${host.url}#/indicators`);
  await page.getByText('Tên do người soát đặt').first().waitFor();

  // The same text pasted: against the open programme one target is another, none is gone but it.
  await visit(page, `${host.url}#/import`);
  await page.getByLabel('Hoặc dán văn bản').fill(text.toString());
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.getByRole('button', { name: 'So với bản đang mở' }).click();
  await page.locator('.is-compared').first().waitFor();
  const told = await page.locator('.is-compared').allInnerTexts();
  assert.equal(told.filter((row) => row.includes('Tên do người soát đặt') && row.includes('Không còn')).length, 1);
  assert.equal(told.filter((row) => row.includes('Không còn')).length, 1, told.join('\n'));

  // N leads to what is worth a look, in the list of those; a suggestion is taken on the person's word alone.
  await page.getByRole('button', { name: 'Hủy nhập' }).click();
  await choose('xã.txt', await readFile(path.join(fixtures, 'commune-list.txt')));
  await page.getByRole('button', { name: 'Cần xem 1' }).waitFor();
  await page.getByRole('heading', { name: 'Văn bản gốc' }).click();
  await press(page, 'n');
  const doubt = page.locator('.extracted.is-doubt.is-chosen');
  await doubt.getByText('Sửa thành “6”?').waitFor();
  await eventually(() => violations(page), []);
  await doubt.getByRole('button', { name: 'Sửa theo gợi ý' }).click();
  await page.getByRole('button', { name: 'Cần xem 0' }).waitFor();
  await page.getByRole('button', { name: /^Tất cả/ }).click();
  await page.locator('.extracted-no').filter({ hasText: /^6$/ }).first().waitFor();

  // A goal in words that is measured after all stands in its own place, with no target until one is typed; nothing looks deleted.
  const targets = Number(await measures.innerText());
  const goals = page.locator('.structure-counts div').filter({ hasText: 'Định tính' }).locator('dd');
  const goalCount = Number(await goals.innerText());
  assert.ok(goalCount > 0);
  const goal = page.locator('.extracted.is-measure').filter({ has: page.locator('.extracted-kind', { hasText: 'Định tính' }) }).last().locator('.extracted-name');
  const words = await goal.innerText();
  const named = page.locator('.extracted-name').filter({ hasText: words });
  const count = await named.count();
  const turn = async () => {
    await goal.click();
    await page.getByRole('button', { name: 'Chuyển thành chỉ tiêu đo được' }).click();
    await eventually(() => editor.getByLabel('Giá trị').inputValue(), '');
  };
  await turn();
  await eventually(() => page.locator('.is-out').count(), 0);
  await eventually(async () => [Number(await measures.innerText()), Number(await goals.innerText())], [targets + 1, goalCount - 1]);
  await press(page, 'Escape');
  await page.locator('.extracted.is-measure').filter({ hasText: words }).getByText('chưa có mục tiêu').waitFor();
  await eventually(() => named.count(), count);
  // Made words again, it is as it was.
  await named.last().click();
  await page.getByRole('button', { name: 'Chuyển thành mục tiêu định tính' }).click();
  await eventually(() => page.locator('.is-out').count(), 0);
  await eventually(async () => [Number(await measures.innerText()), Number(await goals.innerText())], [targets, goalCount]);
  await page.getByRole('heading', { name: 'Văn bản gốc' }).click();
  await press(page, 'Escape');
  await turn();
  await editor.getByLabel('Giá trị').fill('75');
  await press(page, 'Tab');
  await eventually(() => editor.getByLabel('Giá trị').inputValue(), '75');
  await page.getByRole('heading', { name: 'Văn bản gốc' }).click();
  await press(page, 'Escape');
  for (let steps = 0; steps < 4; steps += 1) await press(page, 'Control+z');
  await eventually(async () => [Number(await measures.innerText()), Number(await goals.innerText())], [targets, goalCount]);

  // Labels that are words have their room, and nothing lies over anything.
  await page.getByRole('button', { name: 'Hủy nhập' }).click();
  await choose('người cao tuổi.txt', await readFile(path.join(fixtures, 'named-indicators.txt')));
  await page.locator('.extracted-no').filter({ hasText: 'Chỉ tiêu 1' }).first().waitFor();
  for (const width of [1440, 390, 360]) {
    await page.setViewportSize({ width, height: 844 });
    await eventually(() => page.locator('.extracted-no').evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.innerText)), []);
    // The sign comes before the number.
    await eventually(() => page.locator('.extracted').evaluateAll((all) => all.filter((it) => it.querySelector('svg')?.getBoundingClientRect().right > it.querySelector('.extracted-no')?.getBoundingClientRect().left).map((it) => it.innerText)), []);
  }
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
  // A target that its line says is not told twice: a sign leads to the figures.
  await page.locator('.outline-row').filter({ hasText: '98%' }).locator('.row-target .icon').first().waitFor({ state: 'attached' });
  await visit(page, `${host.url}#/indicators`);
  await page.locator('.cell-no').filter({ hasText: 'Chỉ tiêu 1' }).first().waitFor();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await eventually(() => losses(page), []);
  }
}
