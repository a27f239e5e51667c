import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, settled, started, until } from './lib/browser.mjs';
import { BEDS, BIRTHS, CADRES, HEALTH, exportedText, merge, office, twoOffices } from './lib/offices.mjs';

export const name = 'two offices write at the same time: what they disagree on is listed, decided by pointer and by key, stays decided everywhere, and is taken back';

const FIGURE = `o.${BEDS}.2025-Q3.-`;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  const files = twoOffices(await exportedText(page, host.url));
  await page.goto(`${host.url}#/conflicts`);
  await page.getByText('Không có chỗ nào cần chọn.').waitFor();
  await merge(page, host.url, files);
  await page.getByRole('status').getByText('còn 4 chỗ cần chọn').waitFor();
  await eventually(() => waiting(page), '4');
  // The figure that is used is not given the note of the office that wrote the other one.
  await page.goto(`${host.url}#/overview`);
  const used = page.locator('.exception').filter({ hasText: 'Số giường bệnh' });
  await eventually(() => used.innerText(), (words) => assert.ok(words.includes('41,5') && !words.includes('Đã đối chiếu'), words));
  await page.goBack();
  await page.getByRole('main').getByRole('link', { name: 'Còn 4 chỗ cần chọn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cần chọn' }).waitFor();
  const list = page.getByRole('navigation', { name: 'Các chỗ cần chọn' });
  await eventually(() => list.getByRole('button').count(), 4);
  await eventually(() => page.getByRole('radiogroup').count(), 4);

  // An office has one colour and one key on all cards, whether it edited or deleted.
  for (const [colour, office] of [['first', 'Sở Y tế1'], ['second', 'Văn phòng Đảng ủy2']]) {
    await eventually(() => page.locator(`.version.is-${colour} .version-name`).allInnerTexts(), (names) => assert.deepEqual(names.map((it) => it.replace(/\s*(\d)$/, '$1')), Array(4).fill(office)));
  }
  // The figure, by pointer: each value with its office, person, time, and what follows from it.
  const beds = card(page, 'Số giường bệnh trên 1 vạn dân, quý III');
  const told = async () => (await beds.innerText()).replace(/\s+/g, ' ');
  for (const words of ['Trước đó 41,6', 'Sở Y tế 1 41,9', 'Phạm Đức Long, 07/10/2025', '“Đã đối chiếu 32 bệnh viện”', 'Văn phòng Đảng ủy 2 41,5 giường bệnh/vạn dân ước', 'Chọn 41,9: đánh giá Đúng tiến độ', 'Chọn 41,5: đánh giá Có nguy cơ']) {
    await eventually(told, (told) => assert.ok(told.includes(words), `${words} in ${told}`));
  }
  // One course that parts at the figure, in the colour of each office.
  await eventually(() => beds.locator('.conflict-effect svg.chart').count(), 1);
  await eventually(() => beds.locator('svg .chart-value').evaluateAll((all) => all.map((it) => [it.textContent, it.classList[1], getComputedStyle(it).fill])), (ends) => {
    assert.deepEqual(ends.map((end) => end.slice(0, 2)), [['41,9', 'is-first'], ['41,5', 'is-second']]);
    assert.notEqual(ends[0][2], ends[1][2]);
  });
  // The number by which the version in use is called stands beside it on phones too.
  await beds.getByText('chương trình dùng bản 2.').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually(() => beds.locator('.version-name kbd').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent)), ['1', '2']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await beds.locator('.version-value').filter({ hasText: '41,9' }).click();
  await beds.getByText('Đã chọn 41,9. Đánh giá').waitFor();
  await until(page, () => document.querySelector('.nav-count.is-due')?.textContent === '3');
  await list.getByText('3, đã chọn 1').waitFor();
  await eventually(() => beds.getByRole('radio').first().isChecked(), true);

  // Taken back, it waits again with all its versions and whose they are; done again, it is decided; a reload keeps either.
  await beds.getByRole('radio').first().focus();
  for (const [key, count] of [['Control+z', '4'], ['Control+y', '3'], ['Control+z', '4']]) {
    await press(page, key);
    await until(page, (count) => document.querySelector('.nav-count.is-due')?.textContent === count, count);
  }
  await eventually(() => beds.getByRole('radio').evaluateAll((all) => all.filter((it) => it.checked).length), 0);
  await saved(page);
  await page.reload();
  await started(page);
  await eventually(() => page.getByRole('radiogroup').count(), 4);
  await eventually(told, (told) => assert.ok(told.includes('Sở Y tế 1 41,9') && told.includes('Văn phòng Đảng ủy 2 41,5 giường bệnh/vạn dân ước') && told.includes('Trước đó 41,6'), told));
  await page.getByRole('banner').getByRole('button', { name: 'Làm lại' }).click();
  await beds.getByText('Đã chọn 41,9.').waitFor();

  // The text, by key from the list: both, then back, then another one.
  await list.getByRole('button', { name: 'Sản phẩm' }).focus();
  await press(page, 'Enter');
  const product = card(page, 'sản phẩm');
  await until(page, () => document.activeElement.closest('.conflict')?.textContent.includes('sản phẩm'));
  assert.deepEqual(await product.locator('ins').allInnerTexts(), ['; Sở Y tế xong 4 trên 5 việc, việc còn lại lùi đến tháng 12.', '. Còn 3 đơn vị chưa báo cáo kết quả.']);
  await press(page, '3');
  await product.getByText('Đang dùng một bản khác:').waitFor();
  await product.getByRole('radio').first().focus();
  await press(page, 'Control+z');
  await product.getByText('Đang dùng một bản khác:').waitFor({ state: 'detached' });
  await until(page, () => document.querySelector('.nav-count.is-due')?.textContent === '3');
  await press(page, '1');
  await product.getByText('Đã chọn bản 1.').waitFor();
  await eventually(() => product.getByRole('radio').first().isChecked(), true);

  // What is decided is folded once the person has gone on, and opens at what was chosen.
  await beds.getByRole('radio').first().waitFor({ state: 'detached' });
  await beds.getByText('Đã chọn 41,9.').waitFor();
  await beds.getByRole('button', { name: 'Chọn lại' }).focus();
  await press(page, 'Enter');
  await eventually(() => beds.getByRole('radio').first().evaluate((it) => it.checked && it === document.activeElement), true);
  await product.getByRole('radio').first().waitFor({ state: 'detached' });
  await product.getByText('Đã chọn bản 1.').waitFor();

  // Arriving at its button with Tab unfolds nothing; a digit there unfolds it, takes that version, and the focus stays in it.
  await product.getByRole('button', { name: 'Chọn lại' }).focus();
  await page.keyboard.press('Shift');
  await settled(page);
  assert.equal(await product.getByRole('radio').count(), 0);
  await press(page, '1');
  await eventually(() => product.getByRole('radio').first().evaluate((it) => it.checked && it === document.activeElement), true);
  // The digit after them leads to a value of one's own.
  await beds.getByRole('button', { name: 'Chọn lại' }).focus();
  await press(page, '3');
  await eventually(() => page.evaluate(() => document.activeElement.matches('.own-value input')), true);
  await list.getByRole('button', { name: 'Sản phẩm' }).click();
  await eventually(() => product.getByRole('radio').first().evaluate((it) => it === document.activeElement), true);
  await saved(page);

  // A reload keeps what is left, and leaves out what is decided.
  await page.reload();
  await started(page);
  await eventually(() => page.getByRole('radiogroup').count(), 2);
  await eventually(() => waiting(page), '2');

  // Deleted in one place, edited in the other: gone, then kept after all.
  const births = card(page, 'Tổng tỷ suất sinh');
  await births.getByText('Tổng tỷ suất sinh thay thế').waitFor();
  await births.getByText('Xóa', { exact: true }).click();
  await births.getByText('Đã chọn xóa.').waitFor();
  await press(page, '1');
  await births.getByText('Đã chọn giữ.').waitFor();
  await saved(page);
  const decided = await exportedText(page, host.url);
  const { nodes } = JSON.parse(decided);
  assert.deepEqual([nodes[FIGURE].figure.number, nodes[BIRTHS].name, nodes[BIRTHS].deleted], ['41.9', 'Tổng tỷ suất sinh thay thế', null]);
  assert.match(nodes[CADRES].product, /Sở Y tế xong/);
  assert.equal(nodes[CADRES]['!'].deadline.length, 2);

  // Elsewhere: what was decided is decided, what was not is asked there; the first files bring nothing back.
  const elsewhere = await t.page();
  await openSample(elsewhere, host.url);
  await merge(elsewhere, host.url, files);
  await eventually(() => waiting(elsewhere), '4');
  await merge(elsewhere, host.url, { 'đã-chọn.json': decided });
  await until(elsewhere, () => document.querySelector('.nav-count.is-due')?.textContent === '1');
  await elsewhere.goto(`${host.url}#/conflicts`);
  const deadline = card(elsewhere, 'thời hạn');
  await deadline.getByText('15/12/2025').waitFor();
  await press(elsewhere, '2');
  await deadline.getByText('Đã chọn 15/12/2025.').waitFor();
  await elsewhere.getByText('Đã chọn hết.').waitFor();
  await saved(elsewhere);
  const left = JSON.parse(await exportedText(elsewhere, host.url)).nodes;
  assert.deepEqual([left[CADRES].deadline, left[FIGURE].figure.number, left[BIRTHS].name], ['2025-12-15', '41.9', nodes[BIRTHS].name]);
  await eventually(() => elsewhere.locator('.nav-count.is-due').count(), 0);

  await aValueOfOnesOwn(t, host, files);
  await whereAnotherTabWrites(t, host, files);
  await withinOneOffice(t, host);
}

