// Steps that many journeys begin with.

import { open } from './browser.mjs';

/** Opens the sample programme from the first page, and goes from the overview, where it opens, to the outline. */
export async function openSample(page, url) {
  await open(page, url);
  await page.getByRole('button', { name: 'Xem thử với chương trình mẫu' }).click();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();
  await saved(page);
  await page.evaluate(() => location.replace('#/programme'));
  await allRows(page);
}

/** Waits until all lines of the outline are drawn: after the first ones the others come a moment later. */
export async function allRows(page) {
  await page.waitForFunction(() => {
    const outline = document.querySelector('.outline');
    return outline && outline.querySelectorAll('.outline-row').length === Number(outline.getAttribute('aria-rowcount'));
  });
}

/** Waits until everything is written. */
export async function saved(page) {
  await page.locator('html[data-save=saved]').waitFor({ state: 'attached' });
}

/** Begins this year's programme from the first page, with all that the form offers at first. */
export async function beginBlank(page) {
  await page.getByRole('button', { name: 'Bắt đầu từ trang trắng' }).click();
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
}
