import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { cacheNames, eventually, offlineReady, open, started, until } from './lib/browser.mjs';
import { laterVersion } from './lib/altered.mjs';

export const name = 'a new build that arrives torn leaves the old one whole; the kill switch takes the worker away';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await open(page, host.url);
  await offlineReady(page);
  const title = await page.title();
  const before = await cacheNames(page);

  // One file does not have the bytes that its hash promises.
  host.folder = await laterVersion(t.dist, 'Bản rách');
  host.bend = (file, bytes) => (file === 'offline.js' ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes);
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    await registration.update();
    return found;
  });
  assert.equal(state, 'redundant');
  await eventually(() => cacheNames(page), before);
  await host.stop();
  await page.reload();
  await started(page);
  assert.equal(await page.title(), title);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.update), undefined);

  await page.evaluate(() => caches.open('someone else’s'));
  host.folder = t.dist;
  const off = await readFile(`${t.dist}/service-worker.off.js`);
  host.bend = (file, bytes) => (file === 'service-worker.js' ? off : bytes);
  await host.start();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until(page, async () => (await navigator.serviceWorker.getRegistration()) === undefined);
  await eventually(() => cacheNames(page), ['someone else’s']);
  t.problems.length = 0;
}
