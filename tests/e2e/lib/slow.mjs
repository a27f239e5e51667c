// A slow machine, on request: SLOW=6 makes the processor of each page six times as slow, LATE=150 lets the page's frames, timers and
// addresses come 150 ms late. Both bring races out: what a journey asserts too early, and what the app leaves undone while keys go on.

/** How many times as long all bounds are. */
export const PATIENCE = Math.max(1, Number(process.env.SLOW ?? 1)) * (process.env.LATE ? 2 : 1);

const SLOW = Number(process.env.SLOW ?? 1);
const LATE = Number(process.env.LATE ?? 0);

/** The browser, with every page of every profile as slow as asked for. */
export function slowed(browser) {
  if (PATIENCE === 1) return browser;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(30_000 * PATIENCE);
    if (LATE) await context.addInitScript(late, LATE);
    if (SLOW > 1) context.on('page', (page) => throttle(context, page));
    return context;
  };
  return browser;
}

async function throttle(context, page) {
  // A page that is closed at once needs none.
  const session = await context.newCDPSession(page).catch(() => {});
  await session?.send('Emulation.setCPUThrottlingRate', { rate: SLOW }).catch(() => {});
}

/** Runs in each page before its own scripts. */
function late(wait) {
  const { requestAnimationFrame, setTimeout } = window;
  window.requestAnimationFrame = (work) => setTimeout(() => requestAnimationFrame(work), wait);
  window.setTimeout = (work, after = 0, ...words) => setTimeout(work, after + wait, ...words);
  let isOver = false;
  addEventListener('hashchange', (event) => {
    if (isOver) return;
    event.stopImmediatePropagation();
    const { newURL, oldURL } = event;
    setTimeout(() => {
      isOver = true;
      dispatchEvent(new HashChangeEvent('hashchange', { newURL, oldURL }));
      isOver = false;
    }, wait);
  });
}
