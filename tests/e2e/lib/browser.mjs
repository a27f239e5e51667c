// Chromium, and what every journey does with a page of the app.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { chromium } from 'playwright-core';
import { PATIENCE, slowed } from './slow.mjs';

/** A name that resolves to this machine and is no secure context. */
export const PLAIN_HOST = 'tiendo.test';

/** How Chromium starts; for a profile of one's own too. */
export const ARGUMENTS = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
  ],
};

export async function launch(extra = []) {
  return slowed(await chromium.launch({ ...ARGUMENTS, args: [...ARGUMENTS.args, ...extra] }));
}

/** Opens an address and waits until the person can work. */
export async function open(page, url) {
  await page.goto(url);
  await started(page);
}

/** Goes to an address of the app and waits until its page stands there: not the page before, and not before its part is there. */
export async function visit(page, url) {
  const [place, hash] = url.split('#');
  if (hash !== undefined && page.url().split('#')[0] === place) {
    // The app's own listener was there first: it has drawn when ours is called.
    await page.evaluate((hash) => new Promise((done) => {
      if (new URL(hash, location).href === location.href) return done();
      addEventListener('hashchange', () => setTimeout(done), { once: true });
      location.hash = hash;
    }), `#${hash}`);
  } else {
    await page.goto(url);
  }
  await started(page);
  await page.locator('h1').first().waitFor({ state: 'attached' });
}

export async function started(page) {
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
}

/** Waits until the whole version is cached and its worker answers. */
export async function offlineReady(page) {
  await until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}

/** Waits until a question to the page is answered with yes; it may be asynchronous. */
export async function until(page, question, argument) {
  const end = performance.now() + 30_000 * PATIENCE;
  while (!(await page.evaluate(question, argument))) {
    if (performance.now() > end) throw new Error(`never came true: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Reads again and again until it is as it should be: equal to `wanted`, matched by it where it is a pattern, or let through by it
 * where it is a function that asserts. The page may change later than the press that changes it is answered. Gives back what was read.
 */
export async function eventually(read, wanted, message) {
  const end = performance.now() + 30_000 * PATIENCE;
  for (;;) {
    const isOver = performance.now() > end;
    try {
      const value = await read();
      if (typeof wanted === 'function') await wanted(value);
      else if (wanted instanceof RegExp) assert.match(value, wanted, message);
      // A complaint about long texts takes its time: the last one alone is made.
      else if (isOver) assert.deepEqual(value, wanted, message);
      else if (!isDeepStrictEqual(value, wanted)) throw new Error('not yet');
      return value;
    } catch (error) {
      if (isOver) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The faults that a page keeps, a text each: what is found while it is still being drawn is looked for again. */
export async function lasting(look) {
  const end = performance.now() + 2_000 * PATIENCE;
  for (;;) {
    const found = await look();
    if (found.length === 0 || performance.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until what the page has put off until it draws is done: two frames. What must not happen is asserted after it. */
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

export function text(page, selector = 'body') {
  return page.locator(selector).innerText();
}

/** Presses keys one after the other: press(page, 'Tab', 'Tab', 'Enter'). */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

export function cacheNames(page) {
  return page.evaluate(() => caches.keys());
}
