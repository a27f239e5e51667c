// The language of tests: every wording between ⟦ and ⟧ (`src/i18n/seams.rs`), every text of the programme in one letter.

/** Texts of the sample: Ж. Its names of bodies and people, units and numbers of documents: Ш. All else is the program's to word. */
const TEXTS = new Set([
  'title', 'note', 'method-note', 'source', 'product', 'text', 'answer', 'bases', 'preamble', 'recipients', 'theme', 'signatory-authority', 'signatory-title',
]);
const NAMES = new Set(['short', 'unit', 'author', 'issued-at', 'issuer', 'parent-issuer', 'number', 'label']);

/** The sample with each letter of its own texts replaced. */
export function inOneLetter(file, bytes) {
  if (file !== 'sample.json') return bytes;
  const sample = JSON.parse(bytes);
  const veiled = (value, letter) => {
    if (typeof value === 'string') return letter ? value.replace(/\p{L}/gu, letter) : value;
    if (Array.isArray(value)) return value.map((each) => veiled(each, letter));
    if (value === null || typeof value !== 'object') return value;
    const of = (key) => letter ?? (TEXTS.has(key) ? 'Ж' : NAMES.has(key) ? 'Ш' : undefined);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, veiled(each, of(key))]));
  };
  for (const [id, { figure, ...node }] of Object.entries(sample.nodes)) {
    const own = veiled(node);
    if (node.name) own.name = veiled(node.name, node.type === 'body' ? 'Ш' : 'Ж');
    if (node.type === 'request') own.from = veiled(node.from, 'Ш');
    sample.nodes[id] = figure ? { ...own, figure } : own;
  }
  sample.actors = sample.actors.map(([id, ...names]) => [id, ...names.map((name) => veiled(name, 'Ш'))]);
  return Buffer.from(JSON.stringify(sample));
}

/** Choices of this machine, as the app keeps them; they hold from the next load. */
export function choose(page, choices) {
  return page.evaluate((choices) => {
    const key = `tiendo:${location.pathname}:preferences`;
    const kept = Object.fromEntries((localStorage.getItem(key) ?? '').split('\n').filter(Boolean).map((line) => line.split('=')));
    localStorage.setItem(key, Object.entries({ ...kept, ...choices }).map((pair) => `${pair.join('=')}\n`).join(''));
  }, choices);
}

/** What a person sees or hears that never passed through the translations, and what is marked as another language than it is in. */
export function untranslated(page) {
  return page.evaluate(() => {
    const found = new Set();
    // What has one name in every language, the heads of official papers, kinds of files, and keys by what is printed on them.
    const SAME = /Tiến Độ|ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|Tiếng Việt|English|GitHub|\b(?:SVG|PNG|CSV|JSON|Word)\b|\.(?:docx|json|txt)\b|\bCtrl\+(?:Shift\+)?\w\b|^(?:Esc|[A-Z])$/g;
    // Labels of lines: I., IV.2, (9)a, 2.8a, a).
    const LABELS = /\b[IVX]+\b|\)[a-zđ](?!\p{L})|\b\d[\d.]*[a-zđ](?!\p{L})|^[a-zđ]\)/gu;
    const outside = (text) => {
      let rest = text;
      for (let before; before !== rest; ) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
      }
      return rest.replace(SAME, ' ').replace(LABELS, ' ').trim();
    };
    const look = (text, element, where) => {
      const rest = outside(text);
      const path = [];
      for (let up = element; up && up !== document.body && path.length < 3; up = up.parentElement) path.unshift([up.localName, ...up.classList].join('.'));
      const tell = (what) => found.add(`${what}: ${where} of ${path.join(' > ')}: ${text.trim().slice(0, 80)}`);
      const isVietnamese = element.closest('[lang]').lang === 'vi';
      const isMixed = text.includes('⟦');
      if (/[^\P{L}ЖжШш]/u.test(rest)) tell('not translated');
      else if (!isMixed && /[Жж]{2}/.test(rest) && !isVietnamese && element.localName !== 'option') tell('not marked as Vietnamese');
      else if (isMixed && !/[ЖШ]/i.test(text) && isVietnamese && document.documentElement.lang !== 'vi') tell('marked as Vietnamese');
    };
    const isThere = (element) => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('script, style, noscript, kbd') || !isThere(element.closest('select') ?? element)) continue;
      // A message that is cut up to mark what was found is whole in its element.
      const whole = element.closest('mark')?.parentElement;
      look(whole || /[⟦⟧]/.test(outside(node.data)) ? (whole ?? element).textContent : node.data, element, 'text');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!isThere(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'data-name']) {
        if (element.getAttribute(name)) look(element.getAttribute(name), element, name);
      }
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        if (/\p{L}/u.test(content) && !/^(none|normal|counter|url)/.test(content)) look(content, element, pseudo);
      }
    }
    // The window's title has no language of its own.
    if (/[^\P{L}ЖжШш]/u.test(outside(document.title))) found.add(`not translated: the window’s title: ${document.title}`);
    return [...found];
  });
}
