// A line that is being written while another tab changes the outline around it: the writing goes on where it was.

import assert from 'node:assert/strict';
import { PLAIN_HOST, eventually, press, visit } from './lib/browser.mjs';
import { openLarge } from './lib/large.mjs';
import { reopen, state } from './lib/programme.mjs';

export const name = 'a line is written while another tab adds lines above it, moves it and deletes it: the field, the caret and the text stay';

export async function run(t) {
  const host = await t.serve();
  const url = `http://${PLAIN_HOST}:${host.port}/`;
  const profile = await t.profile();
  const [one, two] = [await profile.newPage(), await profile.newPage()];
  // More rows than are drawn whole.
  await openLarge(one, { ...host, url }, 3_000);
  await visit(one, `${url}#/programme`);
  // Lines of its own: those of the large programme are copies that share their places.
  await one.locator('.outline-row[data-level="2"]').nth(5).click({ position: { x: 6, y: 6 } });
  await press(one, 'F2', 'Enter');
  await type(one, 'Dòng', 16);
  await reopen(two, url);
  assert.ok(Number(await two.locator('.outline').getAttribute('aria-rowcount')) > 480);

  const title = (page, id) => page.locator(`#${id} .row-text`).first();
  const at = (id) => two.evaluate((id) => {
    const row = document.getElementById(id);
    return { piece: row?.closest('[data-piece]').dataset.piece, row: Number(row?.getAttribute('aria-rowindex')) };
  }, id);
  const written = () => two.evaluate(() => {
    const { activeElement: active } = document;
    return active.matches('.row-field textarea') ? `${active.value.slice(0, active.selectionStart)}|${active.value.slice(active.selectionEnd)}` : `no field but ${active.outerHTML.slice(0, 200)}`;
  });
  // The caret stands in the middle of a word when lines come in above.
  const line = (page, text) => page.locator('.outline-row').filter({ has: page.locator('.row-text').getByText(text, { exact: true }) });
  const id = await line(one, 'Dòng 12').getAttribute('id');
  await visit(two, `${url}#/programme?item=${id.replace('row-', '')}`);
  await title(two, id).click();
  await two.locator('.row-field textarea').fill('Đang viết thì thẻ kia thêm dòng');
  await press(two, 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await eventually(written, 'Đang| viết thì thẻ kia thêm dòng');
  const before = await at(id);
  await line(one, 'Dòng 1').locator('.row-text').click();
  await press(one, 'Enter');
  await type(one, 'Chen', 7);
  await eventually(async () => (await at(id)).row, before.row + 7);
  assert.notEqual((await at(id)).piece, before.piece);
  assert.equal(await written(), 'Đang| viết thì thẻ kia thêm dòng');
  await two.keyboard.type(' ngồi');

  // The other tab moves the line itself, by one: it may stay in its stretch.
  for (const key of ['Alt+ArrowUp', 'Alt+ArrowDown']) {
    const { row } = await at(id);
    await seen(one, id);
    await one.locator(`#${id}`).click({ position: { x: 6, y: 6 } });
    await press(one, key);
    await state(one, 'saved');
    await eventually(async () => (await at(id)).row !== row, true);
    assert.equal(await written(), 'Đang ngồi| viết thì thẻ kia thêm dòng');
  }
  await press(two, 'Shift+Enter');
  await eventually(() => title(one, id).innerText(), 'Đang ngồi viết thì thẻ kia thêm dòng');

  // It deletes the line: what was typed is a new line in its place, until that is entered or dropped.
  await title(two, id).click();
  await press(two, 'End');
  await two.keyboard.type(' dài hơn');
  await one.locator(`#${id}`).click({ position: { x: 6, y: 6 } });
  await press(one, 'Delete');
  await state(one, 'saved');
  await eventually(() => two.locator(`#${id}`).count(), 0);
  await eventually(written, 'Đang ngồi viết thì thẻ kia thêm dòng dài hơn|');
  await two.keyboard.type(' nữa');
  await press(two, 'Shift+Enter');
  await one.locator('.row-text').getByText('Đang ngồi viết thì thẻ kia thêm dòng dài hơn nữa', { exact: true }).waitFor();
}

/** Types so many lines into the field of a new line, one below the other. */
async function type(page, text, count) {
  for (let line = 0; line < count; line += 1) {
    await page.keyboard.type(`${text} ${line}`);
    await press(page, 'Enter');
  }
  await press(page, 'Escape');
  await state(page, 'saved');
}

/** Only what is near the screen is drawn: who presses a line further down scrolls there first. */
async function seen(page, id) {
  await eventually(() => page.evaluate((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    const isSeen = top > 100 && top < innerHeight - 200;
    if (!isSeen) scrollBy(0, top === undefined ? 200 : top - 400);
    return isSeen;
  }, id), true);
}
