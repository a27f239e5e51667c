// Reads the app's outline from its own page, so that another library can be given the same rows to draw.

/** In the page: every row with its words and marks, the page that they stand in, what is around it, and its style sheets. */
export async function harvest() {
  const NAMES = { class: 'className', tabindex: 'tabIndex', for: 'htmlFor', 'stroke-width': 'strokeWidth', 'stroke-linecap': 'strokeLinecap', 'stroke-linejoin': 'strokeLinejoin', 'fill-rule': 'fillRule', 'clip-rule': 'clipRule' };
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** `[name, attributes, children]` or a text. */
  const part = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const attributes = Object.fromEntries([...node.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => [NAMES[name] ?? name, value]));
    return [node.localName, attributes, parts(node)];
  };
  const parts = (node) => [...node.childNodes].filter((child) => child.nodeType !== Node.COMMENT_NODE).map(part);
  const line = (row) => {
    const [number, text, facts] = ['.row-number', '.row-text', '.row-facts'].map((cell) => row.querySelector(cell));
    const fold = row.querySelector('.fold');
    const target = text.querySelector('.row-target');
    return {
      id: row.id.slice('row-'.length),
      level: Number(row.getAttribute('aria-level')),
      indent: row.dataset.level,
      heading: row.classList.contains('is-heading'),
      folds: row.hasAttribute('aria-expanded'),
      foldName: fold?.getAttribute('aria-label'),
      foldIcon: fold ? parts(fold) : [],
      number: parts(number),
      title: text.querySelector(':scope > span').textContent,
      target: target && { href: target.getAttribute('href'), words: target.textContent },
      facts: parts(facts),
    };
  };

  const outline = document.querySelector('.outline');
  const total = Number(outline.getAttribute('aria-rowcount'));
  const found = new Map();
  scrollTo(0, 0);
  while (found.size < total) {
    await frame();
    await frame();
    for (const row of outline.querySelectorAll('[role=row]')) {
      // What stands between lines (the place of a section's first line) is none.
      found.set(Number(row.getAttribute('aria-rowindex')), row.matches('.outline-row:has(.row-facts)') ? line(row) : undefined);
    }
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) break;
    scrollBy(0, 1_000);
  }
  if (found.size !== total) throw new Error(`${found.size} of ${total} rows were found`);
  const lines = [...found].sort(([one], [other]) => one - other).flatMap(([, line]) => line ?? []);
  scrollTo(0, 0);
  await frame();

  // The bar of the selected row and the panel beside it are the same for each; their buttons do nothing there. They are those of
  // an item, as nearly all that are selected are: a section has hardly any properties.
  const item = outline.querySelector('.outline-row:not([data-level="1"])');
  item.click();
  while (!document.querySelector('.inspector')) await frame();
  const bar = [part(item.querySelector('.row-bar'))];
  const panel = document.querySelector('.inspector').outerHTML;
  document.querySelector('.inspector-head .icon-button').click();
  // The page that React is given has none yet: it comes with the first selection, as in ours.
  while (document.querySelector('.inspector')) await frame();

  // The page of the programme without its rows, for the other to draw; what is around it is there for both.
  const rows = [...outline.childNodes];
  outline.replaceChildren();
  const page = part(document.querySelector('.programme-layout'));
  outline.replaceChildren(...rows);
  const body = document.body.cloneNode(true);
  const holder = body.querySelector('.programme-layout').parentElement;
  holder.replaceChildren();
  holder.dataset.bench = 'place';
  for (const script of body.querySelectorAll('script')) script.remove();
  const attributes = [...document.documentElement.attributes].map(({ name, value }) => [name, value]);
  const styles = [...document.querySelectorAll('link[rel=stylesheet]:not([media])')].map((link) => link.href);
  return { lines, bar, panel, page, place: '[data-bench=place]', frame: [body.innerHTML, attributes], styles };
}
