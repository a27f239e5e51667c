// Times, printed as tables for a person to read; no test asserts one. `node bench.mjs PART …`, see `cargo xtask bench --list`.

import path from 'node:path';
import { charts } from './bench/charts.mjs';
import { judging } from './bench/judging.mjs';
import { firstRow, lighthouseMobile } from './bench/load.mjs';
import { tree } from './bench/tree.mjs';
import { longestTasks, readDocument } from './bench/work.mjs';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';

const PARTS = { first: firstRow, tasks: longestTasks, import: readDocument, lighthouse: lighthouseMobile, tree, judging, charts };
const PORT = 9_333;
const repository = path.resolve(import.meta.dirname, '../..');

const app = await serve(path.join(repository, 'dist'), { compress: true });
// Pages of the bench itself take what they compare from the repository.
const root = await serve(repository);
const browser = await launch([`--remote-debugging-port=${PORT}`]);
try {
  if (process.argv.slice(2).some((part) => !['judging', 'charts'].includes(part))) {
    // Once, so that the host has compressed every file before anything is timed.
    const page = await browser.newPage();
    await page.goto(app.url, { timeout: 120_000 });
    await page.locator('html[data-started]').waitFor({ state: 'attached', timeout: 120_000 });
    await page.close();
  }
  for (const part of process.argv.slice(2)) await PARTS[part]({ browser, app, root, repository, port: PORT });
} finally {
  await browser.close();
  await app.stop();
  await root.stop();
}
