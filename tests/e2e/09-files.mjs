import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { readFile } from 'node:fs/promises';
import { eventually, visit } from './lib/browser.mjs';
import { HEALTH, office } from './lib/offices.mjs';

export const name = 'files: out and in again are the same bytes; replacing, restoring and merging undo; bad files change nothing';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/data`);
  const sample = await exported(page);

  // Everything is cleared once the word is typed; the file brings it back, byte for byte.
  await visit(page, `${host.url}#/settings`);
  const clear = page.getByRole('button', { name: 'Xóa mọi dữ liệu trên máy này' });
  await eventually(() => clear.isDisabled(), true);
  await page.getByRole('textbox', { name: 'Gõ “xóa hết” để xóa' }).fill('Xóa hết');
  await clear.click();
  await page.getByText('Đã xóa').first().waitFor();
  await eventually(() => stored(page), []);
  // Nothing of it is left on the screen, and the file is not said to be of another programme.
  await eventually(() => page.getByRole('navigation', { name: 'Điều hướng chính' }).first().innerText(), (shown) => assert.doesNotMatch(shown, /Thành phố|60/));
  await visit(page, `${host.url}#/data`);
  await choose(page, { 'mẫu.json': sample });
  const add = page.getByRole('button', { name: 'Thêm thành chương trình mới' });
  await add.waitFor();
  assert.equal(await page.getByText('của một chương trình khác').count(), 0);
  await add.click();
  await page.getByRole('treegrid').waitFor();
  await saved(page);
  await visit(page, `${host.url}#/data`);
  await eventually(() => exported(page), sample);

  // Replaced by a file, after a copy; the copy can be had back, and that undone.
  await visit(page, `${host.url}#/settings`);
  await page.getByRole('button', { name: 'Xóa số liệu minh họa' }).click();
  await saved(page);
  await visit(page, `${host.url}#/data`);
  const cleared = await exported(page);
  assert.notEqual(cleared, sample);
  await choose(page, { 'mẫu.json': sample });
  await page.getByRole('button', { name: /^Thay/ }).click();
  await page.getByText('Đã thay bằng').waitFor();
  // The button is gone: the focus is at the start of the page, not lost.
  await eventually(() => page.evaluate(() => document.activeElement.id), 'content');
  await eventually(() => exported(page), sample);
  const point = page.getByRole('listitem').filter({ hasText: 'trước khi nhập' }).first();
  await point.getByRole('button', { name: 'Khôi phục' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Khôi phục bản này' }).click();
  await page.getByText('Đã khôi phục').waitFor();
  await eventually(() => exported(page), cleared);
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
  await eventually(() => exported(page), sample);

  // Little in the place of much is asked about, and left when the person leaves it.
  await choose(page, { 'cụt.json': headOnly(sample) });
  await page.getByRole('button', { name: /^Thay/ }).click();
  const question = page.getByRole('alert').filter({ hasText: 'Tệp chỉ có' });
  await question.getByRole('button', { name: 'Hủy' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Hủy' }).click();
  await eventually(() => exported(page), sample);

  // What cannot be read is named with its cause, and nothing is written.
  await saved(page);
  const before = await stored(page);
  const other = JSON.stringify({ ...JSON.parse(sample), docId: 'khác' });
  const refused = [
    [sample.slice(0, sample.length / 2), /bị cắt cụt/],
    ['{"format":99,"docId":"x","nodes":{},"actors":[],"stamps":{},"schema":1}', /phiên bản mới hơn/],
    [sample.replace('"docId"', '"docId":"x","docId"'), /có hai lần/],
  ];
  for (const [text, cause] of refused) {
    await choose(page, { 'hỏng.json': text });
    const alert = page.getByRole('alert').filter({ hasText: 'hỏng.json' });
    await alert.filter({ hasText: cause }).waitFor();
    await eventually(() => alert.innerText(), /không bị đụng đến/);
  }
  await choose(page, { 'khác.json': other });
  await page.getByText('của một chương trình khác').waitFor();
  assert.equal(await page.getByRole('button', { name: /Hợp nhất/ }).count(), 0);
  await page.getByRole('main').getByRole('button', { name: 'Hủy' }).click();
  assert.deepEqual(await stored(page), before);

  // Two offices' files at once, joined off the page's thread; who wrote what is told first, one undo takes both back.
  const measures = Object.entries(JSON.parse(sample).nodes).filter(([, node]) => node.type === 'measure');
  const [[first], [second]] = measures;
  let workers = 0;
  page.on('worker', () => { workers += 1; });
  await choose(page, {
    'một.json': edited(sample, first, 'Tên do Sở Một sửa', 'Sở Một'),
    'hỏng.json': sample.slice(0, sample.length / 2),
    'khác.json': other,
    'hai.json': edited(sample, second, 'Tên do Sở Hai sửa', 'Sở Hai'),
  });
  // Bad ones keep none of them back.
  const without = page.getByRole('alert').filter({ hasText: 'Bỏ qua hỏng.json.' });
  await eventually(() => without.innerText(), /cắt cụt[^]*Bỏ qua khác\.json\.[^]*chương trình khác/);
  await page.getByText('Sở Một').first().waitFor();
  // A change says its field, what stands there and what would.
  const told = page.getByRole('listitem').filter({ hasText: 'Tên do Sở Hai sửa' });
  await eventually(() => told.innerText(), /Tên:/);
  await eventually(() => told.locator('del').innerText(), JSON.parse(sample).nodes[second].name);
  await eventually(() => told.locator('ins').innerText(), 'Tên do Sở Hai sửa');
  await eventually(() => page.locator('.merge-summary').innerText(), (counts) => assert.equal(counts.replace(/\s+/g, ' ').trim(), 'mục được sửa 2'));
  await page.getByText('Không đánh giá nào thay đổi.').waitFor();
  await page.getByRole('button', { name: /^Hợp nhất/ }).click();
  await page.getByText('Đã hợp nhất 2 thay đổi').waitFor();
  // Playwright's word of it comes by a way of its own.
  await eventually(() => workers, 1);
  const { nodes } = JSON.parse(await exported(page));
  assert.deepEqual([nodes[first].name, nodes[second].name], ['Tên do Sở Một sửa', 'Tên do Sở Hai sửa']);
  await page.getByRole('banner').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually(() => exported(page), sample);

  // A figure says what it would make of the verdict; what merging and replacing both come to is told once.
  await choose(page, { 'y-tế.json': office(sample, { body: HEALTH }).write('o.ftc1thcg01lm.2025-09.-', 'figure', { number: '15950' }).text() });
  const verdicts = page.locator('.verdict-changes li');
  await eventually(() => verdicts.allInnerTexts(), (all) => assert.ok(all.length === 1 && /Tạo việc làm mới Chậm ?→ ?Có nguy cơ/.test(all[0].replace(/\s+/g, ' ')), `${all}`));
  await eventually(() => page.locator('.merge-summary').innerText(), /^\s*mục được sửa\s+1\s*$/);
  assert.equal(await page.getByText('bằng tệp này sẽ').count(), 0);
  await page.getByRole('main').getByRole('button', { name: 'Hủy' }).click();
}

async function exported(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name: 'Tải tệp' }).first().click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

function choose(page, files) {
  const input = page.getByRole('main').locator('input[type=file]');
  return input.setInputFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })));
}

/** The programmes as they are stored. */
function stored(page) {
  return page.evaluate(() => Object.entries(localStorage).filter(([key]) => !key.endsWith(':preferences')).sort());
}

/** A whole file in which all but the head is missing. */
function headOnly(text) {
  const file = JSON.parse(text);
  file.nodes = Object.fromEntries(Object.entries(file.nodes).filter(([, node]) => !['item', 'measure', 'observation', 'body'].includes(node.type)).slice(0, 5));
  return JSON.stringify(file);
}

/** The file with another name of one node, written by a person of a body. */
function edited(text, id, name, body) {
  const file = JSON.parse(text);
  const actor = file.actors.push([`a-${id}`, 'An', body]) - 1;
  const stamp = `${actor}.zz`;
  file.stamps[stamp] = '2025-10-01T02:00Z';
  const node = file.nodes[id];
  node.name = name;
  node['~'] = { ...node['~'], name: `${node['@']} ${stamp}` };
  return JSON.stringify(file);
}
