// The same path with the keyboard alone.

import { openSample, saved } from './lib/app.mjs';
import { eventually, press, started } from './lib/browser.mjs';
import { expectText, grid, pasteText, rateByMonth } from './lib/grid.mjs';

export const name = 'figures by the keyboard alone';

export async function run(t) {
  const host = await t.serve({ bend: rateByMonth });
  const page = await t.page();
  await openSample(page, host.url);

  const jobs = await grid(page, host.url, 'ftc1thcg01lm');
  await tabInto(page);
  // One stop in the order of Tab: where typing goes on.
  await focusIs(jobs.cell('Tháng 10', 'Trong tháng'));
  await press(page, 'Control+Home');
  await focusIs(jobs.cell('Tháng 1', 'Trong tháng'));
  await press(page, 'End');
  await focusIs(jobs.cell('Tháng 1', 'Nhập'));
  await press(page, 'Control+End', 'Home', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  await focusIs(jobs.cell('Tháng 10', 'Trong tháng'));

  // Dropped with Esc, written with Enter, which goes down.
  await page.keyboard.type('999');
  await press(page, 'Escape');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '');
  await page.keyboard.type('1.114 ước');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '1.114ước');
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '97.514');
  await focusIs(jobs.cell('Tháng 11', 'Trong tháng'));

  // No digit answers a question: whoever did not see it types the number again, and that is what is written, in the same cell.
  await press(page, 'ArrowUp');
  await page.keyboard.type('12.5');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('12.5 chưa rõ.').waitFor();
  await page.keyboard.type('12500');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '12.500');
  await expectText(jobs.cell('Tháng 11', 'Trong tháng'), '');
  await press(page, 'Control+z');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '1.114ước');
  await focusIs(jobs.cell('Tháng 11', 'Trong tháng'));

  // Its answers are buttons: Tab or an arrow leads to the first, arrows between them; a digit there begins anew too.
  const answer = (name) => page.getByRole('alert').getByRole('button', { name, exact: true });
  await press(page, 'ArrowUp');
  await page.keyboard.type('11.45');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('11.45 chưa rõ.').waitFor();
  await press(page, 'Tab');
  await focusIs(answer('11.450'));
  await press(page, 'ArrowRight');
  await focusIs(answer('11,45'));
  await press(page, 'ArrowRight');
  await focusIs(answer('11.450'));
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11.450');
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '107.850');
  await focusIs(jobs.cell('Tháng 11', 'Trong tháng'));
  await press(page, 'ArrowUp');
  await page.keyboard.type('11.45');
  await press(page, 'Enter', 'ArrowDown');
  await focusIs(answer('11.450'));
  await press(page, '9');
  await page.getByRole('textbox', { name: 'Tháng 10/2025, Trong tháng' }).waitFor();
  await press(page, 'Escape');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11.450');
  await page.keyboard.type('11.45');
  await press(page, 'Enter', 'ArrowDown', 'ArrowLeft', 'Enter');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11,45');
  await press(page, 'Control+z');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11.450');

  // Tab while typing goes right, over the computed columns, to the note.
  await press(page, 'ArrowUp', 'F2', 'Tab');
  await focusIs(jobs.cell('Tháng 10', 'Ghi chú'));
  await page.keyboard.type('Còn chờ một huyện');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 10', 'Ghi chú'), 'Còn chờ một huyện');

  // Computed cells are locked; Delete clears and can be undone.
  await press(page, 'ArrowUp', 'ArrowLeft');
  await focusIs(jobs.cell('Tháng 10', '% nhịp'));
  await press(page, '5');
  await jobs.said('tự tính, khóa');
  await press(page, 'Home', 'Delete');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '');
  await press(page, 'Control+z');
  await expectText(jobs.cell('Tháng 10', 'Trong tháng'), '11.450');

  // Shift selects, Ctrl+C copies as a spreadsheet reads it.
  await press(page, 'Control+Home', 'Shift+ArrowDown', 'Shift+ArrowRight');
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  if (copied !== '9.100\t9.100\n7.600\t16.700') throw new Error(`copied: ${JSON.stringify(copied)}`);

  // An approved figure changes with a reason only.
  await press(page, 'Control+Home');
  await page.keyboard.type('9.200');
  await press(page, 'Enter');
  const reason = page.getByRole('textbox', { name: 'Vì sao sửa số đã duyệt?' });
  await focusIs(reason);
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 1', 'Lũy kế'), '9.100');
  await page.keyboard.type('cộng sót');
  await press(page, 'Enter');
  await expectText(jobs.cell('Tháng 1', 'Lũy kế'), '9.200');
  await page.locator('.history').getByText('Lý do: cộng sót').waitFor();
  await expectText(jobs.cell('Tháng 10', 'Lũy kế'), '107.950');

  // A block, with a cell in doubt: an arrow leads to its answers, Enter accepts, Ctrl+Z takes all of it back, before and after a reload.
  const wide = await grid(page, host.url, '36ym9g93mnd6');
  const lines = Array.from({ length: 9 }, (_, at) => `${at + 1},5\t${at === 4 ? '50.5' : `${10 * (at + 1)},0`}\tđợt ${at + 1}`);
  await tabInto(page);
  await focusIs(wide.cell('Tháng 1', 'Tử số'));
  await pasteText(page, lines.join('\n'));
  await page.getByText('1 ô chưa rõ').waitFor();
  await press(page, '2');
  await page.getByText('1 ô chưa rõ').waitFor();
  await press(page, 'ArrowDown');
  while ((await page.evaluate(() => document.activeElement.innerText)) !== '50,5') await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await page.getByText('Sẽ điền 27 ô.').waitFor();
  await press(page, 'Enter');
  await expectText(wide.cell('Tháng 5', 'Mẫu số'), '50,5');
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '10,6');
  await saved(page);
  await page.reload();
  await started(page);
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '10,6');
  await press(page, 'Control+z');
  await expectText(wide.cell('Tháng 9', 'Tỷ lệ %'), '');
  await expectText(wide.cell('Tháng 1', 'Ghi chú'), '');

  // Without typing, Tab leaves the grid: no trap.
  await tabInto(page);
  await press(page, 'Tab');
  await eventually(() => page.evaluate(() => document.activeElement.closest('[role=grid]')), null, 'Tab does not leave the grid');
}

/** Presses Tab until the focus is in the grid. */
async function tabInto(page) {
  for (let steps = 0; steps < 60; steps += 1) {
    await press(page, 'Tab');
    if (await page.evaluate(() => document.activeElement.closest('[role=grid]') !== null)) return;
  }
  throw new Error('Tab never reaches the grid');
}

async function focusIs(locator) {
  await eventually(() => locator.evaluate((element) => element === document.activeElement), true, `the focus is not at ${locator}`);
}
