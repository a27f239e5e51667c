import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { eventually, offlineReady, open, started } from './lib/browser.mjs';
import { ROUTES } from './lib/routes.mjs';

export const name = 'with the server killed, the app, every screen by its deep link and the worker’s files still open';

export async function run(t) {
  const host = await t.serve({ base: '/a/b/' });
  const page = await t.page();
  await openSample(page, host.url);
  await offlineReady(page);
  await host.stop();

  await page.reload();
  await started(page);

  for (const { name, hash } of ROUTES.filter((route) => !route.fresh)) {
    const deep = await page.context().newPage();
    await open(deep, `${host.url}index.html?from=mail${hash}`);
    await eventually(() => new URL(deep.url()).hash, hash);
    await deep.locator('main h1').first().waitFor();
    await eventually(async () => (await deep.getByText('Không có trang này').count()) > 0, name === 'unknown', name);
    await deep.close();
  }

  const worker = await page.evaluate(async () => {
    const script = new URL(document.querySelector('meta[name=tiendo-worker]').content, document.baseURI);
    const wasm = await fetch(new URL('tiendo-worker_bg.wasm', script));
    return [(await fetch(script)).status, wasm.status, wasm.headers.get('content-type')];
  });
  assert.deepEqual(worker, [200, 200, 'application/wasm']);

  // Only our own addresses are answered: another one fails as it would without a worker.
  const other = await page.evaluate(() => fetch('/a/b/not-ours.json').then(() => 'answered', () => 'failed'));
  assert.equal(other, 'failed');
  t.problems.length = 0;
}
