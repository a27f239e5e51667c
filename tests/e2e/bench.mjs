// The timed budgets, printed as a table for a person to read; no test asserts a time. `node bench.mjs [first tasks import lighthouse]`

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { openSample, saved } from './lib/app.mjs';
import { launch, started } from './lib/browser.mjs';
import { largeProgramme } from './lib/large.mjs';
import { MEASURE } from './lib/routes.mjs';
import { serve } from './lib/server.mjs';

const ENTITIES = 10_000;
const LIGHTHOUSE_RUNS = 5;
const FIRST_ROW_RUNS = 3;
const CPU_SLOWDOWN = 4;
const LONGEST_TASK_MS = 200;
// A phone on a slow 4G line, as Lighthouse throttles it.
const SLOW_LINE = { offline: false, latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };
const DEBUG_PORT = 9_333;

const dist = path.resolve(import.meta.dirname, '../../dist');
const chosen = process.argv.slice(2);
const wants = (part) => chosen.length === 0 || chosen.includes(part);
const host = await serve(dist, { compress: true });
const browser = await launch([`--remote-debugging-port=${DEBUG_PORT}`]);
// Once, so that the host has compressed every file before anything is timed.
const warm = await browser.newPage();
await warm.goto(host.url, { timeout: 120_000 });
await warm.locator('html[data-started]').waitFor({ state: 'attached', timeout: 120_000 });
await warm.close();
console.log(`  ${'measured'.padEnd(70)} ${'now'.padStart(10)} ${'budget'.padStart(11)}`);

try {
  if (wants('first')) await firstRow();
  if (wants('tasks')) await longestTasks();
  if (wants('import')) await readDocument();
  if (wants('lighthouse')) await lighthouseMobile();
} finally {
  await browser.close();
  await host.stop();
}

