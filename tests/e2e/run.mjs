// Runs the journeys: node run.mjs [NAME ...]. A journey is a file NN-name.mjs that exports
// `name` (what it shows) and `run(t)`, and `minutes` where three are too few for all it visits; `t` gives it hosts and pages and cleans up behind it.
// SLOW=6 node run.mjs makes each page's processor six times as slow, LATE=150 its frames and timers 150 ms late: a journey that asserts
// before the app is done, or a key that the app loses, shows itself there and not on a busy machine some day (lib/slow.mjs).

import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { PATIENCE } from './lib/slow.mjs';

const here = import.meta.dirname;
const dist = path.resolve(here, '../../dist');
const pictures = path.resolve(here, '../../target/e2e');

const wanted = process.argv.slice(2);
const files = (await readdir(here)).filter((file) => /^\d\d-.*\.mjs$/.test(file)).sort();
const chosen = wanted.length ? files.filter((file) => wanted.some((name) => file.includes(name))) : files;
if (chosen.length === 0) {
  console.error(`no journey is named ${wanted.join(', ')}; there are:\n${files.join('\n')}`);
  process.exit(1);
}

const browser = await launch();
let failed = 0;
for (const file of chosen) {
  const { name, run, minutes = 3 } = await import(`./${file}`);
  const start = performance.now();
  const t = journey(browser);
  let error;
  try {
    await limited(run(t), minutes * PATIENCE);
    if (t.problems.length) throw new Error(`the browser's console:\n${t.problems.join('\n')}`);
  } catch (caught) {
    error = caught;
    await t.takePictures(file);
  }
  await t.cleanUp();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${error ? 'FAILED' : 'ok'}  ${path.basename(file, '.mjs')}: ${name} (${seconds} s)`);
  if (error) {
    failed += 1;
    console.log(String(error.stack ?? error).replace(/^/gm, '        '));
    if (t.problems.length) console.log(t.problems.join('\n').replace(/^/gm, '        console: '));
  }
}
await browser.close();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function journey(browser) {
  const contexts = [];
  const hosts = [];
  const t = {
    dist,
    browser,
    // Errors in a page's console, policy violations among them: at the end there must be none.
    problems: [],
    async serve(options = {}) {
      const host = await serve(options.folder ?? dist, options);
      hosts.push(host);
      return host;
    },
    // A profile of its own: nothing stored, nothing cached.
    async profile(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
      contexts.push(context);
      context.on('console', (message) => {
        if (message.type() === 'error') t.problems.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => t.problems.push(String(error.error())));
      return context;
    },
    async page(options) {
      return (await t.profile(options)).newPage();
    },
    async takePictures(file) {
      await mkdir(pictures, { recursive: true });
      const pages = contexts.flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: path.join(pictures, `${path.basename(file, '.mjs')}-${index}.png`) }).catch(() => {});
      }
    },
    async cleanUp() {
      for (const context of contexts) await context.close().catch(() => {});
      for (const host of hosts) await host.stop().catch(() => {});
    },
  };
  return t;
}

/** Fails instead of hanging. */
function limited(work, minutes) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
