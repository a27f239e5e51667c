// Screens that have no address of their own: each is led to by what a person does with the sample open.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { visit } from './browser.mjs';
import { HEALTH, exportedText, office } from './offices.mjs';

/** Jobs that were created, by month. */
const JOBS = 'ftc1thcg01lm';
const PLAN = path.resolve(import.meta.dirname, '../../fixtures/documents/province-plan.txt');

/** Each goes on from the one before it. */
export const SCENES = [
  { name: 'palette', show: palette },
  { name: 'import-review', show: importReview },
  { name: 'merge-preview', show: mergePreview },
  { name: 'versions', show: versions },
  { name: 'version-read', show: versionRead },
];

async function palette(page, url) {
  // What was said of files lies over the page for a while.
  while (await page.locator('.toast').count()) await page.locator('.toast button').last().click();
  await visit(page, `${url}#/overview`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('viec lam');
  await page.getByRole('option').nth(2).waitFor();
}

async function importReview(page, url) {
  // An address, as the palette lies over the links.
  await page.keyboard.press('Escape');
  await visit(page, `${url}#/import`);
  await page.locator('main input[type=file]').setInputFiles({ name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: await readFile(PLAN) });
  await page.locator('.source-text mark.is-value').first().click();
  await page.locator('.extracted-editor').waitFor();
}

async function mergePreview(page, url) {
  const text = await exportedText(page, url);
  const figure = `o.${JOBS}.2025-09.-`;
  const sent = office(text, { body: HEALTH, person: 'Phạm Đức Long', count: 'zy' })
    .write(figure, 'figure', { number: '11950' })
    .write(figure, 'note', 'Đã đối chiếu với các phường, xã');
  await page.locator('main .drop-zone input[type=file]').setInputFiles({ name: 'so-y-te.json', mimeType: 'application/json', buffer: Buffer.from(sent.text()) });
  await page.locator('main .action-bar .button.is-primary').waitFor();
}

/** Issued, and a wording changed since. */
async function versions(page, url) {
  await visit(page, `${url}#/versions`);
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByLabel('Ngày ban hành').fill('15/1/2025');
  await page.getByLabel('Trích yếu, lý do').fill('Ban hành lần đầu');
  await page.keyboard.press('Enter');
  await page.getByText('Chưa có gì được sửa').waitFor();
  await visit(page, `${url}#/programme`);
  await page.locator('.outline-row[data-level="2"] .row-number').first().click();
  await page.keyboard.press('F2');
  await page.locator('.row-field textarea').press('End');
  await page.keyboard.type(', giai đoạn 2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.amended-mark').first().waitFor();
  await visit(page, `${url}#/versions`);
  await page.locator('.amendment-list > li').first().waitFor();
}

async function versionRead(page) {
  await page.getByRole('link', { name: 'Đọc bản này' }).click();
  await page.locator('.paper-pane').waitFor();
}
