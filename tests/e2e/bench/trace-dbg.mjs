// What a page did for a step, read from Chromium's own trace.
//
// A page sets `step:NAME` when a step begins, and `done:NAME` where what the frame must show is there only later, `still:NAME`
// where the work that follows the frame belongs to it. Work is told as processor time, which other programs on the
// machine hardly change; the way to the frame is told by the clock.

const CATEGORIES = [
  'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'cc',
];

/** Records while `work` runs. Returns what the steps cost, in milliseconds: a list for each name. */
export async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  return costs(traceEvents.sort((a, b) => a.ts - b.ts));
}

function costs(events) {
  const marks = events.filter((event) => event.cat?.includes('blink.user_timing'));
  const found = new Map();
  marks.forEach((mark, at) => {
    const [kind, name] = mark.name.split(':');
    if (kind !== 'step') return;
    // Those of the step itself stand before the next one of its name.
    const next = marks.findIndex((other, index) => index > at && other.name === mark.name);
    const own = marks.slice(at, next < 0 ? undefined : next);
    const later = (what) => own.find((other) => other.name === `${what}:${name}`);
    const cost = costOf(events, mark, later('done') ?? mark, later('still'));
    if (cost) found.set(name, [...(found.get(name) ?? []), cost]);
  });
  return found;
}

function costOf(events, begin, done, still) {
  const since = events.slice(events.findIndex((event) => event.ts > begin.ts - 1_000_000));
  const own = since.filter((event) => event.pid === begin.pid && event.ts + (event.dur ?? 0) >= begin.ts);
  const onMain = own.filter((event) => event.tid === begin.tid && event.ph === 'X');
  const commit = onMain.find((event) => event.name === 'Commit' && event.ts >= done.ts);
  const active = commit && own.find((event) => event.name === 'ActivateLayerTree' && event.ts >= commit.ts);
  const drawn = active && own.find((event) => event.name === 'DrawFrame' && event.ts >= active.ts);
  if (!drawn) return undefined;

  const time = (list) => list.reduce((sum, event) => sum + (event.tdur ?? 0), 0) / 1000;
  const named = (...names) => onMain.filter((event) => names.includes(event.name) && event.ts < drawn.ts);
  const until = (end) => {
    const raster = own.filter((event) => event.name === 'RasterTask' && event.ts >= begin.ts && event.ts < end);
    return time(onMain.filter((event) => event.name === 'RunTask' && event.ts < end)) + time(raster);
  };
  const layout = named('UpdateLayoutTree', 'Layout').filter((event) => event.ts >= begin.ts);
  // The animation frame that the step began in, if it did.
  const frame = onMain.find((event) => event.name === 'FireAnimationFrame' && event.ts <= begin.ts);
  const inside = frame ? layout.filter((event) => event.ts < frame.ts + frame.dur) : [];
  const script = frame ? frame.tdur / 1000 - time(inside) : 0;
  const work = until(drawn.ts);
  if (process.env.DBG === 'create' && begin.name === 'step:create' && (globalThis.cre = (globalThis.cre ?? 0) + 1) % 7 === 3) { console.log(globalThis.side, 'done', ((done.ts - begin.ts) / 1000).toFixed(1), 'drawn', ((drawn.ts - begin.ts) / 1000).toFixed(1)); for (const e of onMain.filter((e) => e.ts < drawn.ts && (e.tdur ?? 0) > 150)) console.log('   ', ((e.ts - begin.ts) / 1000).toFixed(2).padStart(7), (e.tdur / 1000).toFixed(2).padStart(6), e.name, JSON.stringify(e.args?.data ?? {}).slice(0, 100)); }
  if (process.env.DBG && begin.name === 'step:click' && (globalThis.lay = (globalThis.lay ?? 0) + 1) % 11 === 3) for (const e of onMain.filter((e) => ['Layout', 'UpdateLayoutTree'].includes(e.name) && e.ts >= begin.ts && e.ts < drawn.ts)) console.log(globalThis.side, e.name, (e.tdur / 1000).toFixed(2), JSON.stringify(e.args).replace(/"stackTrace":\[.*?\],?/g, '').slice(0, 400));
  if (process.env.DBG) {
    const sums = {};
    for (const e of onMain.filter((e) => e.ts < drawn.ts && e.ts + e.dur >= begin.ts)) sums[e.name] = (sums[e.name] ?? 0) + (e.tdur ?? 0) / 1000;
    sums.Raster = time(own.filter((e) => e.name === 'RasterTask' && e.ts >= begin.ts && e.ts < drawn.ts));
    const g = (globalThis.dbg ??= {}); const side = globalThis.side; const kind = begin.name.slice(5);
    const list = ((g[kind] ??= {})[side] ??= []); list.push(sums);
  }
  return {
    script,
    layout: time(layout),
    rest: work - script - time(layout),
    work,
    still: until(Math.max(drawn.ts, still?.ts ?? 0)),
    frame: (drawn.ts - begin.ts) / 1000,
  };
}