/** Two people of one office disagree: nothing is the office's as a whole. What was written along with a figure is decided with it. */
async function withinOneOffice(t, host) {
  const page = await t.page();
  await openSample(page, host.url);
  const text = await exportedText(page, host.url);
  const versions = [['zy', '41.5', 'submitted', '2025-12-15'], ['zz', '41.9', 'approved', '2025-11-15']];
  const files = versions.map(([count, number, state, deadline]) => {
    const own = office(text, { body: HEALTH, person: 'Phạm Đức Long', count });
    return [`${count}.json`, own.write(FIGURE, 'figure', { number }).write(FIGURE, 'state', state).write(CADRES, 'deadline', deadline).text()];
  });
  await merge(page, host.url, Object.fromEntries(files));
  await page.goto(`${host.url}#/conflicts`);
  const beds = card(page, 'quý III');
  await beds.getByText('trạng thái: đã duyệt').waitFor();
  await page.getByText('Còn 2 chỗ cần chọn.').waitFor();
  await settled(page);
  assert.equal(await page.getByRole('button', { name: 'Chọn hết của' }).count(), 0);
  await beds.getByRole('textbox', { name: /^Giá trị khác/ }).fill('41,7');
  await press(page, 'Enter');
  await beds.getByText('Đang dùng 41,7, trạng thái: chờ duyệt.').waitFor();
  await page.getByText('Còn 1 chỗ cần chọn.').waitFor();
  await saved(page);
  const { nodes } = JSON.parse(await exportedText(page, host.url));
  assert.deepEqual([nodes[FIGURE].figure.number, nodes[FIGURE].state, nodes[FIGURE]['!']], ['41.7', 'submitted', undefined]);
}

