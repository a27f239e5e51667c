// A programme of more rows than are drawn at once: what is written goes on across the stretches that the list is drawn in.

import assert from 'node:assert/strict';
import { eventually, press, visit } from './lib/browser.mjs';
import { openLarge } from './lib/large.mjs';

export const name = 'a long outline: lines written one after the other, indented and moved, keep their field from stretch to stretch';

const STRETCH = 12;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openLarge(page, host, 3_000);
  await visit(page, `${host.url}#/programme`);
  await page.locator('.outline-row').nth(20).waitFor();
  assert.ok(await page.locator('.outline-stretch').count() > 480 / STRETCH);
  const place = () => page.evaluate(() => {
    const { activeElement: active } = document;
    return active.matches('.row-field textarea') ? Number(active.closest('.outline-stretch').dataset.stretch) : `no field but ${active.outerHTML}`;
  });
  const texts = () => page.locator('.outline-row .row-text').evaluateAll((all) => all.map((it) => it.innerText).filter((text) => /^Dòng \d+$/.test(text)));

  // No key is awaited but for the place of the field: what is lost of the writing is lost for good.
  await page.locator('.outline-row[data-level="2"]').nth(5).click({ position: { x: 6, y: 6 } });
  await press(page, 'F2');
  await eventually(place, (at) => assert.equal(typeof at, 'number'));
  await press(page, 'Enter');
  await eventually(place, (at) => assert.equal(typeof at, 'number'));
  const seen = new Set();
  for (let line = 0; line < 2 * STRETCH; line += 1) {
    if (line % 4 === 1) await press(page, 'Tab');
    if (line % 4 === 3) await press(page, 'Shift+Tab');
    await page.keyboard.type(`Dòng ${line}`);
    const at = await place();
    assert.equal(typeof at, 'number', `line ${line}: ${at}`);
    seen.add(at);
    await press(page, 'Enter');
  }
  assert.ok(seen.size >= 3, `stretches written in: ${[...seen]}`);
  await press(page, 'Escape');
  await eventually(texts, Array.from({ length: 2 * STRETCH }, (_, line) => `Dòng ${line}`));

  // A line that is written while it moves.
  await page.locator('.row-text').getByText('Dòng 0', { exact: true }).click();
  await page.keyboard.type(' dời');
  const from = await place();
  for (let step = 0; step < STRETCH && (await place()) === from; step += 1) await press(page, 'Alt+ArrowDown');
  await eventually(place, from + 1);
  await page.keyboard.type(' đi');
  await press(page, 'Shift+Enter');
  await page.locator('.row-text').getByText('Dòng 0 dời đi', { exact: true }).waitFor();
}
