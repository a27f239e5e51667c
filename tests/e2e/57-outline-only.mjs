// The outline: the lines that are overdue, that nobody has, whose number is in doubt, each alone.

import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { eventually, press, until, visit } from './lib/browser.mjs';
import { smallTargets } from './lib/touch.mjs';

export const name = 'overdue lines, lines without a body, doubtful numbers: counted, each shown alone, left by key and by address';

const texts = (page) => page.locator('.outline-row .row-text').allInnerTexts();
const count = (page, rows) => until(page, (rows) => document.querySelectorAll('.outline-row').length === rows, rows);

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const button = (label) => page.locator('.map-only').getByRole('button', { name: label });
  const all = await page.locator('.outline-row').count();
  const number = async (label) => Number((await button(label).innerText()).match(/\d+$/)[0]);

  // Overdue: as many as the button says, with what stands above them, and each says so.
  await button('Mục quá hạn').click();
  await page.getByText('3 mục khớp').waitFor();
  assert.equal(await number('Mục quá hạn'), 3);
  const late = await page.locator('.outline-row:has(.is-late)').count();
  assert.equal(late, 3);
  assert.match((await texts(page))[0], /Nhiệm vụ trọng tâm/);
  await eventually(() => page.url(), /only=overdue/);
  assert.equal(await button('Mục quá hạn').getAttribute('aria-pressed'), 'true');

  // A line of them is selected, and they stay; its address brings both back.
  await page.locator('.outline-row:has(.is-late)').first().click({ position: { x: 8, y: 8 } });
  await page.locator('.inspector').waitFor();
  await eventually(() => page.url(), /only=overdue&item=/);
  await page.reload();
  await page.getByText('3 mục khớp').waitFor();
  await page.locator('.inspector').waitFor();
  // A search goes on among them.
  await page.locator('#outline-search').fill('giao ban');
  await page.getByText('1 mục khớp').waitFor();
  await press(page, 'Escape');
  await page.getByText('3 mục khớp').waitFor();

  // Escape leaves the line, then the lines that are shown alone.
  await page.locator('.outline-row[aria-selected=true]').focus();
  await press(page, 'Escape');
  await page.locator('.inspector').waitFor({ state: 'detached' });
  await press(page, 'Escape');
  await count(page, all);
  await eventually(() => page.url(), /#\/programme$/);

  // Pressed again it is left too; a number is in doubt only where the order breaks.
  await button('Cần soát lại số').focus();
  await press(page, 'Enter');
  await until(page, () => location.hash.includes('only=doubtful'));
  await page.getByText(`${await number('Cần soát lại số')} mục khớp`).waitFor();
  assert.equal(await page.locator('.number-warning').count(), await number('Cần soát lại số'));
  await press(page, 'Enter');
  await count(page, all);

  // Nothing is without a lead: there is nothing to press.
  assert.equal(await number('Chưa có chủ trì'), 0);
  assert.ok(await button('Chưa có chủ trì').isDisabled());
  await button('Cần soát lại số').click();
  await page.getByText('mục khớp').waitFor();

  // A new line ends it: it would be hidden at once.
  await page.getByRole('button', { name: 'Thêm phần' }).click();
  await page.locator('.row-field').waitFor();
  await eventually(() => page.url(), (url) => assert.doesNotMatch(url, /only=/));

  // At every width one press leads back to all lines.
  await visit(page, `${host.url}#/programme?only=overdue`);
  await page.getByText('3 mục khớp').waitFor();
  await page.getByRole('button', { name: 'Hiện mọi mục' }).click();
  await count(page, all);

  await onAPhone(t, host, all);
}

/** The map has no room: its choice stands beside the search. */
async function onAPhone(t, host, all) {
  const page = await t.page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openSample(page, host.url);
  const choice = page.getByRole('combobox', { name: 'Chỉ hiện' });
  await choice.selectOption('Mục quá hạn');
  await page.getByText('3 mục khớp').waitFor();
  await eventually(() => page.url(), /only=overdue/);
  await choice.selectOption('Mọi mục');
  await count(page, all);
  await visit(page, `${host.url}#/programme?only=doubtful`);
  await page.getByText('mục khớp').waitFor();
  assert.equal(await choice.inputValue(), 'doubtful');
  await page.getByRole('button', { name: 'Hiện mọi mục' }).tap();
  await count(page, all);
  assert.equal(await choice.inputValue(), '');
  assert.deepEqual(await smallTargets(page), []);
}
