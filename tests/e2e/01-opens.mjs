import assert from 'node:assert/strict';
import { eventually, offlineReady, open, text } from './lib/browser.mjs';

export const name = 'the same build opens at / and at /a/b/, asks no other host, and keeps to its content policy';

export async function run(t) {
  for (const base of ['/', '/a/b/']) {
    const host = await t.serve({ base });
    const page = await t.page();
    const elsewhere = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(host.url) && !/^(blob|data):/.test(request.url())) elsewhere.push(request.url());
    });
    await open(page, host.url);
    assert.match(await text(page), /\p{L}/u, 'the page shows words');
    await offlineReady(page);
    assert.deepEqual(elsewhere, []);

    // The policy is in force: a script in the page's text does not run.
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.inlineRan), undefined);
    // The browser's word of it comes by a way of its own.
    await eventually(() => t.problems, ([first]) => assert.match(first ?? '', /inline script/));
    const refused = t.problems.splice(0);
    assert.equal(refused.length, 1, refused.join('\n'));
  }
}
