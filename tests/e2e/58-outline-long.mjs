// A programme of more rows than are drawn at once: rows stand wherever the screen is, and what is written goes on across the
// stretches that the list is drawn in.

import assert from 'node:assert/strict';
import { eventually, press, visit } from './lib/browser.mjs';
import { openLarge } from './lib/large.mjs';

export const name = 'a long outline: only what is near the screen is drawn, wherever it is scrolled, searched or folded; lines written in it keep their field from stretch to stretch';

const STRETCH = 3;
const LINES = 24;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openLarge(page, host, 3_000);
  await visit(page, `${host.url}#/programme`);
  await page.locator('.outline-row').nth(20).waitFor();
  await onlyNear(page);
  await scrolled(page);
  const place = () => page.evaluate(() => {
    const { activeElement: active } = document;
    return active.matches('.row-field textarea') ? Number(active.closest('[data-piece]').dataset.piece) : `no field but ${active.outerHTML}`;
  });
  const texts = () => page.locator('.outline-row .row-text').evaluateAll((all) => all.map((it) => it.innerText).filter((text) => /^Dòng \d+$/.test(text)));

  // No key is awaited but for the place of the field: what is lost of the writing is lost for good.
  await page.locator('.outline-row[data-level="2"]').nth(5).click({ position: { x: 6, y: 6 } });
  await press(page, 'F2');
  await eventually(place, (at) => assert.equal(typeof at, 'number'));
  await press(page, 'Enter');
  await eventually(place, (at) => assert.equal(typeof at, 'number'));
  const seen = new Set();
  for (let line = 0; line < LINES; line += 1) {
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
  await eventually(texts, Array.from({ length: LINES }, (_, line) => `Dòng ${line}`));

  // A line that is written while it moves.
  await page.locator('.row-text').getByText('Dòng 0', { exact: true }).click();
  await page.keyboard.type(' dời');
  const from = await place();
  for (let step = 0; step < STRETCH && (await place()) === from; step += 1) await press(page, 'Alt+ArrowDown');
  await eventually(place, from + 1);
  await page.keyboard.type(' đi');
  await press(page, 'Shift+Enter');
  await page.locator('.row-text').getByText('Dòng 0 dời đi', { exact: true }).waitFor();
  await ruled(page, host);
}

/** A long table of figures is ruled above every row but the first, at the edges of its stretches too. */
async function ruled(page, host) {
  await visit(page, `${host.url}#/indicators?mode=enter`);
  const groups = page.locator('.data-grid tbody[data-piece]:not([data-piece=""])');
  await groups.first().waitFor();
  await page.evaluate(() => scrollTo(0, 1_500));
  await groups.nth(1).waitFor();
  // Gaps come and go for a moment after a scroll, and what has gone has no width.
  const rules = page.locator('.data-grid tbody[data-piece] ~ tbody tr:first-child > :first-child');
  await eventually(() => rules.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderBlockStartWidth)), (widths) => {
    assert.ok(widths.length >= 2);
    assert.deepEqual(widths, widths.map(() => '1px'));
  });
}

/** Rows stand everywhere on the screen, few beyond it, and the page is as long as all of them. */
async function onlyNear(page) {
  const rows = await page.locator('.outline').getAttribute('aria-rowcount');
  await eventually(() => page.evaluate(() => document.querySelectorAll('.outline-row').length), (drawn) => assert.ok(drawn >= 20 && drawn <= 90, `${drawn} rows of ${rows}`));
  await eventually(() => page.evaluate(() => {
    const outline = document.querySelector('.outline').getBoundingClientRect();
    const [top, bottom] = [Math.max(outline.top, 90), Math.min(outline.bottom, innerHeight - 60)];
    const heights = Array.from({ length: 20 }, (_, at) => top + (bottom - top) * (at + 0.5) / 20);
    return heights.filter((y) => !document.elementsFromPoint(outline.left + 300, y).some((it) => it.matches('.outline-row, [role=rowgroup]'))).length;
  }), 0);
  assert.ok(await page.evaluate(() => document.querySelector('.outline').offsetHeight) > 25 * rows);
}

async function scrolled(page) {
  for (const share of [1, 0.5, 0.52, 0.1, 0.9, 0]) {
    await page.evaluate((share) => scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight)), share);
    await onlyNear(page);
  }
  // From far below, a search and folding leave a short list: it stands on the screen at once.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await onlyNear(page);
  const drawn = () => page.locator('.outline-row').count();
  const all = () => page.locator('.outline').getAttribute('aria-rowcount').then(Number);
  await page.locator('#outline-search').fill('nhiệm vụ 7');
  await eventually(async () => await drawn() === await all() && await drawn() < 480, true);
  await press(page, 'Escape');
  await eventually(all, (rows) => assert.ok(rows > 480));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await onlyNear(page);
  await page.locator('.fold-all button').first().click();
  await eventually(async () => await drawn() === await all() && await drawn() < 60, true);
  await page.locator('.fold-all button').last().click();
  await onlyNear(page);
  await page.evaluate(() => scrollTo(0, 0));
  await onlyNear(page);
}
