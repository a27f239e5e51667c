// The kill switch. If a published version must be taken out of people's browsers, put this
// file in the place of service-worker.js on the host: it removes the app's cached files and
// itself, and the pages come from the network again. What people stored stays untouched.

const PREFIX = `tiendo:${registration.scope}:`;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  await registration.unregister();
}
