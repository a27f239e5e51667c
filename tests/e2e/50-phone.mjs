import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { saved } from './lib/app.mjs';
import { eventually, lasting, open } from './lib/browser.mjs';
import { smallTargets } from './lib/touch.mjs';

export const name = 'a phone of 360 px, by thumb alone: reading, one figure, one update, one share';

export async function run(t) {
  const host = await t.serve();
  const context = await t.profile({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, acceptDownloads: true });
  // The share sheet of a phone, as far as a page sees it.
  await context.addInitScript(() => {
    window.handed = [];
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files }) => window.handed.push({ name: files[0].name, text: await files[0].text() });
  });
  const page = await context.newPage();
  const found = [];
  const look = async (where) => {
    const faults = async () => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      return [...await smallTargets(page), ...(wide > 360 ? [`${wide} px wide`] : [])];
    };
    for (const fault of await lasting(faults)) found.push(`${where}: ${fault}`);
  };
  await open(page, host.url);
  await look('first page');
  await page.getByRole('button', { name: 'Xem thử với chương trình mẫu' }).tap();
  const tabs = page.getByRole('navigation', { name: 'Điều hướng chính' }).last();
  await tabs.waitFor();

  // Read: from the overview, where the sample opens, to what is pressing, and why; the chart by a finger that then lies elsewhere.
  await page.getByRole('heading', { level: 1, name: 'Hết quý III' }).waitFor();
  await look('overview');
  await page.locator('.exception').getByRole('link', { name: 'Tạo việc làm mới' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Tạo việc làm mới' }).waitFor();
  await page.locator('.explanation').getByText('thấp hơn nhịp cần có').first().waitFor();
  await look('indicator');
  const chart = page.locator('.chart-figure');
  await chart.tap();
  await page.locator('.chart-reading').getByText(/^Tháng \d+$/).waitFor();

  // One figure: a tap opens the cell, leaving it writes, a tap takes it back.
  const october = page.getByRole('row', { name: /^Tháng 10/ }).getByRole('gridcell').first();
  await october.tap();
  const field = october.getByRole('textbox');
  await field.fill('12.400');
  await eventually(() => page.locator('.chart-reading').count(), 0, 'a touch elsewhere ends the reading');
  await eventually(() => field.getAttribute('inputmode'), 'decimal');
  await page.getByRole('heading', { level: 1 }).tap();
  await october.getByText('12.400', { exact: true }).waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Hoàn tác' }).first().tap();
  await october.getByText('12.400', { exact: true }).waitFor({ state: 'detached' });
  await october.tap();
  await october.getByRole('textbox').fill('12.400');
  await page.getByRole('heading', { level: 1 }).tap();
  await october.getByText('12.400', { exact: true }).waitFor();

  // Three columns of figures, no step that cannot be taken, no keys; what else is done stands behind one button.
  const grid = page.locator('.grid-section');
  await eventually(() => grid.getByRole('columnheader').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 4);
  await eventually(() => grid.locator('button:disabled').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
  assert.equal(await page.locator('kbd').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
  const more = page.locator('.indicator-head').getByRole('button', { name: 'Thao tác khác' });
  await more.tap();
  await page.getByRole('button', { name: 'Sửa chỉ tiêu' }).waitFor();
  await look('the list of what else is done');
  await page.getByRole('link', { name: 'Chỉ tiêu sau' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Tạo việc làm mới' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sửa chỉ tiêu' }).waitFor({ state: 'hidden' });

  // The search of the top bar; the report among the tabs.
  await page.getByRole('button', { name: 'Tìm hoặc ra lệnh' }).tap();
  await page.getByRole('dialog').getByRole('combobox').fill('tao viec lam');
  await page.getByRole('dialog').getByRole('option').first().tap();
  await page.getByRole('heading', { level: 1, name: 'Tạo việc làm mới' }).waitFor();
  await tabs.getByRole('link', { name: 'Báo cáo' }).tap();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(() => page.url(), /#\/report$/);

  // This period's figures: the first one stands under little, the rest of what can be done unfolds.
  await tabs.getByRole('link', { name: 'Chỉ tiêu' }).tap();
  const counts = page.getByRole('group', { name: 'Lọc theo đánh giá' }).getByRole('button');
  await counts.nth(6).waitFor();
  const tops = await counts.evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().top)));
  assert.equal(new Set(tops).size, 1, `counts on one line: ${tops}`);
  await page.getByRole('button', { name: 'Nhập số liệu kỳ này' }).tap();
  await page.getByRole('gridcell').first().waitFor();
  const room = () => page.evaluate(() => Math.round(document.querySelector('[role=gridcell]').getBoundingClientRect().top - document.querySelector('main').getBoundingClientRect().top));
  await eventually(room, (pixels) => assert.ok(pixels < 300, `${pixels} px before the first figure`));
  await look('this period');
  const submit = page.getByRole('button', { name: /^Trình phê duyệt/ });
  assert.equal(await submit.isVisible(), false);
  await page.getByRole('button', { name: 'Tùy chọn' }).tap();
  await submit.waitFor();
  await page.getByLabel('Lọc theo đơn vị').waitFor();
  await look('this period, unfolded');
  await page.getByRole('button', { name: 'Xong' }).tap();
  await page.getByRole('button', { name: 'Nhập số liệu kỳ này' }).waitFor();

  // One update: of a task that the programme is opened at.
  await tabs.getByRole('link', { name: 'Phân công' }).tap();
  await page.getByRole('link', { name: 'Việc của đơn vị tôi' }).tap();
  await look('choice of the body');
  await page.getByRole('button', { name: 'Ban Tổ chức Đảng ủy' }).tap();
  const task = page.getByRole('region', { name: 'Việc cần làm' }).getByRole('listitem').filter({ hasText: 'Nâng chất lượng tổ chức cơ sở đảng' });
  await task.getByRole('button', { name: /^Ghi tiến độ/ }).tap();
  await look('work of the body');
  await task.getByLabel('Đã làm được gì, vướng gì').fill('Đã tập huấn xong ba lớp.');
  await task.getByLabel('Phần trăm').fill('70');
  await task.getByRole('button', { name: 'Ghi tiến độ' }).last().tap();
  await task.getByText('70 %').waitFor();
  await saved(page);

  // One share: through the menu, to the share sheet; the file holds both.
  await page.getByRole('button', { name: 'Mở điều hướng' }).tap();
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).first().getByRole('link', { name: 'Nhập, xuất tệp' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Nhập, xuất tệp' }).waitFor();
  await look('files');
  await page.locator('main').getByRole('button', { name: 'Chia sẻ' }).first().tap();
  await page.waitForFunction(() => window.handed.length === 1);
  const [shared] = await page.evaluate(() => window.handed);
  assert.match(shared.name, /\.tiendo\.txt$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main').getByRole('button', { name: 'Tải tệp' }).first().tap()]);
  assert.equal(shared.text, await readFile(await download.path(), 'utf8'), 'what is shared is the file');
  const nodes = Object.values(JSON.parse(shared.text).nodes);
  assert.ok(nodes.some((node) => node.type === 'update' && node.text === 'Đã tập huấn xong ba lớp.'));
  assert.ok(nodes.some((node) => node.type === 'observation' && node.figure?.number === '12400'));
  assert.deepEqual(found, [], found.join('\n'));
}
