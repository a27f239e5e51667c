import assert from 'node:assert/strict';
import { press } from './lib/browser.mjs';
import { openSample, saved } from './lib/app.mjs';

export const name = 'the outline is written by keys alone';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await page.goto(`${host.url}#/settings`);
  await page.reload();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();

  const outline = page.getByRole('treegrid', { name: 'Chương trình' });
  const focused = () => page.evaluate(() => document.activeElement.closest('.outline-row')?.querySelector('.row-text')?.textContent ?? '');
  const numberOf = (text) =>
    outline.getByRole('row').filter({ hasText: text }).first().locator('.row-number').innerText().then((number) => number.trim());

  // From the top of the page by tabs: the skip link, then the programme in the navigation.
  await press(page, 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#content');
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
  assert.match(await focused(), /^Nâng chất lượng tổ chức/);

  // Write its title, add a line, put that one inside, write another after it.
  await press(page, 'Enter', 'End');
  await page.keyboard.type(' toàn diện');
  await press(page, 'Enter');
  await page.keyboard.type('Bồi dưỡng đảng viên mới');
  await press(page, 'Tab', 'Shift+Enter');
  assert.equal(await numberOf('Bồi dưỡng đảng viên mới'), '2.1');
  assert.match(await focused(), /^Bồi dưỡng đảng viên mới/);
  await press(page, 'F2', 'Enter');
  await page.keyboard.type('Kiểm tra thẻ đảng viên');
  await press(page, 'Shift+Enter');
  assert.equal(await numberOf('Kiểm tra thẻ đảng viên'), '2.2');
  assert.equal(await numberOf('toàn diện'), '2.');

  // Move it up, out, and away; each time the focus stays on the line.
  await press(page, 'Alt+ArrowUp');
  await outline.getByText('Kiểm tra thẻ').waitFor();
  assert.equal(await numberOf('Kiểm tra thẻ đảng viên'), '2.1');
  await press(page, 'Alt+Shift+ArrowLeft');
  assert.equal(await numberOf('Kiểm tra thẻ đảng viên'), '3.');
  await page.waitForFunction(() => document.activeElement.closest('.outline-row')?.textContent.includes('Kiểm tra thẻ'));
  await press(page, 'Alt+Shift+ArrowRight');
  assert.equal(await numberOf('Kiểm tra thẻ đảng viên'), '2.2');
  await page.waitForFunction(() => document.activeElement.closest('.outline-row')?.textContent.includes('Kiểm tra thẻ'));
  await press(page, 'Delete');
  await outline.getByText('Kiểm tra thẻ').waitFor({ state: 'detached' });
  assert.match(await focused(), /^Bồi dưỡng đảng viên mới/);
  await press(page, 'Control+z');
  await outline.getByText('Kiểm tra thẻ').waitFor();

  // Fold with the left arrow, again for the line above; Esc leaves.
  await press(page, 'ArrowLeft');
  assert.match(await focused(), /^Nâng chất lượng tổ chức/);
  await press(page, 'ArrowLeft');
  await outline.getByText('Kiểm tra thẻ').waitFor({ state: 'detached' });
  await press(page, 'ArrowRight');
  await outline.getByText('Kiểm tra thẻ').waitFor();
  await press(page, 'Escape');
  assert.equal(await outline.locator('[aria-selected=true]').count(), 0);

  // Esc while writing leaves the text as it was.
  await press(page, 'j', 'e');
  await page.keyboard.type('không giữ');
  await press(page, 'Escape');
  assert.equal(await outline.getByText('không giữ').count(), 0);
  await saved(page);
}
