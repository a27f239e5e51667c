// A static host for the release that a journey can stop, start again, and bend.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import path from 'node:path';

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves `folder` under `base`. `bend(path, bytes)` may return other bytes for a file.
 * With `compress`, texts and wasm go out as Brotli, as a good host would send them.
 */
export async function serve(folder, { base = '/', bend = (_, bytes) => bytes, compress = false } = {}) {
  const compressed = new Map();
  const host = { folder, bend, port: 0, base, start, stop, requests: [] };

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://host');
    host.requests.push(pathname);
    // Asked for by the browser where a page names no icon: no business of the app.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    try {
      if (!pathname.startsWith(base)) throw new Error('outside the base path');
      const file = decodeURIComponent(pathname.slice(base.length)) || 'index.html';
      const full = path.join(host.folder, file);
      if (path.relative(host.folder, full).startsWith('..')) throw new Error('outside the folder');
      let bytes = host.bend(file, await readFile(full));
      const headers = { 'content-type': MIME[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
      if (compress && !['.woff2', '.png'].includes(path.extname(file))) {
        if (!compressed.has(full)) compressed.set(full, brotliCompressSync(bytes));
        bytes = compressed.get(full);
        headers['content-encoding'] = 'br';
      }
      response.writeHead(200, headers).end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    }
  }

  let server;
  // Again on the same port: the origin, and what the browser keeps for it, stays.
  function start() {
    server = createServer(answer);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(host.port, '127.0.0.1', () => {
        host.port = server.address().port;
        resolve(host);
      });
    });
  }

  function stop() {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  }

  await start();
  host.url = `http://127.0.0.1:${host.port}${base}`;
  return host;
}
