// A later version of the release, made from the built one.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of `dist` with another page title and version, and with hashes that fit. */
export async function laterVersion(dist, title) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tiendo-later-'));
  await cp(dist, folder, { recursive: true });
  const page = (await readFile(path.join(folder, 'index.html'), 'utf8')).replace(/<title>.*<\/title>/, `<title>${title}</title>`);
  await writeFile(path.join(folder, 'index.html'), page);
  const integrity = `sha384-${createHash('sha384').update(page).digest('base64')}`;
  const worker = (await readFile(path.join(folder, 'service-worker.js'), 'utf8'))
    .replace(/version: "[^"]*"/, `version: "${title}"`)
    .replace(/\["\.\/","[^"]*"\]/, `["./","${integrity}"]`);
  await writeFile(path.join(folder, 'service-worker.js'), worker);
  return folder;
}
