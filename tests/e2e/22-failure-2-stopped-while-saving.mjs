import assert from 'node:assert/strict';
import { eventually } from './lib/browser.mjs';
import { bench, begin, edit, lines, reopen, state, stored } from './lib/programme.mjs';

export const name = 'a browser killed at any write of a save, or a manifest torn later: the newest whole state opens';

export async function run(t) {
  const host = await t.serve();
  const profile = await t.profile();
  const first = await profile.newPage();
  await begin(first, host.url, 'Bản 0', 'Việc hai');
  await edit(first, 'Việc hai', 'Việc hai, sửa');
  await state(first, 'saved');
  await first.close();

  let now = 'Bản 0';
  let stops = 0;
  for (let step = 0, whole = false; !whole; step += 1) {
    assert.ok(step < 12, 'a save of one line takes few writes');
    const page = await profile.newPage();
    await page.addInitScript(stopAfter);
    now = await found(page, host, now, step);
    await page.evaluate((step) => { window.writesLeft = step; }, step);
    await edit(page, now, `Bản ${step + 1}`);
    await page.waitForFunction(() => window.stopped || document.documentElement.dataset.save === 'saved');
    whole = !(await page.evaluate(() => window.stopped));
    await page.close();
    stops += whole ? 0 : 1;
  }
  assert.ok(stops >= 3, `${stops} stops`);

  // The newest manifest torn while no page is open: the state before it opens, and can be edited.
  const desk = await bench(profile, host.url);
  const before = await stored(desk);
  const count = (key) => Number(before[key].split('\n')[1].split('.')[0]);
  const [newest] = Object.keys(before).filter((key) => /:m[01]$/.test(key)).sort((a, b) => count(b) - count(a));
  await desk.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key).slice(0, 90)), newest);
  const page = await profile.newPage();
  await reopen(page, host.url);
  const [older] = await lines(page);
  assert.equal(older, now, 'the state before the newest');
  await edit(page, older, 'Sau khi rách');
  await state(page, 'saved');
  await reopen(page, `${host.url}?`);
  await eventually(() => lines(page), ['Sau khi rách', 'Việc hai, sửa']);
}

/** What stands after a save that was stopped at the step before: the old state or, once its manifest is written, the new one. */
async function found(page, host, before, step) {
  await reopen(page, host.url);
  const [line, other] = await lines(page);
  assert.ok([before, `Bản ${step}`].includes(line), `step ${step - 1}: ${line}`);
  assert.equal(other, 'Việc hai, sửa');
  if (step > 0 && step <= 2) assert.equal(line, before, `step ${step - 1}: the manifest was not written`);
  return line;
}

/** After `writesLeft` more changes of the store one is torn, and none after it takes effect: as when the process ends. */
function stopAfter() {
  const { setItem, removeItem } = Storage.prototype;
  const may = () => {
    if (window.stopped) return false;
    if (window.writesLeft === undefined) return true;
    window.writesLeft -= 1;
    if (window.writesLeft >= 0) return true;
    window.stopped = true;
    return false;
  };
  Storage.prototype.setItem = function set(key, text) {
    const was = window.stopped;
    if (may()) return setItem.call(this, key, text);
    if (!was) setItem.call(this, key, text.slice(0, text.length / 2));
    throw new Error('stopped');
  };
  Storage.prototype.removeItem = function remove(key) {
    if (may()) return removeItem.call(this, key);
    throw new Error('stopped');
  };
}
