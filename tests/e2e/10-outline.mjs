import assert from 'node:assert/strict';
import { eventually, started } from './lib/browser.mjs';
import { saved } from './lib/app.mjs';
import { openOutline } from './lib/outline.mjs';

export const name = 'the outline is read, searched and written, and keeps it all over a reload';

export async function run(t) {
  const { page, outline, rows, row } = await openOutline(t);
  const numbers = () => outline.locator('[data-level="2"] .row-number').allInnerTexts();

  // Counts, numbers, targets and verdicts as the sample has them.
  await eventually(() => outline.getByRole('heading').count(), 4);
  await eventually(() => row('Nhiệm vụ trọng tâm').innerText(), /9 nhiệm vụ, 3 hoàn thành/);
  await row('Chỉ tiêu chủ yếu').getByText(/\d+\/31 chỉ tiêu đạt và vượt; \d+\/31 có số liệu/).waitFor();
  const map = page.getByRole('navigation', { name: 'Mục lục' });
  await eventually(async () => (await map.locator('.map-count').allInnerTexts()).map(Number), [9, 60, 45, 15, 29, 4, 3, 0, 2, 0]);
  await eventually(() => row('Khắc phục hạn chế').innerText(), /Văn bản in số 5\. Theo thứ tự, mục này là 6\./);
  // The slip is marked where it happens, not on the lines that follow from it.
  assert.equal(await row('Kiện toàn cấp ủy').locator('.number-warning').count(), 0);
  const satisfied = row('Người dân hài lòng');
  await eventually(() => satisfied.innerText(), /\(21\)[^]*từ 95\s?% trở lên/);
  assert.ok(await satisfied.getByRole('link').getAttribute('href').then((href) => href.startsWith('#/indicators/')));
  const total = await rows.count();

  // Write a title in its place.
  await row('Kiện toàn cấp ủy').locator('.row-text').click();
  const writing = outline.getByRole('textbox');
  await writing.fill('Kiện toàn cấp ủy, quy hoạch cán bộ nhiệm kỳ mới');
  await eventually(() => new URL(page.url()).hash, /^#\/programme\?item=/);
  // Enter keeps it and opens a new line; that one is written too; the empty third one leaves no trace.
  await writing.press('Enter');
  await writing.fill('Rà soát biên chế từng Ủy ban');
  await writing.press('Enter');
  await writing.press('Enter');
  await eventually(() => writing.count(), 0);
  await eventually(() => rows.count(), total + 1);
  const added = row('Rà soát biên chế');
  await eventually(async () => (await added.locator('.row-number').innerText()).trim(), '8.');
  await eventually(() => row('Kiện toàn cấp ủy, quy hoạch cán bộ nhiệm kỳ mới').count(), 1);

  // A line inside it.
  await added.getByRole('button', { name: 'Thêm mục con' }).click();
  await writing.fill('Lập danh sách vị trí việc làm');
  await writing.press('Shift+Enter');
  const inner = row('Lập danh sách vị trí');
  await eventually(async () => (await inner.locator('.row-number').innerText()).trim(), '8.1');
  await eventually(() => inner.getAttribute('aria-level'), '3');

  // Properties beside it.
  const panel = page.getByRole('complementary', { name: 'Mục I.8.1' });
  await panel.getByLabel('Nguyên văn').fill('Lập danh sách vị trí việc làm theo Nghị định mới.');
  await panel.getByRole('button', { name: 'Hoàn thành' }).click();
  await inner.locator('.is-done').waitFor();
  await panel.getByRole('button', { name: 'Đánh lại' }).waitFor({ state: 'detached' });

  // Folded, the line is out of sight.
  await row('Rà soát biên chế').getByRole('button', { name: 'Các mục bên trong' }).click();
  await inner.waitFor({ state: 'detached' });
  await eventually(() => row('Rà soát biên chế').getAttribute('aria-expanded'), 'false');

  // Deleted with all inside, and back by the toast.
  await row('Rà soát biên chế').locator('.row-number').click();
  await row('Rà soát biên chế').getByRole('button', { name: 'Xóa mục' }).click();
  await row('Rà soát biên chế').waitFor({ state: 'detached' });
  await page.getByText('Đã xóa “Rà soát biên chế từng Ủy ban” và 1 mục bên trong').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await row('Rà soát biên chế').waitFor();

  // Undo and redo by keys, over a reload.
  await saved(page);
  const before = await numbers();
  await page.reload();
  await started(page);
  await row('Rà soát biên chế').waitFor();
  await eventually(numbers, before);
  await eventually(() => row('Lập danh sách vị trí').count(), 1);
  await page.locator('h1').click();
  const steps = ['state', 'text', 'sub-line', 'line'];
  for (const step of steps) {
    assert.ok((await row('Rà soát biên chế').count()) === 1, step);
    await page.keyboard.press('Control+z');
  }
  await row('Rà soát biên chế').waitFor({ state: 'detached' });
  await eventually(() => rows.count(), total);
  for (const _ of steps) await page.keyboard.press('Control+Shift+z');
  await row('Lập danh sách vị trí').waitFor();
  await row('Lập danh sách vị trí').locator('.is-done').waitFor();

  // Search without marks.
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Tìm' });
  await search.fill('tung uy ban');
  await page.getByText('1 mục khớp').waitFor();
  await eventually(() => outline.locator('mark').allInnerTexts(), ['từng', 'Ủy', 'ban']);
  await eventually(() => rows.count(), 2, 'the match and its section');
  // Found in the name of the measure, which the title does not show.
  await search.fill('uy vien');
  await page.getByText('1 mục khớp').waitFor();
  await eventually(() => outline.locator('.row-note mark').allInnerTexts(), ['Ủy', 'viên']);
  await search.press('Enter');
  await eventually(() => outline.locator('[aria-selected=true]').count(), 1);
  await search.fill('không có gì như vậy');
  await page.getByText('Không mục nào khớp').waitFor();
  await search.press('Escape');
  await eventually(() => rows.count(), total + 2);

  // A branch is folded by its button, and the keys go on from there.
  const branch = row('Rà soát biên chế');
  const isFocused = () => branch.evaluate((row) => document.activeElement === row);
  await branch.locator('.fold').click();
  await eventually(() => branch.getAttribute('aria-expanded'), 'false');
  await eventually(isFocused, true);
  await branch.locator('.fold').click();
  await eventually(() => branch.getAttribute('aria-expanded'), 'true');
  await eventually(isFocused, true);

  // Whatever a title says, it stays a title.
  const written = '<b onclick="alert(1)">A & B</b> &lt;';
  await row('Lập danh sách vị trí').locator('.row-text').click();
  await outline.getByRole('textbox').fill(written);
  await outline.getByRole('textbox').press('Shift+Enter');
  await eventually(() => outline.locator('[aria-selected=true] .row-text').innerText(), written);
}
