import assert from 'node:assert/strict';
import { saved } from './lib/app.mjs';
import { eventually, open } from './lib/browser.mjs';

export const name = 'a part of the program that does not arrive is told, harms nothing, and is fetched again on request';

export async function run(t) {
  const host = await t.serve();
  // Its copy of the program would hide what the network loses.
  const page = await t.page({ serviceWorkers: 'block' });
  const lose = (file) => { host.bend = (path, bytes) => { if (path.includes(file)) throw new Error('lost'); return bytes; }; };
  const find = () => { host.bend = (_, bytes) => bytes; };
  const alert = page.getByRole('alert').filter({ hasText: 'Chưa tải được trang này' });
  const retry = async () => {
    find();
    await alert.getByRole('button', { name: 'Thử lại' }).click();
    await alert.waitFor({ state: 'detached' });
  };

  // The half that writes: the first page is there, and says what is missing.
  lose('split_late');
  await open(page, host.url);
  await alert.waitFor();
  await eventually(() => page.locator('h1').count(), 1);
  await retry();
  await page.getByRole('button', { name: 'Xem thử với chương trình mẫu' }).click();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().waitFor();
  await saved(page);

  // A page: the frame stays, and so does what is stored.
  lose('split_assignments');
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const toAssignments = page.getByRole('link', { name: 'Phân công' }).first();
  await toAssignments.click();
  await alert.waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), stored);
  await retry();
  await page.getByRole('heading', { level: 1, name: 'Phân công' }).waitFor();
  // The browser says of each lost file that it was lost.
  t.problems.length = 0;
}
