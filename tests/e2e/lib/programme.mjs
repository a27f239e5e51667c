// What the journeys of failing storage do with a programme on the screen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beginBlank } from './app.mjs';
import { eventually, open, visit } from './browser.mjs';

/** Begins a blank programme through the first page and gives its first section these lines. */
export async function begin(page, url, ...lines) {
  await open(page, url);
  await beginBlank(page);
  await page.locator('.outline-row').first().waitFor();
  for (const line of lines) await add(page, line);
}

/** Opens the page of an existing programme. */
export async function reopen(page, url) {
  await open(page, `${url}#/programme`);
  await page.locator('.outline-row').first().waitFor();
}

/** Adds a line to the first section, after its last. */
export async function add(page, text) {
  const first = page.getByRole('button', { name: 'Mục đầu tiên' });
  const count = await first.count();
  if (count === 4) {
    await first.first().click();
  } else {
    const last = page.locator('.outline-row[data-level="2"]:has(.row-number:not(:empty))').last();
    await last.click();
    await page.keyboard.press('Escape');
    await last.getByRole('button', { name: 'Thêm mục', exact: true }).click();
  }
  await page.getByRole('textbox', { name: 'Mục mới' }).fill(text);
  await page.keyboard.press('Shift+Enter');
  await line(page, text).waitFor();
}

/** Opens the field of a line and types a new text; nothing is entered before `enter`. */
export async function type(page, before, after) {
  await line(page, before).click();
  await field(page).fill(after);
}

/** The field in the place of a line's text. */
export function field(page) {
  return page.getByRole('treegrid').getByRole('textbox', { name: 'Tên mục' });
}

export function enter(page) {
  return page.keyboard.press('Shift+Enter');
}

/** Changes a line. */
export async function edit(page, before, after) {
  await type(page, before, after);
  await enter(page);
  await line(page, after).waitFor();
}

export function line(page, text) {
  return page.locator('.outline-row .row-text').getByText(text, { exact: true });
}

/** The texts of the first section's lines, as the screen shows them. */
export function lines(page) {
  return page.locator('.outline-row[data-level="2"]:has(.row-number:not(:empty)) .row-text').allInnerTexts();
}

/** Waits for a word of the state of saving: saved, failed, memory, read-only. */
export function state(page, word) {
  return page.locator(`html[data-save=${word}]`).waitFor({ state: 'attached' });
}

/** The bar that stays until its cause is gone. */
export function bar(page, words) {
  return page.locator('.bar').filter({ hasText: words });
}

/** The exported file, taken through a button (the page of files unless another is given). */
export async function exported(page, button) {
  if (!button) await go(page, 'data');
  button ??= page.locator('main').getByRole('button', { name: 'Tải tệp' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await download.path(), 'utf8');
  return { text, nodes: JSON.parse(text).nodes };
}

/** Goes to a page of the app by its address. */
export async function go(page, name) {
  await visit(page, `${page.url().split('#')[0]}#/${name}`);
}

/** Every visible value of the titles of living items; two for a conflict. */
export function titles({ nodes }) {
  const items = Object.values(nodes).filter((node) => node.type === 'item' && !node.deleted);
  return items.flatMap((node) => (node['!']?.title?.map(([value]) => value) ?? [node.title])).sort();
}

/** A page of the same origin without the app: what is stored can be bent there unnoticed. */
export async function bench(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}icons/icon.svg`);
  return page;
}

/** What is stored: every key of the app with its text. */
export function stored(page) {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('tiendo:')).sort()));
}

/** Restore points in the other store, newest first: { reason, text }. */
export function points(page) {
  return page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('tiendo:/:'));
    if (!database.objectStoreNames.contains('points')) {
      database.close();
      return [];
    }
    // Both as they stand at one moment: a point may go meanwhile.
    const both = database.transaction(['points', 'texts']);
    const all = (name) => done(both.objectStore(name).getAll());
    const [described, texts] = await Promise.all([all('points'), all('texts')]);
    database.close();
    return described.map((point, index) => ({ reason: point.split('\n')[2], text: texts[index] })).reverse();
  });
}

/** The person looks elsewhere or comes back: the app saves, reads what others saved, and sees to its copy. */
export function look(page) {
  return page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
}

/** Waits until the newest restore point holds a text. */
export async function copied(page, text) {
  await look(page);
  await eventually(() => points(page), ([newest]) => assert.ok(newest?.text.includes(text), `no copy holds ${text}`));
}
