import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { eventually, open, started } from './lib/browser.mjs';

export const name = 'when the wasm is broken the page says so, gives out what is stored, and drops cached files on request';

export async function run(t) {
  const host = await t.serve({ base: '/a/' });
  const page = await t.page();
  await open(page, host.url);
  await page.evaluate(() => {
    localStorage.setItem('tiendo:/a/:thử', 'số liệu “quý”');
    localStorage.setItem('tiendo:/b/:khác', 'not this app’s');
    localStorage.setItem('other', 'not ours');
  });
  const panel = page.getByRole('alertdialog');
  assert.equal(await panel.count(), 0);

  host.bend = (file, bytes) => (/^app-.*_bg\.wasm$/.test(file) ? bytes.subarray(0, bytes.length / 2) : bytes);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await panel.waitFor();
  await eventually(() => panel.innerText(), /chưa khởi động được/);
  await eventually(() => panel.innerText(), /has not started/);

  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByText('Tải dữ liệu đang lưu').click()]);
  const { stored } = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(stored, { 'tiendo:/a/:thử': 'số liệu “quý”' });

  // A version that is broken in the cache: dropping the cached files brings the host's good one.
  host.bend = (_, bytes) => bytes;
  await page.evaluate(() => caches.open(`tiendo:${location.href}:broken`));
  await panel.getByText('Bỏ các tệp chương trình').click();
  await started(page);
  await eventually(() => panel.count(), 0);
  assert.equal(await page.evaluate(() => localStorage.getItem('tiendo:/a/:thử')), 'số liệu “quý”');
  await eventually(async () => (await page.evaluate(() => caches.keys())).filter((name) => name.endsWith(':broken')).length, 0);

  // An error inside the wasm after the start.
  t.problems.length = 0;
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
  await panel.waitFor();
  await eventually(() => panel.innerText(), /đã dừng/);
  t.problems.length = 0;
}
