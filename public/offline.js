// Registers the service worker and carries word of new versions between it and the app.
//
// To the app, as events on window, and as `data-update` on <html> for one that listens late:
//   tiendo:update-waiting   a new version is ready       data-update="waiting"
//   tiendo:reload-needed    another tab has started it:  data-update="reload"
//                           stop writing, ask to reload
// From the app:
//   tiendo.applyUpdate()    the person asked for the new version and all is saved:
//                           start it and reload this page once
//
// Without a secure context (a plain-http intranet) there is no service worker: nothing happens.

(() => {
  const HOUR_MS = 3_600_000;
  // As long as the start script stands by.
  const PATIENCE_MS = 30_000;
  const container = navigator.serviceWorker;
  let registration;
  let controlled = Boolean(container?.controller);
  let asked = false;

  window.tiendo = {
    applyUpdate() {
      asked = true;
      if (registration?.waiting) registration.waiting.postMessage('activate');
      else location.reload();
    },
  };
  if (!container) return;

  function tell(state, event) {
    document.documentElement.dataset.update = state;
    dispatchEvent(new CustomEvent(event));
  }

  // A worker that waits behind an active one is a new version; the very first does not wait.
  function watch(worker) {
    const look = () => {
      if (worker.state === 'installed' && registration.active) tell('waiting', 'tiendo:update-waiting');
    };
    look();
    worker.addEventListener('statechange', look);
  }

  container.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (controlled) tell('reload', 'tiendo:reload-needed');
    controlled = true;
  });

  // Looked up at once, which fetches nothing.
  const inCharge = container.getRegistration().catch(() => {});

  async function register() {
    // A page that was reloaded past its worker has none in control, but one in charge. Asked before registering: the very first
    // worker may be active before this page hears of it, and taking the page over it is no new version. Nor is it one while
    // that worker, registered by another tab, is still activating.
    if ((await inCharge)?.active?.state === 'activated') controlled = true;
    registration = await container.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' });
    if (registration.waiting) watch(registration.waiting);
    registration.addEventListener('updatefound', () => watch(registration.installing));

    // Offline, looking for an update fails: that is no news.
    let looked = Date.now();
    const update = () => {
      looked = Date.now();
      registration.update().catch(() => {});
    };
    setInterval(update, HOUR_MS);
    addEventListener('focus', () => {
      if (Date.now() - looked > HOUR_MS / 60) update();
    });
  }

  // Once the app has started: the copy of all its files takes the line and the processor from those that it starts with.
  // Where it does not start, a version that does must still be found.
  const root = document.documentElement;
  const starting = new MutationObserver(begin);
  const patience = setTimeout(begin, PATIENCE_MS);
  starting.observe(root, { attributeFilter: ['data-started'] });
  if ('started' in root.dataset) begin();

  function begin() {
    starting.disconnect();
    clearTimeout(patience);
    register().catch((error) => console.warn('no offline copy:', error));
  }
})();
