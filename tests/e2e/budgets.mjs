// The bytes that a person fetches, as Brotli sends them, against their budgets.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = path.resolve(import.meta.dirname, '../../dist');
const page = readFileSync(path.join(dist, 'index.html'), 'utf8');

const raw = (file) => readFileSync(path.join(dist, file));
const brotli = (file) => {
  const bytes = raw(file);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
};

// What the first load fetches is what the page and its start script name; a sheet for printing waits.
const tags = page.match(/<(?:script|link)\b[^>]*>/g);
const attribute = (tag, name) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
const fetched = (tag) => attribute(tag, 'src') ?? (/stylesheet|preload/.test(attribute(tag, 'rel') ?? '') ? attribute(tag, 'href') : undefined);
const forPrint = (tag) => attribute(tag, 'media') === 'print';
const start = tags.find((tag) => attribute(tag, 'data-parts'));
const program = attribute(start, 'data-js');
const named = [...tags.filter((tag) => !forPrint(tag)).map(fetched).filter(Boolean), program, attribute(start, 'data-wasm')];
const firstLoad = ['index.html', ...named.map((file) => file.replace('./', '')), path.join(path.dirname(program), '__wasm_split.js')];
// The page that opens first comes with it; the others come when they are opened.
const OPENS_FIRST = 'programme';
const parts = attribute(start, 'data-parts').split(';').map((part) => {
  const [name, files] = part.split('=');
  return [name, files.split(',').map((file) => path.join(path.dirname(program), file))];
});
firstLoad.push(...parts.find(([name]) => name === OPENS_FIRST)[1]);
const screenSheets = firstLoad.filter((file) => file.endsWith('.css'));
const screenFonts = new Set(screenSheets.flatMap((file) => raw(file).toString().match(/[\w./-]+\.woff2/g) ?? []));
const samples = readdirSync(dist, { recursive: true }).filter((file) => /sample.*\.json$/.test(file));

const sum = (files, size) => [...files].reduce((total, file) => total + size(file), 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

let bad = 0;
function row(name, bytes, budget) {
  const over = budget !== undefined && bytes > budget * 1000;
  bad += over ? 1 : 0;
  console.log(`  ${name.padEnd(52)} ${kilobytes(bytes).padStart(10)}${budget === undefined ? '' : `  of ${String(budget).padStart(3)} kB${over ? '  OVER' : ''}`}`);
}

for (const file of firstLoad) row(`    ${file}`, brotli(file));
row('first load (html, css, js, wasm; Brotli 11)', sum(firstLoad, brotli), 300);
for (const [name, files] of parts.filter(([part]) => part !== OPENS_FIRST)) {
  row(`    ${name}, when it is opened`, sum(files.filter((file) => !firstLoad.includes(file)), brotli));
}
row('fonts of the screen (woff2)', sum(screenFonts, (file) => raw(file).length), 130);
row('sample programme (Brotli 11)', sum(samples, brotli), 40);

// Nothing for debuggers is shipped.
for (const file of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.wasm'))) {
  const module = new WebAssembly.Module(raw(file));
  if (WebAssembly.Module.customSections(module, 'name').length > 0) {
    bad += 1;
    console.log(`  ${file} holds function names`);
  }
}
process.exit(bad ? 1 : 0);
