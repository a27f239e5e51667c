import assert from 'node:assert/strict';
import { cacheNames, eventually, offlineReady, open, settled, started } from './lib/browser.mjs';
import { openSample } from './lib/app.mjs';
import { laterVersion } from './lib/altered.mjs';

export const name = 'a new build is offered, not forced: it starts on the person’s word, and other tabs are told';

export async function run(t) {
  const host = await t.serve({ base: '/a/b/' });
  const profile = await t.profile();
  const [first, second] = [await profile.newPage(), await profile.newPage()];
  await open(first, host.url);
  await offlineReady(first);
  await open(second, host.url);
  const title = await first.title();
  const [before] = await cacheNames(first);

  host.folder = await laterVersion(t.dist, 'Bản sau');
  await first.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await first.locator('html[data-update=waiting]').waitFor({ state: 'attached' });
  await second.locator('html[data-update=waiting]').waitFor({ state: 'attached' });

  // Not forced: a reload and a third tab still get the old one, and are offered the new one again.
  await first.reload();
  await started(first);
  await first.locator('html[data-update=waiting]').waitFor({ state: 'attached' });
  assert.equal(await first.title(), title);
  await eventually(async () => (await cacheNames(first)).length, 2);

  await Promise.all([
    first.waitForFunction(() => document.title === 'Bản sau'),
    first.evaluate(() => window.tiendo.applyUpdate()),
  ]);
  await started(first);
  await second.locator('html[data-update=reload]').waitFor({ state: 'attached' });
  assert.equal(await second.title(), title, 'the other tab is told, not reloaded');
  // The new worker may answer before it has cleared up.
  const after = await eventually(() => cacheNames(first), (names) => assert.equal(names.length, 1, 'only the new version is kept'));
  assert.notEqual(after[0], before);

  await firstWorkerHeardOfLate(t);
}

/** On a busy machine the page hears of its first worker while that one is about to take it over: no new version. */
async function firstWorkerHeardOfLate(t) {
  const host = await t.serve();
  const profile = await t.profile();
  await profile.addInitScript(() => {
    const { serviceWorker } = navigator;
    // The empty page before the first has none.
    if (!serviceWorker) return;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = async (...words) => {
      const registration = await register(...words);
      const worker = registration.installing;
      if (worker) await new Promise((done) => worker.addEventListener('statechange', () => registration.active && done()));
      return registration;
    };
  });
  const page = await profile.newPage();
  await openSample(page, host.url);
  await offlineReady(page);
  await settled(page);
  assert.equal(await page.locator('html[data-update]').count(), 0);
}
