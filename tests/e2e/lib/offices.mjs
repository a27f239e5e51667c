// Files that other offices send back: the exported programme with edits of their own.

import { readFile } from 'node:fs/promises';
import { visit } from './browser.mjs';

/** Lines of the sample that two offices write to. */
export const BEDS = '11cn55m01koh';
export const BIRTHS = 'jz0z89f6989n';
export const CADRES = '7dt5c7j98bhz';
/** A body of the sample: the one that leads health. */
export const HEALTH = '0acvmlznk03m';

/** An office with a copy of the programme: it writes and deletes, all in one step, and sends its file. */
export function office(text, { body, person = '', at = '2025-10-07T08:30Z', count = 'zz' }) {
  const file = JSON.parse(text);
  const actor = file.actors.push([`a-${body}-${count}`, person, body]) - 1;
  const stamp = `${actor}.${count}`;
  file.stamps[stamp] = at;
  const own = {
    write(id, field, value) {
      const node = file.nodes[id];
      const seen = node['~']?.[field] ?? (field in node ? node['@'] : '');
      if (field in node) {
        node['#'] = { ...node['#'], [field]: [...(node['#']?.[field] ?? []), [node[field], seen.split(' ').at(-1)]] };
      }
      node[field] = value;
      node['~'] = { ...node['~'], [field]: `${seen} ${stamp}`.trim() };
      return own;
    },
    /** Whoever deletes has seen what the record held. */
    remove(...ids) {
      for (const id of ids) {
        const node = file.nodes[id];
        const fields = Object.keys(node).filter((field) => field !== 'type' && !/^[@~#!]$/.test(field));
        for (const field of fields) {
          node['~'] = { ...node['~'], [field]: `${node['~']?.[field] ?? node['@']} ${stamp}` };
        }
        own.write(id, 'deleted', true);
      }
      return own;
    },
    get nodes() {
      return file.nodes;
    },
    text: () => JSON.stringify(file),
  };
  return own;
}

/** What two offices made of one programme: the same figure, note, state; one deletes what the other edits. */
export function twoOffices(text) {
  const { nodes } = JSON.parse(text);
  // In the language of tests the programme has one letter.
  const isVeiled = /^Ж/.test(nodes[CADRES].title);
  const words = (all) => (isVeiled ? all.replace(/\p{L}/gu, 'Ж') : all);
  const name = (all) => (isVeiled ? all.replace(/\p{L}/gu, 'Ш') : all);
  const beds = `o.${BEDS}.2025-Q3.-`;
  const births = Object.keys(nodes).filter((id) => id === BIRTHS || id.startsWith(`o.${BIRTHS}.`));
  const one = office(text, { body: name('Văn phòng Đảng ủy'), person: name('Nguyễn Thu Hà'), at: '2025-10-06T03:12Z' })
    .write(beds, 'figure', { number: '41.5', estimate: true })
    .write(CADRES, 'product', words('Quy hoạch bổ sung; kế hoạch đào tạo. Còn 3 đơn vị chưa báo cáo kết quả.'))
    .write(CADRES, 'deadline', '2025-12-15')
    .remove(...births);
  const other = office(text, { body: HEALTH, person: name('Phạm Đức Long') })
    .write(beds, 'figure', { number: '41.9' })
    .write(beds, 'note', words('Đã đối chiếu 32 bệnh viện'))
    .write(CADRES, 'product', words('Quy hoạch bổ sung; kế hoạch đào tạo; Sở Y tế xong 4 trên 5 việc, việc còn lại lùi đến tháng 12.'))
    .write(CADRES, 'deadline', '2025-11-15')
    .write(BIRTHS, 'name', words('Tổng tỷ suất sinh thay thế'));
  return { 'văn-phòng.json': one.text(), 'sở-y-tế.json': other.text() };
}

/** The exported file of the open programme, in whatever language the page is. */
export async function exportedText(page, url) {
  await visit(page, `${url}#/data`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main section:has(#export-title) .button.is-primary').click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** Takes files of the open programme in, and waits until they are part of it. */
export async function merge(page, url, files) {
  await visit(page, `${url}#/data`);
  const all = Object.entries(files).map(([name, text]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) }));
  await page.locator('main .drop-zone input[type=file]').setInputFiles(all);
  const take = page.locator('main .action-bar .button.is-primary');
  await take.click();
  await take.waitFor({ state: 'detached' });
  await page.locator('html[data-save=saved]').waitFor({ state: 'attached' });
}

/** The sample with what two offices disagree on. */
export async function inConflict(page, url) {
  await merge(page, url, twoOffices(await exportedText(page, url)));
  // What it says of the merge lies over the page for a while.
  await page.locator('.toast button').last().click();
}
