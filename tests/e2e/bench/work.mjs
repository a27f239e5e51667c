// How long the page is busy while a person works in it.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { saved } from '../lib/app.mjs';
import { started } from '../lib/browser.mjs';
import { ENTITIES, openLarge } from '../lib/large.mjs';
import { MEASURE } from '../lib/routes.mjs';
import { heading, median, row } from './table.mjs';

const CPU_SLOWDOWN = 4;
const LONGEST_TASK_MS = 200;

/** The longest task of the page while a person works in a large programme. Tasks under 50 ms are not reported: 0. */
export async function longestTasks({ browser, app }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  await openLarge(page, app);
  await page.goto(`${app.url}#/programme`);
  const outline = page.getByRole('treegrid').first();
  await outline.locator('.row-text').first().waitFor({ timeout: 60_000 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });

  heading('work in a large programme', '      now', '    budget');
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
  await page.goto(`${app.url}#/indicators/${MEASURE}`);
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
export async function readDocument({ browser, app }) {
  const plan = await readFile(path.resolve(import.meta.dirname, '../../fixtures/documents/province-plan.txt'), 'utf8');
  const text = plan.repeat(Math.ceil(70_000 / Buffer.byteLength(plan)));
  const page = await browser.newPage();
  await page.goto(`${app.url}#/import`);
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
  heading('documents', '      now');
  row(`a document of ${Math.round(Buffer.byteLength(text) / 1000)} KB: read and listed`, median(runs));
}
