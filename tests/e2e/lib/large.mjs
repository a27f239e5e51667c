// A programme of a given size, made from the sample: its lines, measures and figures again and again under other ids.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { saved } from './app.mjs';
import { started } from './browser.mjs';

export const ENTITIES = 10_000;

/** Opens a programme of so many entities as a person would: a file from the first page of a host. */
export async function openLarge(page, host, size = ENTITIES) {
  const sample = await readFile(path.join(host.folder, 'sample.json'), 'utf8');
  await page.goto(host.url);
  await started(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'lớn.json', mimeType: 'application/json', buffer: Buffer.from(largeProgramme(sample, size)) });
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor({ timeout: 60_000 });
  await saved(page);
}

/** The same text for the same sample and size. */
export function largeProgramme(sample, size) {
  const whole = JSON.parse(sample);
  const nodes = new Map(Object.entries(whole.nodes));
  // Its head, sections and bodies stay single; what hangs on lines and measures follows them.
  const copied = [...nodes].filter(([, node]) => !['programme', 'section', 'body'].includes(node.type));
  const own = copied.map(([id]) => id).filter((id) => !id.includes('.'));
  const ids = new RegExp(own.join('|'), 'g');
  for (let copy = 0; nodes.size < size; copy += 1) {
    const mark = copy.toString(36).padStart(2, '0');
    const renamed = (text) => text.replace(ids, (id) => id.slice(0, 10) + mark);
    for (const [id, node] of copied) {
      if (nodes.size < size) nodes.set(renamed(id), JSON.parse(renamed(JSON.stringify(node))));
    }
  }
  whole.docId = 'p-large';
  whole.nodes = Object.fromEntries([...nodes].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(whole);
}
