// In the page: the same charts by our own code, by Chart.js and by uPlot. The same marks, each as its maker means it to be
// used where speed counts: no animation, no resizing, no legend, no pointer.

import start, { drawLarge, drawSmall, makeCharts } from '/target/bench/tiendo-bench.js';

const { Chart, uPlot } = window;
const INK = '#18202a';
const BLUE = '#1f5fae';
const GREY = '#6a737e';
const AXIS = '#9aa2ac';
const GRID = '#e8ebef';
const QUIET = '#5e6772';
const FONT = 'Inter, sans-serif';

/** Where things stand, as our own drawings have them. */
const SMALL = { width: 256, height: 118, top: 14, right: 58, bottom: 18, left: 4, target: 4, size: 13 };
const LARGE = { width: 756, height: 325, top: 30, right: 16, bottom: 23, left: 40, target: -8, size: 17 };
const SMALL_MARKS = [1, 3, 6, 9, 12];

let charts = [];
let host;
let made = [];

await start();
await document.fonts.ready;
window.bench = { prepare, place, draw, clear };

/** The points of all charts, ready for each library before anything is timed. */
function prepare(count, points) {
  charts = JSON.parse(makeCharts(count, points)).map(({ actual, pace, target }) => {
    const x = Array.from({ length: points + 1 }, (_, at) => at);
    const rows = [[null, ...pace], [target[0], ...target], [null, ...actual]];
    const pairs = rows.map((row) => row.flatMap((y, at) => (y === null ? [] : [{ x: at, y }])));
    return { columns: [x, ...rows], pairs, last: { x: points, y: actual.at(-1) }, line: target.at(-1) };
  });
}

/** Empty places for the charts, laid out before anything is drawn into them. */
function place(library) {
  host = document.createElement('main');
  const { width, height } = charts.length > 1 ? SMALL : LARGE;
  host.style.cssText = `display: grid; grid-template-columns: repeat(auto-fill, ${width}px); gap: 8px; font-size: 12px`;
  for (const _ of charts) {
    const own = document.createElement('div');
    own.style.cssText = `inline-size: ${width}px; block-size: ${height}px`;
    host.append(own);
    if (library === 'Chart.js') own.append(Object.assign(document.createElement('canvas'), { width, height }));
  }
  document.body.append(host);
  return host.getBoundingClientRect().height;
}

function draw(library) {
  const layout = charts.length > 1 ? SMALL : LARGE;
  const places = [...host.children];
  if (library === 'uPlot') made = charts.map((chart, at) => uplot(places[at], chart, layout));
  else if (library === 'Chart.js') made = charts.map((chart, at) => chartJs(places[at].firstChild, chart, layout));
  else {
    const drawings = charts.map((_, at) => (layout === SMALL ? drawSmall(at) : drawLarge(at, layout.width)));
    drawings.forEach((svg, at) => { places[at].innerHTML = svg; });
  }
}

function clear() {
  for (const chart of made) chart.destroy();
  made = [];
  host.remove();
}

const number = (value) => value.toFixed(1).replace('.', ',');
/** The name of a mark on the axis: months of the one year, or each year. */
const named = (layout) => (layout === SMALL ? (x) => (x === 1 ? 'T1' : String(x)) : (x) => String(1600 + x / 12));
const yearStep = 12 * 24;

function uplot(place, chart, layout) {
  const x = named(layout);
  const small = layout === SMALL;
  const axis = { font: `12px ${FONT}`, stroke: QUIET, ticks: { show: false }, grid: { show: !small, stroke: GRID, width: 1 } };
  return new uPlot({
    width: layout.width,
    height: layout.height,
    padding: [layout.top, layout.right, small ? 0 : 4, small ? layout.left : 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, chart.last.x] }, y: { range: (_, low, high) => widened(low, high) } },
    axes: [
      {
        ...axis,
        size: layout.bottom,
        gap: 2,
        border: { show: true, stroke: AXIS, width: 1 },
        splits: small ? SMALL_MARKS : (_, __, low, high) => multiples(low, high),
        values: (_, splits) => splits.map(x),
      },
      small ? { show: false } : { ...axis, size: layout.left, space: 70, values: (_, splits) => splits.map(String) },
    ],
    series: [
      {},
      { stroke: GREY, width: 1.25, dash: [4, 3.5], points: { show: false } },
      { stroke: INK, width: 1.25, points: { show: false } },
      { stroke: BLUE, width: 2, points: { show: false } },
    ],
    hooks: {
      draw: [(plot) => marks(plot.ctx, chart, layout, plot.valToPos(chart.last.x, 'x', true), plot.valToPos(chart.last.y, 'y', true), plot.valToPos(chart.line, 'y', true))],
    },
  }, chart.columns, place);
}

function chartJs(canvas, chart, layout) {
  const small = layout === SMALL;
  const x = named(layout);
  const line = (at, borderColor, borderWidth, borderDash = []) => ({ data: chart.pairs[at], borderColor, borderWidth, borderDash, pointRadius: 0 });
  const font = { family: FONT, size: 12 };
  return new Chart(canvas, {
    type: 'line',
    data: { datasets: [line(2, BLUE, 2), line(1, INK, 1.25), line(0, GREY, 1.25, [4, 3.5])] },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      parsing: false,
      normalized: true,
      events: [],
      layout: { padding: { top: layout.top, right: layout.right, left: layout.left, bottom: 0 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, decimation: { enabled: !small, algorithm: 'min-max' } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: chart.last.x,
          border: { color: AXIS },
          grid: { display: !small, color: GRID, drawTicks: false },
          afterBuildTicks: (scale) => { scale.ticks = (small ? SMALL_MARKS : multiples(scale.min, scale.max)).map((value) => ({ value })); },
          ticks: { font, color: QUIET, autoSkip: false, maxRotation: 0, callback: x },
        },
        y: { display: !small, grace: '14%', border: { display: false }, grid: { color: GRID, drawTicks: false }, ticks: { font, color: QUIET, maxTicksLimit: 5 } },
      },
    },
    plugins: [{
      id: 'marks',
      afterDatasetsDraw: ({ ctx, scales }) => marks(ctx, chart, layout, scales.x.getPixelForValue(chart.last.x), scales.y.getPixelForValue(chart.last.y), scales.y.getPixelForValue(chart.line)),
    }],
  });
}

/** The last point with its value, and the name of the target. */
function marks(ctx, chart, layout, x, y, lineY) {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, layout === SMALL ? 3.2 : 5, 0, 2 * Math.PI);
  ctx.fillStyle = BLUE;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = '#fff';
  ctx.stroke();
  ctx.font = `640 ${layout.size}px ${FONT}`;
  ctx.textAlign = layout === SMALL ? 'center' : 'right';
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  const value = number(chart.last.y);
  ctx.strokeText(value, x, y + 18);
  ctx.fillStyle = BLUE;
  ctx.fillText(value, x, y + 18);
  ctx.font = `600 12px ${FONT}`;
  ctx.fillStyle = INK;
  ctx.textAlign = layout === SMALL ? 'left' : 'right';
  ctx.fillText(layout === SMALL ? String(chart.line) : `Mục tiêu ${chart.line}`, x + layout.target, lineY - (layout === SMALL ? -4 : 7));
  ctx.restore();
}

/** Every so many years, as ours are named where they stand close. */
function multiples(low, high) {
  const found = [];
  for (let at = Math.ceil(low / yearStep) * yearStep; at <= high; at += yearStep) found.push(at);
  return found;
}

function widened(low, high) {
  const room = (high - low) * 0.14;
  return [low - room, high + room];
}
