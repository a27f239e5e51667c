import assert from 'node:assert/strict';
import { PLAIN_HOST, open, text } from './lib/browser.mjs';

export const name = 'over plain http by a host name, which is no secure context, the app opens and complains of nothing';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await open(page, `http://${PLAIN_HOST}:${host.port}/`);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  assert.equal(await page.evaluate(() => 'serviceWorker' in navigator), false);
  assert.match(await text(page), /\p{L}/u);
}
