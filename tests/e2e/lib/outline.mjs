// The outline as a person reads it: rows by their words, and their numbers.

import { openSample } from './app.mjs';
import { visit } from './browser.mjs';

export const rows = (page) => page.getByRole('treegrid', { name: 'Chương trình' }).getByRole('row');
export const row = (page, text) => rows(page).filter({ has: page.locator('.row-text', { hasText: text }) });
export const number = async (page, text) => (await row(page, text).first().locator('.row-number').innerText()).trim();

/** The sample with its outline open. */
export async function openOutline(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/programme`);
  await row(page, 'Nhiệm vụ trọng tâm').waitFor();
  return { host, page, outline: page.getByRole('treegrid', { name: 'Chương trình' }), rows: rows(page), row: (text) => row(page, text) };
}
