import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openSample } from './lib/app.mjs';
import { eventually, settled, visit } from './lib/browser.mjs';

export const name = 'a chart is read by key, by pointer and as a table with the same numbers, and taken along';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page({ acceptDownloads: true });
  await openSample(page, host.url);
  await visit(page, `${host.url}#/indicators?q=tao%20viec%20lam`);
  await page.getByRole('link', { name: 'Tạo việc làm mới' }).click();
  const figure = page.locator('.chart-figure');
  const reading = page.locator('.chart-reading');
  const drawn = figure.locator('svg.chart-indicator');
  await drawn.waitFor();
  await eventually(() => drawn.getAttribute('aria-label'), /^Tạo việc làm mới: 9 tháng 96\.400 lao động; .*mục tiêu 140\.000/);

  // Keys: from the last period with a figure to its neighbours.
  await figure.focus();
  await page.keyboard.press('ArrowLeft');
  await eventually(() => reading.innerText(), /Tháng 9\s+96\.400 lao động; trong kỳ 11\.100; nhịp cần có 105\.000/);
  await page.keyboard.press('ArrowLeft');
  const byKey = await eventually(() => reading.innerText(), /Tháng 8\s+85\.300/);
  const live = page.locator('.chart-section [role=status]');
  await eventually(async () => (await live.innerText()).replace(': ', '\n').replace(/\s+/g, ' '), byKey.replace(/\s+/g, ' '));
  await page.keyboard.press('Escape');
  await eventually(() => reading.count(), 0);

  // The pointer over the same period finds the same words.
  await eventually(async () => {
    // The first drawing may still give way to one as wide as its place.
    await drawn.scrollIntoViewIfNeeded();
    const point = await drawn.locator('circle.chart-point').nth(7).boundingBox();
    await page.mouse.move(point.x + point.width / 2, point.y + 30);
    return reading.innerText({ timeout: 1_000 });
  }, byKey);
  await page.mouse.move(2, 2);

  // The table has every period's numbers.
  await page.getByText('Xem bảng số').click();
  const table = page.getByRole('table', { name: /Diễn biến/ });
  const august = await table.getByRole('row', { name: /^Tháng 8/ }).getByRole('cell').allInnerTexts();
  for (const number of august.slice(0, 3)) assert.ok(byKey.includes(number), `${number} in ${byKey}`);
  await eventually(() => table.getByRole('row').count(), 13);

  // Last year comes and goes.
  const compare = page.getByRole('button', { name: 'So với 2024' });
  assert.equal(await figure.locator('.chart-previous').count(), 0);
  await compare.click();
  await figure.locator('.chart-previous').first().waitFor({ state: 'attached' });
  await eventually(() => compare.getAttribute('aria-pressed'), 'true');
  await compare.click();
  await eventually(() => figure.locator('.chart-previous').count(), 0);

  // Files that other programs can open.
  const take = async (label) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label }).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const svg = await take('Tải SVG');
  assert.equal(svg.name, 'tao-viec-lam-moi.svg');
  const plain = await t.page();
  const problem = await plain.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent, svg.bytes.toString());
  assert.equal(problem, undefined);
  assert.match(svg.bytes.toString(), /<title>Tạo việc làm mới/);
  const png = await take('Tải PNG');
  assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
  assert.equal(png.bytes.readUInt32BE(16), 1920, 'sharp on paper');
  assert.ok(png.bytes.length > 20_000, 'not an empty picture');
  const csv = await take('Tải CSV');
  assert.equal(csv.bytes.toString().trim().split('\r\n').length, 13);
  assert.match(csv.bytes.toString(), /Tháng 9\/2025;11100;96400;105000;140000/);

  // A theme is no redraw: the paths stay to the last digit.
  const paths = () => figure.locator('svg.chart-indicator path').evaluateAll((all) => all.map((path) => path.getAttribute('d')).join());
  const light = await paths();
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  assert.equal(await paths(), light);

  // A narrower window is.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => document.querySelector('svg.chart-indicator').getAttribute('width') < 400);
  assert.notEqual(await paths(), light);
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), (over) => assert.ok(over <= 0, `${over} px stick out`));

  // The reasons and the history stand beside it.
  await eventually(() => page.locator('.explanation').innerText(), /140\.000 × 9\/12 = 105\.000/);
  await eventually(() => page.locator('.history').innerText(), /nhập tháng 9: 11\.100, ước/);

  // A target that each quarter is judged by: all quarters are drawn, not only the one that is judged.
  await visit(page, `${host.url}#/indicators/zutihvp4o3nm`);
  await eventually(() => page.locator('.chart-figure circle.chart-point').count(), 3);
}
