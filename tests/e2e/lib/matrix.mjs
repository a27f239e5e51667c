// The matrix of assignments as a person finds it: cells by the title of their row and the name of their column.

import { visit } from './browser.mjs';

/** Bodies of the sample that journeys visit. */
export const POLICE = 'cldjxkxbo4lf';
export const ADVISORS = '7janszhribqf';

/** Opens the matrix of the open programme. */
export async function matrix(page, url, filters = '') {
  await visit(page, `${url}#/assignments${filters}`);
  const table = page.getByRole('grid', { name: 'Bảng phân công' });
  await table.locator('tr[data-row]').first().waitFor();
  const row = (title) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });
  return {
    table,
    row,
    title: (title) => row(title).getByRole('rowheader'),
    cell: (title, body) => row(title).locator(`[data-body="${body}"]`),
    due: (title) => row(title).locator('.matrix-due'),
    columns: async () => (await table.locator('thead th').allInnerTexts()).map((text) => text.trim()),
    menu: page.getByRole('menu'),
  };
}

/** What a cell says to those who do not see its letter. */
export function role(cell) {
  return cell.locator('.visually-hidden').innerText();
}

/** Waits until an element shows a text. */
export async function shows(element, text) {
  await element.filter({ hasText: text }).first().waitFor({ state: 'attached' });
}
