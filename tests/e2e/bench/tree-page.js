// In the page: the rows of the outline by React and react-virtual. The same data, the same elements with the same roles
// and words, in the same frame: rows fold, are selected by pointer and keys, and only those near the screen are drawn.

const MODULES = {
  react: 'react/cjs/react.production.js',
  'react-dom': 'react-dom/cjs/react-dom.production.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  scheduler: 'scheduler/cjs/scheduler.production.js',
  '@tanstack/react-virtual': '@tanstack/react-virtual/dist/cjs/index.cjs',
  '@tanstack/virtual-core': '@tanstack/virtual-core/dist/cjs/index.cjs',
  './utils.cjs': '@tanstack/virtual-core/dist/cjs/utils.cjs',
  './ios-gesture.cjs': '@tanstack/virtual-core/dist/cjs/ios-gesture.cjs',
  './lazy-measurements.cjs': '@tanstack/virtual-core/dist/cjs/lazy-measurements.cjs',
  './scroll-classifier.cjs': '@tanstack/virtual-core/dist/cjs/scroll-classifier.cjs',
};

/** The production builds as their packages ship them, in place of a bundler. */
async function load() {
  const sources = {};
  await Promise.all(Object.entries(MODULES).map(async ([name, file]) => {
    sources[name] = await (await fetch(`/tests/e2e/node_modules/${file}`)).text();
  }));
  const loaded = {};
  const require = (name) => {
    if (!loaded[name]) {
      const module = { exports: {} };
      loaded[name] = module;
      new Function('require', 'module', 'exports', 'process', sources[name])(require, module, module.exports, { env: { NODE_ENV: 'production' } });
    }
    return loaded[name].exports;
  };
  return require;
}

const require = await load();
const { createElement: h, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } = require('react');
const { createRoot } = require('react-dom/client');
const { useWindowVirtualizer } = require('@tanstack/react-virtual');

let root;
/** Of the selected row: the same for each. */
let bar = [];
let panel = '';
/** Milliseconds after a selection, as in ours. */
const PANEL_AFTER = 50;
window.tree = { create, drop };

/** Draws the page with its lines. */
function create(place, page, lines, itsBar, itsPanel) {
  bar = itsBar;
  panel = itsPanel;
  root = createRoot(place);
  root.render(h(Page, { page, lines }));
}

function drop() {
  root.unmount();
}

/** The lines that no folded one is above. */
function unfolded(lines, folded) {
  const shown = [];
  let hidden = Infinity;
  for (const line of lines) {
    if (line.level > hidden) continue;
    hidden = folded.has(line.id) ? line.level : Infinity;
    shown.push(line);
  }
  return shown;
}

function Page({ page, lines }) {
  const within = (part, key) => {
    if (typeof part === 'string') return part;
    const content = part[1].className === 'outline' ? [h(Outline, { lines })] : part[2].map(within);
    return h(part[0], { key, ...part[1] }, ...content);
  };
  return within(page);
}

function Outline({ lines }) {
  const place = useRef(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(place.current.getBoundingClientRect().top + scrollY), []);
  const [folded, setFolded] = useState(() => new Set());
  const [selected, setSelected] = useState(null);
  const shown = useMemo(() => unfolded(lines, folded), [lines, folded]);
  const virtualizer = useWindowVirtualizer({
    count: shown.length,
    estimateSize: () => 38,
    overscan: 5,
    scrollMargin: top,
    getItemKey: useCallback((at) => shown[at].id, [shown]),
  });
  const select = useCallback((id) => {
    setSelected(id);
    history.replaceState(null, '', `#/programme?item=${id}`);
    if (!document.querySelector('.inspector')) setTimeout(open, PANEL_AFTER);
  }, []);
  const fold = useCallback((id) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (moved.current) document.getElementById(`row-${selected}`)?.focus({ preventScroll: true });
    moved.current = false;
  }, [selected]);
  const pressed = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = shown.findIndex((line) => line.id === selected) + step;
    if (!shown[at]) return;
    moved.current = true;
    select(shown[at].id);
    virtualizer.scrollToIndex(at, { align: 'auto' });
  };
  const { scrollMargin } = virtualizer.options;
  return h('div', { ref: place, style: { position: 'relative', blockSize: virtualizer.getTotalSize() }, onKeyDown: pressed },
    virtualizer.getVirtualItems().map(({ key, index, start }) => h(Row, {
      key,
      index,
      start: start - scrollMargin,
      line: shown[index],
      selected: selected === key,
      open: shown[index].folds ? !folded.has(key) : undefined,
      first: selected === null && index === 0,
      measure: virtualizer.measureElement,
      select,
      fold,
    })));
}

const Row = memo(({ index, start, line, selected, open, first, measure, select, fold }) => {
  const button = open === undefined ? null : h('button', {
    className: 'fold',
    tabIndex: -1,
    'aria-expanded': open,
    'aria-label': line.foldName,
    onClick: (event) => {
      event.stopPropagation();
      fold(line.id);
    },
  }, line.foldIcon.map(drawn));
  return h('div', { ref: measure, 'data-index': index, role: 'none', style: { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)`, display: 'flow-root' } },
    h('div', {
      className: `outline-row${line.heading ? ' is-heading' : ''}${selected ? ' is-selected' : ''}`,
      id: `row-${line.id}`,
      role: 'row',
      'data-level': line.indent,
      'aria-level': line.level,
      'aria-rowindex': index + 1,
      'aria-selected': selected,
      'aria-expanded': open,
      tabIndex: selected || first ? 0 : -1,
      onClick: () => select(line.id),
    },
    h('span', { className: 'row-tools', role: 'gridcell' }, line.level === 1 ? button : null),
    h('span', { className: 'row-number', role: 'gridcell' }, line.number.map(drawn)),
    h('span', { className: 'row-text', role: 'gridcell' },
      line.level === 1 ? null : button,
      line.level === 1 ? h('span', { role: 'heading', 'aria-level': 2 }, line.title) : h('span', null, line.title),
      line.target ? ': ' : null,
      line.target ? h('a', { className: 'row-target', href: line.target.href, tabIndex: selected ? 0 : -1 }, line.target.words) : null),
    h('span', { className: 'row-facts', role: 'gridcell' }, line.facts.map(drawn)),
    selected ? bar.map(drawn) : null));
});

/** Puts the panel into the page as it is: no work of React's. */
function open() {
  document.querySelector('.programme-layout').insertAdjacentHTML('beforeend', panel);
}

/** A part of a row that was read from the app: `[name, attributes, children]` or a text. */
function drawn(part, key) {
  return typeof part === 'string' ? part : h(part[0], { key, ...part[1] }, ...part[2].map(drawn));
}
