// Pictures of every route, light and dark, wide and narrow, in target/screenshots.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launch, open } from './lib/browser.mjs';
import { eachView } from './lib/routes.mjs';
import { serve } from './lib/server.mjs';

const here = import.meta.dirname;
const target = path.resolve(here, '../../target/screenshots');
await mkdir(target, { recursive: true });
const host = await serve(path.resolve(here, '../../dist'));
const browser = await launch();
await eachView(browser, host.url, open, async (page, { route, width, scheme }) => {
  const file = path.join(target, `${route.name}-${width}-${scheme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
});
await browser.close();
await host.stop();
