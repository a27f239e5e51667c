// Chromium, and what every journey does with a page of the app.

import { chromium } from 'playwright-core';

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

export function launch(extra = []) {
  return chromium.launch({ ...ARGUMENTS, args: [...ARGUMENTS.args, ...extra] });
}

/** Opens an address and waits until the person can work. */
export async function open(page, url) {
  await page.goto(url);
  await started(page);
}

export async function started(page) {
  await page.locator('html[data-started]').waitFor({ state: 'attached', timeout: 15_000 });
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
  const end = performance.now() + 15_000;
  while (!(await page.evaluate(question, argument))) {
    if (performance.now() > end) throw new Error(`never came true: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
