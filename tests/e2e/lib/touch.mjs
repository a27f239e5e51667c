// What a thumb does, and needs.

import { PATIENCE } from './slow.mjs';

/** Taps, and waits until the click is answered that the browser makes of the touch: it comes after the touch itself. */
export async function tap(locator) {
  const clicked = locator.page().evaluate((most) => new Promise((done, fail) => {
    addEventListener('click', () => setTimeout(done), { once: true, capture: true });
    setTimeout(() => fail(new Error('no click came of the touch')), most);
  }), 45_000 * PATIENCE);
  await Promise.all([clicked, locator.tap()]);
}

/**
 * What is smaller than 44 px in one direction, a text each. A link inside a sentence may be as small as its line,
 * and so may one of many cells of a drawing that a list beside it repeats, and the sample's mark, which is a line of words.
 */
export function smallTargets(page) {
  return page.evaluate(() => {
    const LEAST = 43.5;
    const found = [];
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=gridcell][tabindex]')) {
      if (!isSeen(element) || element.matches(':disabled, .strip-cell, .skip-link, .sample-link') || element.closest('.visually-hidden')) continue;
      // A box to tick is as large as its label, a file field as its button.
      const target = element.closest('label') ?? element;
      const { width, height } = target.getBoundingClientRect();
      if (width <= 1 || (width >= LEAST && height >= LEAST)) continue;
      const isInSentence = getComputedStyle(target).display === 'inline' && target.parentElement.textContent.trim().length > target.textContent.trim().length + 1;
      // Its edge may reach further than its box.
      const after = getComputedStyle(target, '::after');
      const isWider = after.position === 'absolute' && parseFloat(after.width) >= LEAST && parseFloat(after.height) >= LEAST;
      if (isInSentence || isWider) continue;
      found.push(`${target.localName}.${target.className} “${(target.innerText ?? '').trim().slice(0, 40) || target.getAttribute('aria-label')}” ${Math.round(width)} x ${Math.round(height)}`);
    }
    return [...new Set(found)];
  });
}
