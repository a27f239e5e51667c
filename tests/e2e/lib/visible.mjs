// What a programme shows, out of its file: two files are equal when every living record has the same visible values.
// Stamps, histories and who wrote differ after something was done and taken back, and so do deleted records.

import assert from 'node:assert/strict';
import { saved } from './app.mjs';
import { started } from './browser.mjs';

/** Takes all that was done back, one step after another, in a tab that was closed and opened again: the programme is as it was before. How many steps it took. */
export async function takenBack(page, before, file, takeBack) {
  await saved(page);
  await page.reload();
  await started(page);
  const undo = page.getByRole('button', { name: 'Hoàn tác', exact: true }).first();
  let steps = 0;
  for (; await undo.isEnabled(); steps += 1) {
    assert.ok(steps < 150, 'it has an end');
    await takeBack(undo);
  }
  const end = await file(page);
  assert.deepEqual(differences(before, end), []);
  assert.deepEqual(visible(end), visible(before));
  return steps;
}

/** The living records by id: the kind, and every field with what is visible of it; a cleared field is like none. */
export function visible(text) {
  const records = {};
  for (const [id, node] of Object.entries(JSON.parse(text).nodes)) {
    const values = (field) => node['!']?.[field]?.map(([value]) => value) ?? [node[field]];
    if (values('deleted').includes(true)) continue;
    const fields = Object.keys(node).filter((field) => !['@', '~', '#', '!', 'type', 'deleted'].includes(field));
    const shown = fields.map((field) => [field, [...new Set(values(field).map((value) => JSON.stringify(value ?? null)))].sort()]);
    records[id] = { type: node.type, ...Object.fromEntries(shown.filter(([, all]) => all.join() !== 'null')) };
  }
  return records;
}

/** What differs between two programmes, a line each: nothing where they are equal. */
export function differences(before, after) {
  const [one, other] = [visible(before), visible(after)];
  const lines = [];
  for (const id of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (!one[id] || !other[id]) {
      lines.push(`${id} (${(one[id] ?? other[id]).type}) is only in the ${one[id] ? 'first' : 'second'}`);
      continue;
    }
    for (const field of new Set([...Object.keys(one[id]), ...Object.keys(other[id])])) {
      const [was, is] = [String(one[id][field]), String(other[id][field])];
      if (was !== is) lines.push(`${id} (${one[id].type}) ${field}: ${was} became ${is}`);
    }
  }
  return lines;
}
