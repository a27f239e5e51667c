// A day of the past gives what it gave then: figures that were written or changed later do not count, unless asked for.

import { openSample, saved } from './lib/app.mjs';
import { eventually, visit } from './lib/browser.mjs';
import { grid } from './lib/grid.mjs';

export const name = 'looking back: a past day shows what was known then, says what came later, and counts it on request';

const JOBS = 'ftc1thcg01lm';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await page.clock.setFixedTime('2025-11-20T09:00:00+07:00');
  await openSample(page, host.url);
  const bar = page.locator('.bar');
  const measured = page.locator('.key-figures .is-actual');

  await visit(page, `${host.url}#/indicators/${JOBS}`);
  await measured.filter({ hasText: '96.400' }).waitFor();
  await eventually(() => bar.count(), 0, 'the programme’s own day is no looking back');
  await lookAt(page, '2025-08-10');
  await bar.getByText('Theo số liệu đã ghi đến 10/8/2025.').waitFor();
  await measured.filter({ hasText: '74.500' }).waitFor();
  await visit(page, `${host.url}#/overview`);
  const counts = page.locator('.status-counts .count-figure');
  await counts.first().waitFor();
  const then = await counts.allInnerTexts();

  // Today July is corrected.
  await ownDay(page);
  const sheet = await grid(page, host.url, JOBS);
  await sheet.cell('Tháng 7', 'Trong tháng').dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('500');
  await page.keyboard.press('Enter');
  await measured.filter({ hasText: '85.400' }).waitFor();
  await saved(page);

  // Looked back at, the day is as it was; that others may have written earlier and sent later is said.
  await lookAt(page, '2025-08-10');
  await measured.filter({ hasText: '74.500' }).waitFor();
  await eventually(() => bar.innerText(), /[1-9]\d* số liệu ghi hoặc sửa sau đó không được tính\./);
  await eventually(() => bar.innerText(), /Số liệu nơi khác ghi trước ngày đó mà nhận về sau vẫn được tính/);
  const chart = page.locator('.chart-figure svg');
  await eventually(() => chart.getAttribute('aria-label'), /7 tháng 74\.500/);
  await visit(page, `${host.url}#/overview`);
  await counts.first().waitFor();
  await eventually(() => counts.allInnerTexts(), then);

  // On request what came later counts too, by keyboard; and the way back.
  await visit(page, `${host.url}#/indicators/${JOBS}`);
  await bar.getByRole('button', { name: 'Tính cả số liệu ghi sau' }).press('Enter');
  await bar.getByText('Xem lại ngày 10/8/2025 theo số liệu hiện nay.').waitFor();
  await measured.filter({ hasText: '74.500' }).waitFor({ state: 'hidden' });
  await bar.getByRole('button', { name: 'Chỉ tính số liệu đã có lúc đó' }).click();
  await measured.filter({ hasText: '74.500' }).waitFor();

  // The target that was in force then, and the body that had not been merged yet.
  await visit(page, `${host.url}#/indicators/p6ax5s34neqh`);
  await lookAt(page, '2025-07-05');
  await page.locator('.indicator-facts').getByText('7,5').waitFor();
  await ownDay(page);
  await page.locator('.indicator-facts').getByText('8 triệu').waitFor();
  await eventually(() => bar.count(), 0);

  // In English, and not where nothing is reckoned.
  await lookAt(page, '2025-08-10');
  await visit(page, `${host.url}#/settings`);
  await page.getByRole('button', { name: 'English' }).click();
  await eventually(() => bar.count(), 0);
  await visit(page, `${host.url}#/overview`);
  await bar.getByText('By the figures written by 10 Aug 2025.').waitFor();
}

async function lookAt(page, day) {
  await page.locator('.period-current').click();
  await page.locator('.period-menu input[type=date]').fill(day);
  await page.keyboard.press('Escape');
  await page.locator('.period-menu').waitFor({ state: 'hidden' });
}

async function ownDay(page) {
  await page.locator('.period-current').click();
  await page.locator('.period-menu').getByRole('button', { name: /Theo ngày của chương trình/ }).click();
  await page.locator('.period-menu').waitFor({ state: 'hidden' });
}
