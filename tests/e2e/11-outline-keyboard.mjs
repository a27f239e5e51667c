import assert from 'node:assert/strict';
import { eventually, press, settled, started, visit } from './lib/browser.mjs';
import { openSample, saved } from './lib/app.mjs';

export const name = 'the outline is written by keys alone';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/settings`);
  await page.reload();
  await started(page);

  const outline = page.getByRole('treegrid', { name: 'Chương trình' });
  const focused = () => page.evaluate(() => document.activeElement.closest('.outline-row')?.querySelector('.row-text')?.textContent ?? '');
  const numberOf = (text) =>
    outline.getByRole('row').filter({ hasText: text }).first().locator('.row-number').innerText().then((number) => number.trim());

  // From the top of the page by tabs: the skip link, then the programme in the navigation.
  await press(page, 'Tab');
  await eventually(() => page.evaluate(() => document.activeElement.getAttribute('href')), '#content');
  for (let tabs = 0; !(await page.evaluate(() => document.activeElement.getAttribute('href') === '#/programme')); tabs += 1) {
    assert.ok(tabs < 12, 'the programme is in the navigation');
    await press(page, 'Tab');
  }
  await press(page, 'Enter');
  await outline.waitFor();

  // The outline is one stop: its first line.
  for (let tabs = 0; !(await page.evaluate(() => document.activeElement.matches('.outline-row'))); tabs += 1) {
    assert.ok(tabs < 40, 'the outline is in the order of tabs');
    await press(page, 'Tab');
  }
  await press(page, 'Home', 'ArrowDown', 'j', 'k', 'j');
  await eventually(focused, /^Nâng chất lượng tổ chức/);

  // Write its title, add a line, put that one inside, write another after it.
  await press(page, 'Enter', 'End');
  await page.keyboard.type(' toàn diện');
  await press(page, 'Enter');
  await page.keyboard.type('Bồi dưỡng đảng viên mới');
  await press(page, 'Tab', 'Shift+Enter');
  await eventually(() => numberOf('Bồi dưỡng đảng viên mới'), '2.1');
  await eventually(focused, /^Bồi dưỡng đảng viên mới/);
  await press(page, 'F2', 'Enter');
  await page.keyboard.type('Kiểm tra thẻ đảng viên');
  await press(page, 'Shift+Enter');
  await eventually(() => numberOf('Kiểm tra thẻ đảng viên'), '2.2');
  await eventually(() => numberOf('toàn diện'), '2.');

  // Move it up, out, and away; each time the focus stays on the line.
  await press(page, 'Alt+ArrowUp');
  await outline.getByText('Kiểm tra thẻ').waitFor();
  await eventually(() => numberOf('Kiểm tra thẻ đảng viên'), '2.1');
  await press(page, 'Alt+Shift+ArrowLeft');
  await eventually(() => numberOf('Kiểm tra thẻ đảng viên'), '3.');
  await eventually(focused, /^Kiểm tra thẻ/);
  await press(page, 'Alt+Shift+ArrowRight');
  await eventually(() => numberOf('Kiểm tra thẻ đảng viên'), '2.2');
  await eventually(focused, /^Kiểm tra thẻ/);
  await press(page, 'Delete');
  await outline.getByText('Kiểm tra thẻ').waitFor({ state: 'detached' });
  await eventually(focused, /^Bồi dưỡng đảng viên mới/);
  await press(page, 'Control+z');
  await outline.getByText('Kiểm tra thẻ').waitFor();

  // Fold with the left arrow, again for the line above; Esc leaves.
  await press(page, 'ArrowLeft');
  await eventually(focused, /^Nâng chất lượng tổ chức/);
  await press(page, 'ArrowLeft');
  await outline.getByText('Kiểm tra thẻ').waitFor({ state: 'detached' });
  await press(page, 'ArrowRight');
  await outline.getByText('Kiểm tra thẻ').waitFor();
  await press(page, 'Escape');
  await eventually(() => outline.locator('[aria-selected=true]').count(), 0);

  // Esc while writing leaves the text as it was.
  await press(page, 'j', 'e');
  await page.keyboard.type('không giữ');
  await press(page, 'Escape');
  await settled(page);
  await eventually(() => outline.getByText('không giữ').count(), 0);
  await saved(page);
}
