import assert from 'node:assert/strict';
import { eventually } from './lib/browser.mjs';
import { begin, enter, line, lines, reopen, type } from './lib/programme.mjs';

export const name = 'a tab that closes right after an edit, before it was saved, or while its text is being typed: the edit is there';

export async function run(t) {
  const host = await t.serve();
  const profile = await t.profile();
  // The wait before a save, stretched: on a busy machine too the page ends within it.
  await profile.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (work, wait, ...words) => setTimeout(work, wait === 300 ? 60_000 : wait, ...words);
  });
  const first = await profile.newPage();
  await begin(first, host.url, 'Bản 0', 'Việc hai');
  await Promise.all([first.waitForEvent('close'), first.close({ runBeforeUnload: true })]);

  const close = async (page) => Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  const leave = async (page) => {
    await page.goto('about:blank');
    await page.close();
  };
  const reload = async (page) => {
    await page.reload();
    await page.close();
  };
  const ways = { close, leave, reload };
  let count = 0;
  let last = 'at first';
  for (const [way, end] of Object.entries(ways)) {
    for (const isEntered of [true, false]) {
      // The next page is the look at what the one before left.
      const page = await profile.newPage();
      await reopen(page, host.url);
      await eventually(() => lines(page), [`Bản ${count}`, 'Việc hai'], last);
      await type(page, `Bản ${count}`, `Bản ${count + 1}`);
      if (isEntered) {
        await enter(page);
        await line(page, `Bản ${count + 1}`).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.dataset.save), 'saving', 'it is not saved yet');
      }
      await end(page);
      count += 1;
      last = `${way}, ${isEntered ? 'entered' : 'typed'}`;
    }
  }
  const page = await profile.newPage();
  await reopen(page, host.url);
  await eventually(() => lines(page), [`Bản ${count}`, 'Việc hai'], last);
}
