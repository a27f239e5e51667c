import { openSample, saved } from './lib/app.mjs';
import { eventually, press, started, visit } from './lib/browser.mjs';

export const name = 'settings: rules of the programme are typed, refused with a word, undone; looks are kept on this machine';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await visit(page, `${host.url}#/settings`);

  // A rule is read as a number of the language; it undoes and it is kept.
  const offTrack = page.getByLabel('Xếp “Chậm” khi thiếu hơn');
  await eventually(() => offTrack.inputValue(), '10');
  await offTrack.fill('12,5');
  await press(page, 'Tab');
  await saved(page);
  await page.reload();
  await started(page);
  await eventually(() => offTrack.inputValue(), '12,5');
  await page.getByRole('heading', { level: 1 }).click();
  await press(page, 'Control+z');
  await eventually(() => offTrack.inputValue(), '10');

  // What is no such number is told at its field, and nothing is written.
  const due = page.getByLabel('Hạn nộp số liệu');
  const before = await due.inputValue();
  for (const wrong of ['400', '2,5', 'năm ngày', '']) {
    await due.fill(wrong);
    await press(page, 'Tab');
    await page.getByRole('alert').filter({ hasText: 'từ 0 đến 366' }).waitFor();
    await eventually(() => due.getAttribute('aria-invalid'), 'true');
  }
  await due.fill(before);
  await press(page, 'Tab');
  await eventually(() => due.getAttribute('aria-invalid'), 'false');

  // Looks.
  const root = page.locator('html');
  await page.getByRole('group', { name: 'Tương phản cao' }).getByRole('button', { name: 'Có' }).click();
  await page.getByRole('group', { name: 'Cỡ chữ' }).getByRole('button', { name: 'Rất lớn' }).click();
  await page.reload();
  await started(page);
  await eventually(() => root.getAttribute('data-contrast'), 'more');
  await eventually(() => root.evaluate((element) => getComputedStyle(element).fontSize), '22px');
  await page.getByRole('group', { name: 'Tương phản cao' }).getByRole('button', { name: 'Không' }).click();
  await eventually(() => root.getAttribute('data-contrast'), null);
}
