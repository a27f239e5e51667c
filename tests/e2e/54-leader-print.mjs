import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSample } from './lib/app.mjs';
import { eventually, open, visit } from './lib/browser.mjs';
import { largeProgramme } from './lib/large.mjs';

export const name = 'the leader’s view on paper: one page of A4 in grey with all that needs a decision, or how much of it is left out';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await page.clock.setFixedTime('2025-11-20T09:00:00+07:00');
  await openSample(page, host.url);
  await visit(page, `${host.url}#/overview`);
  await page.locator('.exception').first().waitFor();
  const names = await page.locator('.exception').getByRole('link').allInnerTexts();
  const headline = await page.getByRole('heading', { level: 1 }).innerText();

  // From whichever slide it is printed.
  for (const hash of ['#/leader', '#/leader/ftc1thcg01lm']) {
    await visit(page, host.url + hash);
    await page.locator('.leader h1').waitFor();
    await eventually(() => pages(page), 1, hash);
  }

  const paper = await drawn(page);
  const rows = paper.locator('tbody tr');
  await eventually(async () => (await rows.locator('b').allInnerTexts()).map((name) => name.replace(/^\(\w+\)\w? /, '')), names);
  for (const text of [headline, 'Tính đến 05/10/2025', 'Số liệu minh họa', 'chỉ tiêu đạt và vượt', 'So với quý II: 1 xấu đi']) {
    await eventually(() => paper.innerText(), (words) => assert.ok(words.includes(text), text));
  }
  await eventually(() => rows.nth(2).innerText(), /Cần 14\.534 lao động mỗi tháng còn lại.* Sở Nội vụ\./);
  await eventually(() => paper.getByText('không đủ chỗ').count(), 0);
  await page.locator('.leader-slide').waitFor({ state: 'hidden' });
  // Nothing sticks out, and what is printed in colour elsewhere is grey here.
  await eventually(() => paper.evaluate((paper) => [paper.scrollWidth, paper.clientWidth]), (sheet) => assert.ok(sheet[0] <= sheet[1], `${sheet}`));
  const colours = await paper.evaluate((paper) => [...paper.querySelectorAll('*')].flatMap((part) => {
    const { color, fill, stroke, backgroundColor } = getComputedStyle(part);
    return [color, fill, stroke, backgroundColor];
  }));
  for (const colour of new Set(colours)) {
    const [red, green, blue] = colour.match(/[\d.]+/g) ?? [0, 0, 0];
    assert.ok(red === green && green === blue, colour);
  }
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await paper.waitFor({ state: 'detached' });

  // More than one page holds: still one, and it says what is left out and where that is.
  const many = await t.page();
  await many.clock.setFixedTime('2025-11-20T09:00:00+07:00');
  await open(many, host.url);
  const text = largeProgramme(await readFile(path.join(t.dist, 'sample.json'), 'utf8'), 3_000);
  await many.locator('input[type=file]').setInputFiles({ name: 'lớn.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await many.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();
  await visit(many, `${host.url}#/leader`);
  await many.locator('.leader-shares').waitFor();
  await eventually(() => pages(many), 1);
  const all = Number((await many.locator('.leader-shares b').nth(2).innerText()).split('/')[0]);
  const long = await drawn(many);
  const shown = await eventually(() => long.locator('tbody tr').count(), (shown) => assert.ok(shown >= 9 && shown < all, `${shown} of ${all}`));
  await long.getByText(`Còn ${all - shown} chỉ tiêu cần xử lý không đủ chỗ trên trang này: xem trang Chỉ tiêu, xếp theo đánh giá.`).waitFor();
}

/** How many pages the browser makes of it. */
async function pages(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

/** The paper, drawn as for the printer and left there; as wide as the sheet between its margins. */
async function drawn(page) {
  await page.setViewportSize({ width: 661, height: 1032 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = page.locator('.leader-paper');
  await paper.waitFor();
  return paper;
}
