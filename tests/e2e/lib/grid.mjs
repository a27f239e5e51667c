// The grid of figures as a person finds it: cells by the names of their row and column.

import { eventually, visit } from './browser.mjs';

/** Opens the page of a measure of the sample and waits for its grid. */
export async function grid(page, url, measure) {
  await visit(page, `${url}#/indicators/${measure}`);
  const table = page.getByRole('grid').first();
  await table.waitFor();
  const columns = async () => (await table.locator('thead th').allInnerTexts()).map((text) => text.trim());
  return {
    table,
    columns,
    cell(period, column) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) });
      const place = `count(ancestor::table/thead//th[normalize-space()="${column}"]/preceding-sibling::th)`;
      return row.locator(`xpath=./*[count(preceding-sibling::*) = ${place}]`);
    },
    said: (text) => page.getByRole('status').getByText(text, { exact: true }).first().waitFor({ state: 'attached' }),
  };
}

/** Waits until a cell shows a text; the tag of an estimate is part of it. */
export async function expectText(cell, text) {
  await eventually(async () => (await cell.innerText()).trim(), text);
}

/** Waits until the page of a measure says a verdict, a step of its explanation and, where one is drawn, a part of the chart’s name. */
export async function pageSays(page, verdict, why, chart) {
  await page.getByRole('heading', { level: 1 }).getByText(verdict, { exact: true }).waitFor();
  await page.locator('.explanation').getByText(why).first().waitFor();
  if (chart) await page.locator(`figure svg[aria-label*="${chart}"]`).waitFor();
}

/** What a spreadsheet's Ctrl+V does where the focus is. */
export function pasteText(page, text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The sample with one rate of counts reported by the month, and nothing reported yet: room for a block of 3 x 9. */
export function rateByMonth(file, bytes) {
  if (file !== 'sample.json') return bytes;
  const sample = JSON.parse(bytes);
  const measure = '36ym9g93mnd6';
  sample.nodes[measure].period = 'month';
  for (const id of Object.keys(sample.nodes)) if (id.startsWith(`o.${measure}.`)) delete sample.nodes[id];
  return Buffer.from(JSON.stringify(sample));
}