/** A figure that neither wrote: a doubt is asked about, what is no number is told; and one office's versions all at once. */
async function aValueOfOnesOwn(t, host, files) {
  const page = await t.page();
  await openSample(page, host.url);
  await merge(page, host.url, files);
  await page.goto(`${host.url}#/conflicts`);
  const beds = card(page, 'quý III');
  await beds.getByRole('radio').first().focus();
  await press(page, '3');
  const own = beds.getByRole('textbox', { name: /^Giá trị khác/ });
  await until(page, () => document.activeElement.matches('.own-value input'));
  await page.keyboard.type('nhiều');
  await press(page, 'Enter');
  await beds.getByRole('alert').getByText('Chỉ nhập số').waitFor();
  await own.fill('41.75');
  await press(page, 'Enter');
  await beds.getByRole('button', { name: '41,75' }).click();
  await beds.getByText('Đang dùng 41,75.').waitFor();
  await saved(page);

  await page.getByRole('button', { name: 'Chọn hết của Văn phòng Đảng ủy' }).click();
  await page.getByText('Đã chọn 2 chỗ').waitFor();
  await page.getByText('Còn 1 chỗ cần chọn.').waitFor();
  await saved(page);
  const { nodes } = JSON.parse(await exportedText(page, host.url));
  assert.deepEqual([nodes[FIGURE].figure.number, nodes[CADRES].deadline], ['41.75', '2025-12-15']);
  assert.match(nodes[CADRES].product, /Còn 3 đơn vị/);

  // The merge itself is still one step back, past the decisions.
  for (let steps = 0; steps < 3; steps += 1) {
    await page.getByRole('banner').getByRole('button', { name: 'Hoàn tác' }).click();
    await saved(page);
  }
  await until(page, () => document.querySelector('.nav-count.is-due') === null);
}

async function whereAnotherTabWrites(t, host, files) {
  const profile = await t.profile();
  const [one, two] = [await profile.newPage(), await profile.newPage()];
  await openSample(one, host.url);
  await merge(one, host.url, files);
  await two.goto(`${host.url}#/conflicts`);
  await two.locator('html[data-save=read-only]').waitFor({ state: 'attached' });
  await eventually(() => two.getByRole('radiogroup').count(), 4);
  await eventually(() => two.getByRole('radio').and(two.locator(':enabled')).count(), 0);
  await one.goto(`${host.url}#/conflicts`);
  await card(one, 'thời hạn').getByText('15/11/2025').click();
  await card(two, 'thời hạn').getByText('Đã chọn 15/11/2025.').waitFor();
}

function card(page, title) {
  return page.getByRole('region').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
}

async function waiting(page) {
  return page.getByRole('link', { name: /^Cần chọn/ }).locator('.nav-count').innerText();
}
