import assert from 'node:assert/strict';
import { contrastFaults } from './lib/axe.mjs';
import { eventually, lasting, open, settled, visit } from './lib/browser.mjs';
import { eachRoute } from './lib/routes.mjs';

export const name = 'high contrast, forced colours and reduced motion are honoured on every address';

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve();
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await highContrast(t, host.url, colorScheme, found);
    await forcedColors(t, host.url, colorScheme, found);
  }
  await motion(t, host.url, found);
  assert.deepEqual(found, [], found.join('\n'));
}

/** The system's wish sets the attribute that the style sheets ask, and words stand out 7 : 1. */
async function highContrast(t, url, colorScheme, found) {
  const page = await t.page({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
  await open(page, url);
  await page.locator('html[data-contrast=more]').waitFor({ state: 'attached' });
  await eachRoute(page, url, async (route) => {
    for (const fault of await lasting(() => contrastFaults(page))) found.push(`high contrast, ${colorScheme}, ${route.name}: ${fault}`);
  });
  await page.emulateMedia({ contrast: 'no-preference' });
  await page.locator('html:not([data-contrast])').waitFor({ state: 'attached' });
}

// What is drawn and carries meaning: each needs an edge or a filling that stands out from the page.
const DRAWN = [
  '.status-mark', '.strip-cell', '.mini-strip i', '.task-bar svg', '.bullet', '.range-bar', '.sparkline', '.role',
  '.chart-actual', '.chart-target', '.chart-pace', '.chart-axis', '.chart-point', '.chart-bar', '.product-mark',
];
// What is chosen, beside its like that is not.
const CHOSEN = '[aria-pressed="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"])';

async function forcedColors(t, url, colorScheme, found) {
  const page = await t.page({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page, url);
  const seen = new Set();
  await eachRoute(page, url, async (route) => {
    // Charts are drawn once their room is known.
    await settled(page);
    const faults = await lasting(async () => {
      const { faults, kinds } = await page.evaluate(lostInForcedColors, [DRAWN, CHOSEN]);
      for (const kind of kinds) seen.add(kind);
      return faults;
    });
    for (const fault of faults) found.push(`forced colours, ${colorScheme}, ${route.name}: ${fault}`);
  });
  assert.deepEqual(DRAWN.filter((kind) => !seen.has(kind)), [], 'kinds of drawings that no address shows');
}

function lostInForcedColors([drawn, chosen]) {
  const faults = new Set();
  const kinds = [];
  const channels = (color) => color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (color) => color === 'none' || (channels(color)[3] ?? 1) === 0;
  const canvas = (() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust:none;background:Canvas';
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  })();
  const standsOut = (color) => {
    if (isClear(color)) return false;
    const [dark, light] = [luminance(color), luminance(canvas)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) >= 3;
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const shows = (element) => {
    const style = getComputedStyle(element);
    const isDrawing = element instanceof SVGGeometryElement || element instanceof SVGTextContentElement;
    if (isDrawing && (standsOut(style.fill) || (standsOut(style.stroke) && parseFloat(style.strokeWidth) > 0))) return true;
    return ['Top', 'Left'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 && standsOut(style[`border${side}Color`]))
      || (style.outlineStyle !== 'none' && standsOut(style.outlineColor)) || standsOut(style.backgroundColor)
      || (element.childElementCount === 0 && element.textContent.trim() !== '' && !isDrawing && standsOut(style.color));
  };
  for (const kind of drawn) {
    const all = [...document.querySelectorAll(kind)].filter(isSeen);
    if (all.length) kinds.push(kind);
    for (const element of all) {
      if (![element, ...element.querySelectorAll('*')].some(shows)) faults.add(`${kind} cannot be seen (${element.outerHTML.slice(0, 120)})`);
    }
  }
  const look = (element) => {
    const style = getComputedStyle(element);
    return ['outlineStyle', 'borderTopColor', 'borderTopWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderLeftColor', 'backgroundColor', 'color', 'fontWeight', 'textDecorationLine']
      .map((name) => (name === 'outlineStyle' || !name.startsWith('outline') ? style[name] : '')).join('|');
  };
  for (const element of [...document.querySelectorAll(chosen)].filter(isSeen)) {
    const name = ['aria-pressed', 'aria-selected', 'aria-current'].find((name) => element.hasAttribute(name));
    const like = [...(element.closest('ul, ol, tbody, [role=group], [role=treegrid], .segmented, nav') ?? element.parentElement).querySelectorAll(element.localName)];
    const other = like.find((each) => each !== element && isSeen(each) && (each.getAttribute(name) ?? 'false') === 'false' && each.className === element.className && !each.matches(':disabled'));
    if (other && look(other) === look(element)) faults.add(`${element.localName}.${element.className}[${name}] looks as if it were not chosen`);
  }
  return { faults: [...faults], kinds };
}

/** Nothing turns, slides or scrolls by itself; without the wish something does, so that this can fail. */
async function motion(t, url, found) {
  const moving = () => {
    const seconds = (text) => Math.max(...text.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1)));
    const out = [];
    for (const element of document.querySelectorAll('*')) {
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        const longest = Math.max(seconds(style.transitionDuration), style.animationName === 'none' ? 0 : seconds(style.animationDuration));
        if (longest > 0.001) out.push(`${element.localName}.${element.getAttribute('class')}${pseudo ?? ''} moves for ${longest} s`);
      }
      if (getComputedStyle(element).scrollBehavior === 'smooth') out.push(`${element.localName} scrolls smoothly`);
    }
    return [...new Set(out)];
  };
  const page = await t.page({ reducedMotion: 'reduce' });
  // Scrolling that a script asks for is looked at too.
  await page.addInitScript(() => {
    window.smooth = [];
    for (const [owner, name] of [[Element, 'scrollIntoView'], [Element, 'scrollTo'], [Element, 'scrollBy'], [window, 'scrollTo'], [window, 'scrollBy']]) {
      const target = owner.prototype ?? owner;
      const own = target[name];
      target[name] = function (...given) {
        if (given.some((each) => each?.behavior === 'smooth')) window.smooth.push(name);
        return own.apply(this, given);
      };
    }
  });
  await open(page, url);
  await eachRoute(page, url, async (route) => {
    for (const each of [...(await lasting(() => page.evaluate(moving))), ...(await page.evaluate(() => window.smooth))]) found.push(`reduced motion, ${route.name}: ${each}`);
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await visit(page, `${url}#/overview`);
  await page.locator('.strip-cell').first().waitFor();
  await eventually(() => page.evaluate(moving), (all) => assert.ok(all.length > 0, 'without the wish something moves'));
}
