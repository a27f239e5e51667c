// Starts the app, and stands by when it does not start or breaks.
//
// The app sets `data-started` on <html> once the person can work. Until then, and after any
// error inside the wasm, this script is the only one sure to run: it is plain, needs nothing
// of the app, and offers the three ways out (take the stored data, reload, drop cached files).
//
// The build writes it into the page, so that what it asks for is on its way as soon as the page itself is there.

(() => {
  const PATIENCE_MS = 30_000;
  const { js, wasm, parts, style } = document.currentScript.dataset;
  const root = document.documentElement;
  const folder = new URL('.', document.baseURI);
  let panel;

  // High contrast follows the system, unless the person chose it in the settings; style sheets ask one attribute.
  const contrast = matchMedia('(prefers-contrast: more)');
  const showContrast = () => (contrast.matches || 'contrastChosen' in root.dataset ? (root.dataset.contrast = 'more') : delete root.dataset.contrast);
  contrast.addEventListener('change', showContrast);
  showContrast();

  const started = () => 'started' in root.dataset;
  const broken = (error) => error instanceof WebAssembly.RuntimeError
    || error instanceof WebAssembly.CompileError
    || error instanceof WebAssembly.LinkError;

  addEventListener('error', ({ error }) => broken(error) && rescue(error));
  addEventListener('unhandledrejection', ({ reason }) => broken(reason) && rescue(reason));
  setTimeout(() => started() || rescue(new Error(`${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    panel?.remove();
  }).observe(root, { attributeFilter: ['data-started'] });

  const address = location.hash.split(/[/?]/)[1] || 'programme';
  const page = address === 'overview' ? 'indicators' : address;
  // As `src/ui/mod.rs` has it: where nothing is stored, only these do without a programme.
  const isFresh = !['library', 'import', 'data', 'settings'].includes(page) && !isStored();
  if (!isFresh) root.dataset.stored = '';

  // The files of the first page come beside the main ones, not after them: the parts that `src/ui/parts.rs` asks for.
  const filesOf = Object.fromEntries(parts.split(';').map((part) => part.split('=')));
  const first = isFresh ? ['first_run'] : page === 'programme' ? [page] : Object.hasOwn(filesOf, page) ? [page, 'late'] : ['late'];
  const program = new URL(js, document.baseURI);
  const module = new URL(wasm, document.baseURI);

  // Where first words stand in the page, they have the line to themselves until they are drawn.
  if (isFresh && !document.hidden) requestAnimationFrame(() => setTimeout(start));
  else start();

  function start() {
    for (const href of [program, new URL('__wasm_split.js', program)]) fetchEarly({ rel: 'modulepreload', href });
    const files = first.flatMap((part) => filesOf[part].split(',')).map((file) => new URL(file, program));
    for (const href of [module, ...files]) fetchEarly({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
    // Style that only later pages want waits until the first page has all it needs. It comes after the page's own
    // sheets, whose first one says the order of the layers.
    const addStyle = () => fetchEarly({ rel: 'stylesheet', href: style });
    if (first.includes('late')) addEventListener('DOMContentLoaded', addStyle);
    import(program)
      .then((app) => app.default({ module_or_path: module }))
      .then(() => first.includes('late') || addStyle())
      .catch(rescue);
  }

  function fetchEarly(link) {
    document.head.append(Object.assign(document.createElement('link'), link));
  }

  function isStored() {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(`tiendo:${folder.pathname}:`));
    } catch {
      return false;
    }
  }

  function rescue(error) {
    console.error(error);
    if (panel) return;
    const heading = started()
      ? ['Tiến Độ gặp lỗi và đã dừng', 'Tiến Độ met an error and stopped']
      : ['Tiến Độ chưa khởi động được', 'Tiến Độ has not started'];
    panel = element('div', { role: 'alertdialog', tabIndex: -1 }, {
      position: 'fixed', inset: '0', zIndex: '2147483647', overflow: 'auto', padding: '2rem 1rem',
      background: 'Canvas', color: 'CanvasText', font: '1rem/1.5 system-ui, sans-serif',
    });
    panel.setAttribute('aria-label', heading[0]);
    const body = element('div', {}, { maxWidth: '40rem', margin: '0 auto' });
    body.append(
      element('h1', { textContent: heading[0] }, { font: 'bold 1.5rem/1.3 system-ui, sans-serif', margin: '0' }),
      english('p', heading[1]),
      element('p', { textContent: 'Dữ liệu bạn đã nhập vẫn nằm trên máy này. Hãy tải về một bản trước, rồi thử lại.' }),
      english('p', 'What you entered is still stored on this device. Download a copy first, then try again.'),
      button('Tải dữ liệu đang lưu', 'Download what is stored', download),
      button('Tải lại trang', 'Reload', () => location.reload()),
      button('Bỏ các tệp chương trình đã lưu đệm rồi tải lại', 'Drop the cached program files and reload', dropCaches),
      element('pre', { textContent: String(error?.stack ?? error) }, { whiteSpace: 'pre-wrap', fontSize: '.8rem', marginTop: '2rem' }),
    );
    panel.append(body);
    document.body.append(panel);
    panel.focus();
  }

  function element(name, properties, style = {}) {
    const made = Object.assign(document.createElement(name), properties);
    Object.assign(made.style, style);
    return made;
  }

  function english(name, text) {
    return element(name, { lang: 'en', textContent: text }, { opacity: '.8', marginTop: '.25rem' });
  }

  function button(vietnamese, inEnglish, action) {
    const made = element('button', { type: 'button', onclick: action }, {
      display: 'block', width: '100%', minHeight: '3rem', margin: '.75rem 0', padding: '.5rem 1rem',
      font: 'inherit', textAlign: 'start', cursor: 'pointer',
    });
    made.append(vietnamese, english('div', inEnglish));
    return made;
  }

  // Every key of this app, as it is: the app can take such a file apart again, and so can a person.
  function download() {
    const stored = {};
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(`tiendo:${folder.pathname}:`)) stored[key] = localStorage.getItem(key);
    }
    const file = new Blob([JSON.stringify({ app: 'tiendo', address: folder.href, stored }, null, 1)], { type: 'application/json' });
    const link = element('a', { href: URL.createObjectURL(file), download: 'tiendo-du-lieu-tho.json' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // The program only: what the person stored is in other places and stays.
  async function dropCaches() {
    try {
      const registration = await navigator.serviceWorker?.getRegistration(folder.href);
      await registration?.unregister();
      for (const name of await window.caches?.keys() ?? []) {
        if (name.startsWith(`tiendo:${folder.href}:`)) await caches.delete(name);
      }
    } finally {
      location.reload();
    }
  }
})();
