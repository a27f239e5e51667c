// Our outline beside React and react-virtual, in one browser and taking turns: the real app with 10,000 entities, and a page
// that shows the same rows in the same frame (`tree-page.js`).
//
// Both draw the whole page of the programme, and come by its address; ours begins with records, React with finished rows. Ours
// comes from the smallest page it has, so that little of the work is the page before; React begins with an empty place.
// Selecting marks the row with its buttons in both. Ours then draws the properties of the line, after the frame, and has them in
// the work until the page is still; React is given those of an item as a finished panel, so that both pages are as full.

import { ENTITIES, openLarge } from '../lib/large.mjs';
import { harvest } from './harvest.js';
import { heading, quantile, ratio } from './table.mjs';
import { traced } from './trace.mjs';

const ROUNDS = 8;
// Chromium reads changed forms for its autofill 100 ms after, and properties are drawn 50 ms after a selection: a shorter pause
// has that work in the next step.
const STEPS = { creates: 4, selects: 12, scrolls: 20, by: 700, pause: 250 };
const VIEW = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' };

export async function tree({ browser, app, root }) {
  const context = await browser.newContext(VIEW);
  const ours = await context.newPage();
  await openLarge(ours, app);
  await ours.goto(`${app.url}#/programme`);
  await ours.locator('.outline .row-text').first().waitFor({ timeout: 60_000 });
  const { lines, bar, panel, page, place, frame, styles } = await ours.evaluate(harvest);

  const react = await context.newPage();
  react.on('pageerror', (error) => console.error(error));
  await react.goto(`${root.url}tests/e2e/bench/page.html`);
  for (const url of styles) await react.addStyleTag({ content: await (await fetch(url)).text() });
  await react.evaluate(([html, attributes]) => {
    for (const [name, value] of attributes) document.documentElement.setAttribute(name, value);
    document.body.innerHTML = html;
  }, frame);
  await react.addScriptTag({ url: 'tree-page.js', type: 'module' });
  await react.waitForFunction(() => window.tree);

  await react.evaluate(([place, ...data]) => {
    addEventListener('hashchange', () => {
      if (location.hash === '#/programme') window.tree.create(document.querySelector(place), ...data);
      else window.tree.drop();
    });
    location.hash = '#/programme';
  }, [place, page, lines, bar, panel]);
  for (const page of [ours, react]) {
    await page.evaluate(() => {
      window.bench = { create: () => { location.hash = '#/programme'; }, leave: () => { location.hash = '#/nowhere'; } };
    });
  }

  const pages = { ours, React: react };
  const costs = { ours: new Map(), React: new Map() };
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const names = Object.keys(pages);
    for (const name of round % 2 ? names : names.toReversed()) {
      const page = pages[name];
      await page.bringToFront();
      const found = await traced(browser, page, () => page.evaluate(steps, { ...STEPS, round }));
      if (round === 0) continue;
      for (const [kind, list] of found) costs[name].set(kind, [...(costs[name].get(kind) ?? []), ...list]);
    }
  }
  await context.close();
  print(lines.length, costs);
}

function print(count, costs) {
  const of = (side, kind, part, share) => quantile(costs[side].get(kind).map((cost) => cost[part]), share);
  const rows = [
    ['create', 'create', 0.5, 1.2],
    ['click', 'select by pointer, p95', 0.95, 1],
    ['key', 'select by key, p95', 0.95, 1],
    ['scroll', `scroll by ${STEPS.by} pixels, p95`, 0.95, 1],
  ];
  heading(`the outline of ${count} rows beside React (${costs.ours.get('scroll').length} steps)`, ' ours ms', '   React', ' ratio');
  for (const [kind, name, share, most] of rows) {
    ratio(`${name}: to the frame, clock`, of('ours', kind, 'frame', share), of('React', kind, 'frame', share), most);
    ratio(`${name}: to the frame, processor`, of('ours', kind, 'work', share), of('React', kind, 'work', share), most);
    ratio(`${name}: until the page is still, processor`, of('ours', kind, 'still', share), of('React', kind, 'still', share));
  }
}

/** In the page: takes each kind of step several times, and waits between them until the page is still. */
async function steps({ creates, selects, scrolls, by, pause, round }) {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const row = (x, y) => document.elementFromPoint(x, y)?.closest('.outline-row');
  const middle = () => document.querySelector('.outline').getBoundingClientRect().left + 200;
  const isCovered = () => [100, innerHeight - 60].every((y) => row(middle(), y) || row(middle(), y + 30));
  /** Begun in a frame, so that no wait for the next one is in it. */
  const step = async (kind, act, isDone) => {
    await new Promise((resolve) => requestAnimationFrame(() => {
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        performance.mark(`done:${kind}`);
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-selected'] });
      performance.mark(`step:${kind}`);
      act();
    }));
    await wait(pause);
    performance.mark(`still:${kind}`);
  };

  for (let run = 0; run < creates; run += 1) {
    window.bench.leave();
    await wait(2 * pause);
    await step('create', window.bench.create, () => document.querySelector('.outline .row-text'));
  }
  const selected = () => document.querySelector('.outline-row[aria-selected=true]');
  const rows = () => [...document.querySelectorAll('.outline-row')].slice(0, 15);
  for (let run = 0; run < selects; run += 1) {
    const next = rows()[(run * 4 + round) % 15];
    if (next !== selected()) await step('click', () => next.click(), () => selected() === next);
  }
  selected().focus();
  for (let run = 0; run < selects; run += 1) {
    const before = selected();
    const press = () => before.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await step('key', press, () => selected() && selected() !== before);
    selected().focus({ preventScroll: true });
  }
  for (let run = 0; run < scrolls; run += 1) {
    // Begun in the frame that tells of it, before the page hears: what it would wait for that frame is the clock's affair.
    await new Promise((resolve) => {
      addEventListener('scroll', () => { performance.mark('step:scroll'); resolve(); }, { capture: true, once: true });
      scrollBy(0, by);
    });
    // What listens to scrolling is told before the callbacks of a frame.
    await new Promise((resolve) => {
      const look = () => (isCovered() ? resolve() : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
    performance.mark('done:scroll');
    await wait(pause);
    performance.mark('still:scroll');
  }
  scrollTo(0, 0);
  await wait(2 * pause);
}
