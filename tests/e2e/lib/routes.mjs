// The app's addresses, in one place: the accessibility walk and the pictures visit each.

export const ROUTES = [
  { name: 'start', hash: '' },
];

export const WIDTHS = [1440, 390];
export const SCHEMES = ['light', 'dark'];

/** Every route in every look: calls `visit(page, { route, width, scheme })`. */
export async function eachView(browser, url, prepare, visit) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'vi-VN', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await prepare(page, url);
      for (const route of ROUTES) {
        await page.goto(url + route.hash);
        await page.locator('html[data-started]').waitFor({ state: 'attached' });
        await visit(page, { route, width, scheme });
      }
      await context.close();
    }
  }
}
