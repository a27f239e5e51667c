// How fast the app is there: the first row on a slow line, and Lighthouse.

import lighthouse from 'lighthouse';
import { openSample } from '../lib/app.mjs';
import { ENTITIES, openLarge } from '../lib/large.mjs';
import { heading, median, row } from './table.mjs';

const LIGHTHOUSE_RUNS = 5;
const FIRST_ROW_RUNS = 3;
const CPU_SLOWDOWN = 4;
// A phone on a slow 4G line, as Lighthouse throttles it.
const SLOW_LINE = { offline: false, latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };

/** From the address to the first row with words in it, files fetched anew, the programme stored. */
export async function firstRow({ browser, app }) {
  const stored = await firstRowOf(browser, app, openSample, app.url);
  const large = await firstRowOf(browser, app, openLarge, app);
  heading('first row', '      now', '    budget');
  row('first row of the sample, slow 4G, CPU / 4', stored, { most: 3500 });
  row(`first row of ${ENTITIES} entities: times the sample's`, large / stored, undefined, '', 2);
}

async function firstRowOf(browser, app, open, from) {
  // No service worker: what counts is the load without its copy.
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'vi-VN', serviceWorkers: 'block' });
  try {
    await open(await context.newPage(), from);
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
      await page.goto(`${app.url}#/programme`);
      await page.waitForFunction(() => performance.getEntriesByName('tiendo:first-row').length > 0, undefined, { timeout: 120_000 });
      runs.push(await page.evaluate(() => performance.getEntriesByName('tiendo:first-row')[0].startTime));
      await page.close();
    }
    return median(runs);
  } finally {
    await context.close();
  }
}

export async function lighthouseMobile({ app, port }) {
  const runs = [];
  for (let run = 0; run < LIGHTHOUSE_RUNS; run += 1) {
    const { lhr } = await lighthouse(app.url, { port, onlyCategories: ['performance'], output: 'json', logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    runs.push(lhr);
  }
  heading('Lighthouse', '      now', '    budget');
  const audit = (id) => median(runs.map((run) => run.audits[id].numericValue));
  const of = `Lighthouse mobile, median of ${LIGHTHOUSE_RUNS}:`;
  row(`${of} performance`, median(runs.map((run) => run.categories.performance.score * 100)), { least: 95 }, '');
  row(`${of} largest contentful paint`, audit('largest-contentful-paint'), { most: 2300 });
  row(`${of} total blocking time`, audit('total-blocking-time'), { most: 150 });
  row(`${of} cumulative layout shift`, audit('cumulative-layout-shift'), { most: 0.02 }, '', 3);
}
