import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { PLAIN_HOST, eventually, press, settled, visit } from './lib/browser.mjs';
import { bar, begin, copied, edit, enter, exported, field, go, line, lines, look, reopen, state, titles, type } from './lib/programme.mjs';

export const name = 'two tabs: without locks both edit and nothing is lost, not even of one field; with locks one writes and the other follows';

export async function run(t) {
  await withoutLocks(t);
  await withLocks(t);
  await everyPageTells(t);
}

async function withoutLocks(t) {
  const host = await t.serve();
  const url = `http://${PLAIN_HOST}:${host.port}/`;
  const profile = await t.profile();
  await profile.addInitScript(() => addEventListener('storage', (event) => {
    if (window.deaf) event.stopImmediatePropagation();
  }, true));
  const [one, two] = [await profile.newPage(), await profile.newPage()];
  await begin(one, url, 'Việc một', 'Việc hai', 'Việc ba');
  await state(one, 'saved');
  assert.equal(await one.evaluate(() => 'locks' in navigator), false);
  await reopen(two, url);

  // Neither hears of the other before both have entered theirs.
  const both = async (before, inOne, beforeTwo, inTwo) => {
    await hear([one, two], false);
    await Promise.all([type(one, before, inOne), type(two, beforeTwo, inTwo)]);
    await Promise.all([enter(one), enter(two)]);
    await Promise.all([line(one, inOne).waitFor(), line(two, inTwo).waitFor()]);
    await hear([one, two], true);
  };
  await both('Việc một', 'Thẻ một sửa', 'Việc hai', 'Thẻ hai sửa');
  for (const page of [one, two]) {
    await line(page, 'Thẻ một sửa').waitFor();
    await line(page, 'Thẻ hai sửa').waitFor();
    await state(page, 'saved');
  }

  await both('Việc ba', 'Ba, thẻ một', 'Việc ba', 'Ba, thẻ hai');
  const all = ['Ba, thẻ hai', 'Ba, thẻ một', 'Thẻ hai sửa', 'Thẻ một sửa'];
  await calm(one, two);
  for (const page of [one, two]) await eventually(async () => titles(await exported(page)), all);

  // What one tab restores the other does not join back.
  await copied(one, 'Thẻ một sửa');
  await go(one, 'programme');
  await go(two, 'programme');
  await edit(one, 'Thẻ một sửa', 'Sửa nhầm');
  await state(one, 'saved');
  await line(two, 'Sửa nhầm').waitFor();
  await go(one, 'data');
  await one.getByRole('button', { name: 'Khôi phục' }).first().click();
  await one.getByRole('button', { name: 'Khôi phục bản này' }).click();
  await line(two, 'Thẻ một sửa').waitFor();
  await calm(one, two);
  await go(one, 'programme');
  await line(one, 'Thẻ một sửa').waitFor();
  for (const page of [one, two]) {
    await state(page, 'saved');
    await eventually(() => line(page, 'Sửa nhầm').count(), 0);
  }
  const left = titles(await exported(two));
  for (const title of ['Thẻ một sửa', 'Thẻ hai sửa']) assert.ok(left.includes(title), `${title} in ${left}`);
}

/** Stops or lets through the word of other tabs' saves. */
async function hear(pages, hears) {
  for (const page of pages) {
    await page.evaluate((hears) => { window.deaf = !hears; }, hears);
    if (hears) await look(page);
  }
}

/** Waits until both tabs have saved and read each other's. */
async function calm(one, two) {
  const key = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /:m[01]$/.test(key)).map((key) => localStorage.getItem(key)).join());
  let before;
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([state(one, 'saved'), state(two, 'saved')]);
    const now = await key(one);
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

async function withLocks(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const [one, two] = [await profile.newPage(), await profile.newPage()];
  await begin(one, host.url, 'Việc một');
  await state(one, 'saved');
  await reopen(two, host.url);
  await state(two, 'read-only');
  await bar(two, 'Thẻ khác đang ghi').waitFor();

  await edit(one, 'Việc một', 'Thẻ một sửa');
  await line(two, 'Thẻ một sửa').waitFor();
  // It cannot be edited there.
  await line(two, 'Thẻ một sửa').click();
  await settled(two);
  assert.equal(await field(two).count(), 0);

  // Closed before its last edit was saved: the second tab takes over and has it.
  await edit(one, 'Thẻ một sửa', 'Lời cuối của thẻ một');
  await Promise.all([one.waitForEvent('close'), one.close({ runBeforeUnload: true })]);
  await state(two, 'saved');
  await line(two, 'Lời cuối của thẻ một').waitFor();
  await eventually(() => bar(two, 'Thẻ khác đang ghi').count(), 0);
  await edit(two, 'Lời cuối của thẻ một', 'Thẻ hai viết tiếp');
  await state(two, 'saved');
  await reopen(two, `${host.url}?`);
  await eventually(() => lines(two), ['Thẻ hai viết tiếp']);
}

/** Whoever tries to write in the tab that only reads is told why in the same words, on whichever page. */
async function everyPageTells(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const [one, two] = [await profile.newPage(), await profile.newPage()];
  await openSample(one, host.url);
  await state(one, 'saved');
  const told = two.locator('.toast').filter({ hasText: 'Thẻ này chỉ xem. Sửa ở thẻ đã mở trước' });
  const tries = [
    ['programme', '.outline .outline-row:not(.is-heading)', 'F2'],
    ['indicators/ftc1thcg01lm', '[role="grid"] td[tabindex="0"]', '5'],
    ['assignments', '.matrix-cell', 'Enter'],
  ];
  for (const [address, place, key] of tries) {
    await visit(two, `${host.url}#/${address}`);
    await state(two, 'read-only');
    await two.locator(place).first().click();
    await press(two, key);
    await told.waitFor();
    await press(two, key);
    await press(two, 'Control+z');
    await settled(two);
    assert.equal(await told.count(), 1, `once on ${address}`);
    await told.getByRole('button', { name: 'Đóng' }).click();
    await told.waitFor({ state: 'detached' });
  }
}
