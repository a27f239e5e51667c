// Our charts beside those of Chart.js and uPlot in one page, taking turns: the same points and marks, script, style and
// layout, paint, and the way to the frame.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { heading, median, ratio } from './table.mjs';
import { traced } from './trace.mjs';

const LIBRARIES = ['ours', 'Chart.js', 'uPlot'];
const PACKAGES = '/tests/e2e/node_modules';
const WARM_RUNS = 5;
const RUNS = 40;
const SETS = [
  { name: '24 small multiples of 12 points', charts: 24, points: 12, most: { 'Chart.js': { script: 0.15 }, uPlot: { script: 1, frame: 0.6 } } },
  { name: 'one chart of 5,000 points', charts: 1, points: 5_000, most: { 'Chart.js': {}, uPlot: { script: 1, frame: 1 } } },
];
const ROWS = [
  ['script', 'script'],
  ['layout', 'style and layout'],
  ['rest', 'paint, commit, raster'],
  ['frame', 'to the frame, by the clock'],
];

export async function charts({ browser, root, repository }) {
  for (const set of SETS) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${root.url}tests/e2e/bench/page.html`);
    await page.addStyleTag({ content: await styles(repository) });
    await page.addStyleTag({ url: `${PACKAGES}/uplot/dist/uPlot.min.css` });
    await page.addScriptTag({ url: `${PACKAGES}/uplot/dist/uPlot.iife.min.js` });
    await page.addScriptTag({ url: `${PACKAGES}/chart.js/dist/chart.umd.min.js` });
    await page.addScriptTag({ url: 'charts-page.js', type: 'module' });
    await page.waitForFunction(() => window.bench);
    await page.evaluate(([count, points]) => window.bench.prepare(count, points), [set.charts, set.points]);
    await turns(page, WARM_RUNS);
    const costs = await traced(browser, page, () => turns(page, RUNS));
    await page.close();
    print(set, costs);
  }
}

/** Each library in turn, the first one another each time. */
function turns(page, runs) {
  return page.evaluate(async ([libraries, runs]) => {
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    for (let run = 0; run < runs; run += 1) {
      for (const at of libraries.keys()) {
        const library = libraries[(at + run) % libraries.length];
        window.bench.place(library);
        await pause(60);
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            performance.mark(`step:${library}`);
            window.bench.draw(library);
            resolve();
          });
        });
        await pause(120);
        window.bench.clear();
      }
    }
  }, [LIBRARIES, runs]);
}

function print(set, costs) {
  const of = (library, part) => median(costs.get(library).map((cost) => cost[part]));
  for (const library of LIBRARIES.slice(1)) {
    heading(`${set.name}, median of ${costs.get('ours').length}`, ' ours ms', library.padStart(8), ' ratio');
    for (const [part, name] of ROWS) ratio(name, of('ours', part), of(library, part), set.most[library][part]);
  }
}

/** The app's style sheets as the page links them, with the fonts where this host has them. */
async function styles(repository) {
  const page = await readFile(path.join(repository, 'index.html'), 'utf8');
  const sheets = [...page.matchAll(/rel="css" href="([^"]+)">/g)].map(([, file]) => readFile(path.join(repository, file), 'utf8'));
  return (await Promise.all(sheets)).join('\n').replaceAll('url("fonts/', 'url("/public/fonts/');
}
