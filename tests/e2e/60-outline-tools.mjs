// A line's tools are pressed while it is written: nothing that was typed is lost, and each acts once.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, settled, visit } from './lib/browser.mjs';
import { openOutline } from './lib/outline.mjs';

export const name = 'each tool of a line by the mouse while the line is written; a body made in the panel; a deadline that cannot be read; a tab that only reads says so';

// Its name, how many lines it adds, and where the person goes on: in a new line, at the row, or at another one.
const TOOLS = [
  ['Thêm mục', 0, 'field'],
  ['Thêm mục con', 0, 'field'],
  ['Đưa ra ngoài', 0, 'row'],
  ['Thụt vào', 0, 'row'],
  ['Chuyển lên', 0, 'row'],
  ['Chuyển xuống', 0, 'row'],
  ['Xóa mục', -1, 'another'],
];

export async function run(t) {
  const { page, outline, rows, row, host } = await openOutline(t);
  const writing = outline.getByRole('textbox');
  const undo = page.getByRole('button', { name: 'Hoàn tác', exact: true }).first();
  const first = row('Kiện toàn cấp ủy').first();
  const title = await first.locator('.row-text [lang=vi]').innerText();
  const id = await first.getAttribute('id');
  const line = page.locator(`[id="${id}"]`);
  const place = () => line.evaluate((row) => [row.getAttribute('aria-level'), row.getAttribute('aria-rowindex')].join());
  const total = await rows.count();
  for (const [tool, more, focus] of TOOLS) {
    const before = await place();
    await line.locator('.row-text').click();
    await writing.fill(`Viết dở, rồi bấm ${tool}`);
    // Where it is once the line has been drawn and scrolled to.
    await settled(page);
    const button = await line.locator('.row-bar').getByRole('button', { name: tool, exact: true }).boundingBox();
    await page.mouse.move(button.x + button.width / 2, button.y + button.height / 2);
    await page.mouse.down();
    await settled(page);
    await page.mouse.up();
    if (focus === 'field') {
      await page.waitForFunction(() => document.activeElement.matches('.outline textarea') && document.activeElement.value === '');
      await eventually(() => rows.count(), total + 1);
      // Letters that lead to other pages are text here.
      await page.keyboard.type('giải quyết');
      await eventually(() => writing.inputValue(), 'giải quyết');
      await press(page, 'Escape');
    } else if (focus === 'row') {
      await page.waitForFunction((id) => document.activeElement.id === id, id);
      // At the top there is nowhere to go out to; it is told, and the person is at the line all the same.
      if (tool === 'Đưa ra ngoài') await page.locator('.toast').first().waitFor();
      else await eventually(place, (now) => assert.notEqual(now, before, tool));
    } else {
      await page.waitForFunction((id) => document.activeElement.matches('.outline-row') && document.activeElement.id !== id, id);
    }
    await eventually(() => rows.count(), total + more);
    if (focus === 'another') {
      await page.getByText('Đã xóa “Viết dở, rồi bấm Xóa mục”').waitFor();
      await undo.click();
    }
    await eventually(() => line.locator('.row-text').innerText(), new RegExp(`Viết dở, rồi bấm ${tool}`));
    while (!(await line.locator('.row-text').innerText()).includes(title)) await undo.click();
    if (focus === 'row') await eventually(place, before);
    assert.ok(page.url().includes('#/programme'), 'no letter led elsewhere');
  }
  // A link in the line being written leads on, and the text is kept.
  const indicator = row('Người dân hài lòng').first();
  await indicator.locator('.row-text').click({ position: { x: 20, y: 8 } });
  await eventually(() => writing.count(), 1);
  await press(page, 'Escape');

  await panel(page, line);
  await readsAlong(t, host);
}

async function panel(page, line) {
  await line.locator('.row-number').click();
  const panel = page.getByRole('complementary', { name: 'Mục I.7' });
  // A body that there is not yet is made where it is named.
  const field = panel.getByRole('searchbox', { name: 'Thêm đơn vị' });
  await field.fill('Tổ công tác số 9');
  await panel.getByRole('button', { name: 'Tạo đơn vị “Tổ công tác số 9”' }).waitFor();
  await field.press('Enter');
  await panel.locator('.chip', { hasText: 'Tổ công tác số 9' }).waitFor();
  await eventually(() => field.inputValue(), '');
  // It is found from then on, and not offered to be made again.
  await field.fill('tổ công tác số 9');
  await settled(page);
  assert.equal(await panel.getByRole('button', { name: 'Tạo đơn vị' }).count(), 0);
  await field.press('Escape');

  // What cannot be read says nothing of the old deadline.
  const deadline = panel.getByLabel('Thời hạn');
  const today = await page.evaluate(() => new Date().getFullYear());
  await deadline.fill(`31/12/${today + 1}`);
  await deadline.press('Tab');
  const standing = panel.locator('.field:has-text("Thời hạn") + .field-hint');
  await standing.waitFor();
  await deadline.fill('khi nào xong thì xong');
  await deadline.press('Tab');
  await panel.getByText('Chưa đọc được hạn này').waitFor();
  await eventually(() => standing.isVisible(), false);
  await saved(page);
}

/** In a second tab nothing can be written: who tries is told so. */
async function readsAlong(t, host) {
  const profile = await t.profile();
  const one = await profile.newPage();
  await openSample(one, host.url);
  const two = await profile.newPage();
  await visit(two, `${host.url}#/programme`);
  await two.locator('html[data-save=read-only]').waitFor({ state: 'attached' });
  const line = two.getByRole('treegrid').getByRole('row').filter({ hasText: 'Kiện toàn cấp ủy' }).first();
  for (let clicks = 0; clicks < 2; clicks += 1) await line.locator('.row-text').click();
  await two.getByText('Thẻ này chỉ xem. Sửa ở thẻ đã mở trước').waitFor();
  await settled(two);
  assert.equal(await two.getByText('Thẻ này chỉ xem. Sửa ở thẻ đã mở trước').count(), 1);
}
