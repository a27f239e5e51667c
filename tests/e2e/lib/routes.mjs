// The app's addresses, in one place: the accessibility walk and the pictures visit each.

import { allRows, openSample } from './app.mjs';
import { visit } from './browser.mjs';
import { inConflict } from './offices.mjs';
import { SCENES } from './scenes.mjs';

/** A measure of the sample with a figure for each month: the share of waste that is treated. */
export const MEASURE = 'wwqsop98789n';

// `fresh` ones are visited before there is a programme, the others with the sample open.
export const ROUTES = [
  { name: 'start', hash: '', fresh: true },
  { name: 'import-empty', hash: '#/import', fresh: true },
  { name: 'data-empty', hash: '#/data', fresh: true },
  { name: 'library-empty', hash: '#/library', fresh: true },
  { name: 'begin-empty', hash: '#/begin', fresh: true },
  { name: 'overview', hash: '#/overview' },
  { name: 'leader', hash: '#/leader' },
  { name: 'leader-slide', hash: '#/leader/ftc1thcg01lm' },
  { name: 'programme', hash: '#/programme' },
  { name: 'programme-only', hash: '#/programme?only=overdue' },
  { name: 'programme-line', hash: '#/programme?item=ocrbf3iv7bhz' },
  { name: 'indicators', hash: '#/indicators' },
  { name: 'indicator', hash: `#/indicators/${MEASURE}` },
  { name: 'import', hash: '#/import' },
  { name: 'assignments', hash: '#/assignments' },
  { name: 'assignments-item', hash: '#/assignments?item=ocrbf3iv7bhz' },
  { name: 'assignments-none', hash: '#/assignments?q=zzz' },
  { name: 'assignments-bodies', hash: '#/assignments?view=bodies' },
  { name: 'assignments-duties', hash: '#/assignments?duty=new&reports=due' },
  { name: 'body-choice', hash: '#/assignments/body' },
  { name: 'body', hash: '#/assignments/body/7janszhribqf' },
  { name: 'report', hash: '#/report' },
  { name: 'data', hash: '#/data' },
  { name: 'library', hash: '#/library' },
  { name: 'begin', hash: '#/begin?from=091ebfc01dd0effa76a9de30d30497da' },
  { name: 'versions-empty', hash: '#/versions' },
  { name: 'version-gone', hash: '#/versions?version=none&view=read' },
  { name: 'settings', hash: '#/settings' },
  { name: 'unknown', hash: '#/no-such-page' },
  { name: 'indicators-none', hash: '#/indicators?q=zzz' },
  { name: 'indicators-edit', hash: '#/indicators?group=verdict&hide=spark,updated&mode=edit' },
  { name: 'indicators-enter', hash: '#/indicators?mode=enter' },
  { name: 'indicators-enter-none', hash: '#/indicators?due=missing&mode=enter&q=zzz' },
  { name: 'indicators-paste', hash: '#/indicators?mode=paste' },
  { name: 'indicators-folded', hash: '#/indicators?fold=Missed,AtRisk&group=verdict' },
  { name: 'indicator-edit', hash: '#/indicators/ftc1thcg01lm?edit=1' },
  { name: 'indicator-flow', hash: '#/indicators/ftc1thcg01lm' },
  { name: 'indicator-by-quarter', hash: '#/indicators/ftc1thcg01lm?by=quarter&beside=last-year' },
  { name: 'indicator-kept', hash: '#/indicators/l389r0hrnhnh' },
  { name: 'indicator-bodies', hash: '#/indicators/i4s4j46xknd6' },
  { name: 'indicator-judged', hash: '#/indicators/juyr683kauy2' },
  { name: 'indicator-without-figures', hash: '#/indicators/g9o9lpba2i9n' },
  { name: 'conflicts-none', hash: '#/conflicts' },
  // The last: the programme is another one after it.
  { name: 'conflicts', hash: '#/conflicts', prepare: inConflict },
];

export const WIDTHS = [1440, 390];
export const SCHEMES = ['light', 'dark'];

/** Every route and scene in every look: calls `look(page, { route, width, scheme })`. */
export async function eachView(browser, url, prepare, look) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await prepare(page, url);
      await eachRoute(page, url, (route) => look(page, { route, width, scheme }));
      for (const route of SCENES) {
        await route.show(page, url);
        await look(page, { route, width, scheme });
      }
      await context.close();
    }
  }
}

/** Every route in one page: those before there is a programme, then the others with the sample open. */
export async function eachRoute(page, url, look) {
  let opened = false;
  for (const route of ROUTES.toSorted((a, b) => Boolean(b.fresh) - Boolean(a.fresh))) {
    if (!route.fresh && !opened) {
      await openSample(page, url);
      opened = true;
    }
    await route.prepare?.(page, url);
    await visit(page, url + route.hash);
    if (await page.locator('.outline').count()) await allRows(page);
    await look(route);
  }
}
