import assert from 'node:assert/strict';
import { lasting, launch, started, visit } from './lib/browser.mjs';
import { choose } from './lib/language.mjs';
import { losses } from './lib/layout.mjs';
import { eachRoute } from './lib/routes.mjs';

export const name = 'text at 200 %, a page zoomed to 200 % and one 320 px wide lose nothing on any address';

const LARGE_FONT = ['--blink-settings=defaultFontSize=32'];

const WAYS = [
  { name: '320 px wide', context: { viewport: { width: 320, height: 640 } } },
  // A window of 1280 x 900 zoomed to 200 % has this room.
  { name: 'zoomed to 200 %', context: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } },
  { name: 'the browser’s text at 200 %', font: LARGE_FONT, context: { viewport: { width: 1280, height: 900 } } },
  { name: 'the largest text of the settings on a phone', choices: { 'text-size': 'largest' }, context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve();
  const found = [];
  for (const way of WAYS) {
    const browser = way.font ? await launch(way.font) : t.browser;
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...way.context });
    const page = await context.newPage();
    await page.goto(host.url);
    if (way.choices) {
      await choose(page, way.choices);
      await page.reload();
    }
    await started(page);
    if (way === WAYS[0]) await canFail(page);
    await eachRoute(page, host.url, async (route) => {
      for (const loss of await lasting(() => losses(page))) found.push(`${route.name}, ${way.name}: ${loss}`);
    });
    // A chart's words are as large as the page's, as far as it has room for its least width.
    const label = page.locator('.chart-figure .chart-label').first();
    await visit(page, `${host.url}#/indicators/ftc1thcg01lm`);
    await label.waitFor();
    await page.waitForFunction(() => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const svg = document.querySelector('.chart-figure svg');
      const { width } = svg.getBoundingClientRect();
      return width / svg.viewBox.baseVal.width > 0.98 * Math.min(rem / 16, width / 280);
    });
    // Names are longer in the other language: those of the five tabs are the tightest.
    if (way.choices) {
      await choose(page, { ...way.choices, language: 'en' });
      await page.reload();
      await page.getByRole('link', { name: 'Assignments' }).last().waitFor();
      for (const loss of await lasting(() => losses(page))) found.push(`in English, ${way.name}: ${loss}`);
    }
    await context.close();
    if (way.font) await browser.close();
  }
  assert.deepEqual(found, [], found.join('\n'));
}

/** Faults that are planted are found. */
async function canFail(page) {
  await page.evaluate(() => {
    document.querySelector('main, .first-run-main').insertAdjacentHTML('beforeend', `<div id="planted" style="position:relative">
      <p style="overflow:hidden;white-space:nowrap;width:4rem">Chữ bị cắt mất một nửa</p>
      <p style="overflow:auto;white-space:nowrap;width:4rem">Cuộn ngang mà không phải bảng</p>
      <p style="position:absolute;top:0">Chồng lên dòng chữ khác</p><p style="position:absolute;top:0">Chồng lên dòng chữ khác</p>
      <button style="margin-inline-start:100vw">Ngoài màn hình</button></div>`);
  });
  const found = (await losses(page)).join('\n');
  for (const what of ['the page is', 'cut:', 'scrolls sideways', 'text over text', 'beside the window']) assert.ok(found.includes(what), `${what} in ${found}`);
  await page.evaluate(() => document.getElementById('planted').remove());
}