function row(name, value, budget, unit = 'ms', digits = 0) {
  const isOver = budget && !(budget.least === undefined ? value <= budget.most : value >= budget.least);
  const limit = budget ? (budget.least === undefined ? `<= ${budget.most}` : `>= ${budget.least}`) : '';
  console.log(`  ${name.padEnd(70)} ${`${value.toFixed(digits)} ${unit}`.padStart(10)} ${limit.padStart(11)} ${budget ? (isOver ? ' OVER' : ' ok') : ''}`);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function lighthouseMobile() {
  const runs = [];
  for (let run = 0; run < LIGHTHOUSE_RUNS; run += 1) {
    const { lhr } = await lighthouse(host.url, { port: DEBUG_PORT, onlyCategories: ['performance'], output: 'json', logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    runs.push(lhr);
  }
  const audit = (id) => median(runs.map((run) => run.audits[id].numericValue));
  const of = `Lighthouse mobile, median of ${LIGHTHOUSE_RUNS}:`;
  row(`${of} performance`, median(runs.map((run) => run.categories.performance.score * 100)), { least: 95 }, '');
  row(`${of} largest contentful paint`, audit('largest-contentful-paint'), { most: 2300 });
  row(`${of} total blocking time`, audit('total-blocking-time'), { most: 150 });
  row(`${of} cumulative layout shift`, audit('cumulative-layout-shift'), { most: 0.02 }, '', 3);
}

/** From the address to the first row with words in it, files fetched anew, the programme stored. */
async function firstRow() {
  const stored = await firstRowOf((page) => openSample(page, host.url));
  const large = await firstRowOf(openLarge);
  row('first row of the sample, slow 4G, CPU / 4', stored, { most: 3500 });
  row(`first row of ${ENTITIES} entities: times the sample's`, large / stored, undefined, '', 2);
}

async function firstRowOf(open) {
  // No service worker: what counts is the load without its copy.
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'vi-VN', serviceWorkers: 'block' });
  try {
    await open(await context.newPage());
    await context.pages()[0].close();
    const runs = [];
    for (let run = 0; run < FIRST_ROW_RUNS; run += 1) {
      const page = await context.newPage();
      await page.addInitScript(() => {
        const observer = new MutationObserver(() => {
          const first = document.querySelector('[role=treegrid] [role=row] .row-text');
          if (!first?.textContent.trim()) return;
          observer.disconnect();
          // Drawn with the next frame.
          requestAnimationFrame(() => setTimeout(() => performance.mark('tiendo:first-row')));
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      });
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
      await devtools.send('Network.emulateNetworkConditions', SLOW_LINE);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
      await page.goto(`${host.url}#/programme`);
      await page.waitForFunction(() => performance.getEntriesByName('tiendo:first-row').length > 0, undefined, { timeout: 120_000 });
      runs.push(await page.evaluate(() => performance.getEntriesByName('tiendo:first-row')[0].startTime));
      await page.close();
    }
    return median(runs);
  } finally {
    await context.close();
  }
}

/** The longest task of the page while a person works in a large programme. Tasks under 50 ms are not reported: 0. */
async function longestTasks() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  await openLarge(page);
  await page.goto(`${host.url}#/programme`);
  const outline = page.getByRole('treegrid').first();
  await outline.locator('.row-text').first().waitFor({ timeout: 60_000 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });

  const timed = async (name, act) => {
    await page.waitForTimeout(1_000);
    await page.evaluate(() => { window.tasks.length = 0; });
    await act();
    // The save that follows belongs to it.
    await page.waitForTimeout(2_000);
    await saved(page);
    row(`longest task, ${ENTITIES} entities, CPU / ${CPU_SLOWDOWN}: ${name}`, await page.evaluate(() => Math.max(0, ...window.tasks)), { most: LONGEST_TASK_MS });
  };
  const line = outline.locator('[data-level="2"]').first();
  const writing = outline.getByRole('textbox');
  await timed('typing a title and keeping it', async () => {
    await line.locator('.row-text').click();
    await writing.press('End');
    await page.keyboard.type(' và theo dõi', { delay: 60 });
    await page.keyboard.press('Shift+Enter');
    await line.filter({ hasText: 'và theo dõi' }).waitFor();
  });
  const status = page.getByRole('complementary').getByRole('button', { name: 'Tạm dừng' });
  await timed('ticking a status', async () => {
    await status.click();
    await page.locator('[aria-pressed=true]', { hasText: 'Tạm dừng' }).waitFor();
  });
  await timed('undoing', async () => {
    await page.keyboard.press('Control+z');
    await page.locator('[aria-pressed=true]', { hasText: 'Tạm dừng' }).waitFor({ state: 'detached' });
  });
  await page.goto(`${host.url}#/indicators/${MEASURE}`);
  const period = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tháng 10', exact: true }) });
  const figure = period.getByRole('gridcell').first();
  await figure.waitFor({ timeout: 60_000 });
  await timed('adding a figure', async () => {
    await figure.click();
    await page.keyboard.type('81,5', { delay: 60 });
    await page.keyboard.press('Enter');
    await figure.filter({ hasText: '81,5' }).waitFor();
  });
  await timed('undoing the figure', async () => {
    await page.keyboard.press('Control+z');
    await figure.filter({ hasText: '81,5' }).waitFor({ state: 'detached' });
  });
  await context.close();
}

/** From the press on "read" to the drawn list, for a document of 70 KB: reading it is the smaller part. */
async function readDocument() {
  const plan = await readFile(path.resolve(import.meta.dirname, '../fixtures/documents/province-plan.txt'), 'utf8');
  const text = plan.repeat(Math.ceil(70_000 / Buffer.byteLength(plan)));
  const page = await browser.newPage();
  await page.goto(`${host.url}#/import`);
  await started(page);
  const runs = [];
  for (let run = 0; run < 5; run += 1) {
    await page.locator('textarea').fill(text);
    await page.evaluate(() => {
      const press = [...document.querySelectorAll('button')].find((button) => button.textContent.includes('Đọc văn bản'));
      window.read = new Promise((resolve) => {
        const start = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.extracted')) return;
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(document.body, { childList: true, subtree: true });
        press.click();
      });
    });
    runs.push(await page.evaluate(() => window.read));
    await page.getByRole('button', { name: 'Hủy nhập' }).click();
  }
  await page.close();
  row(`a document of ${Math.round(Buffer.byteLength(text) / 1000)} KB: read and listed`, median(runs));
}

/** Opens the large programme as a person would: a file from the first page. */
async function openLarge(page) {
  const sample = await readFile(path.join(dist, 'sample.json'), 'utf8');
  await page.goto(host.url);
  await started(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'lớn.json', mimeType: 'application/json', buffer: Buffer.from(largeProgramme(sample, ENTITIES)) });
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor({ timeout: 60_000 });
  await saved(page);
}
