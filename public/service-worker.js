// Serves one version of the app, whole, with or without a network.
// The build writes a first line, `const BUILD = { version, files: [[path, integrity], …] }`.
// Rules: a version is cached as a whole or not at all; a new one waits until the person
// asks for it; nothing outside this app's own files is answered or deleted.

const PREFIX = `tiendo:${registration.scope}:`;
const CACHE = PREFIX + BUILD.version;
const FILES = new Map(BUILD.files.map(([path, integrity]) => [new URL(path, registration.scope).href, integrity]));

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
});
addEventListener('fetch', (event) => {
  const file = ownFile(event.request);
  if (file) event.respondWith(answer(file, event.request));
});

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...FILES].map(async ([url, integrity]) => {
      const response = await fetch(url, { cache: 'reload', integrity });
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      // A redirected response may not answer a navigation: keep its bytes and headers only.
      await cache.put(url, response.redirected ? new Response(response.body, { headers: response.headers }) : response);
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// The address under which a request's file is cached; nothing for what is not ours.
function ownFile(request) {
  if (request.method !== 'GET') return undefined;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const page = request.mode === 'navigate' && url.href === `${registration.scope}index.html`;
  const file = page ? registration.scope : url.href;
  return FILES.has(file) ? file : undefined;
}

// The browser may have evicted the cache: then the network answers.
async function answer(file, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}
