// What the screens show of judging: forms of charts, twins, people's judgements, what changed, roll-ups, a term.

import assert from 'node:assert/strict';
import { openSample, saved } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';
import { grid } from './lib/grid.mjs';

export const name = 'judging on the screens: quarters, kept targets, bodies, a revised target, twins that disagree, a person’s judgement, roll-ups in the same words, a term with the second method';

// Measures of the sample.
const JOBS = 'ftc1thcg01lm';
const WATER = 'l389r0hrnhnh';
const CLINICS = '022r0pdlmhnh';
const RULES = 'i4s4j46xknd6';
const HOMES = 'p6ax5s34neqh';
const POOR = 'gcb799rh69oh';
const POOR_SHARE = '1ehpzkun79oh';
const SECURITY = 'juyr683kauy2';
const BIRTHS = 'jz0z89f6989n';

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await quarters(page, host.url);
  await forms(page, host.url);
  await twins(page, host.url);
  await judgements(page, host.url);
  await rollups(page, host.url);
  const other = await t.serve({ bend: asTerm });
  await term(await t.page(), other.url);
}

async function quarters(page, url) {
  await visit(page, `${url}#/indicators/${JOBS}`);
  const figure = page.locator('.chart-figure');
  const drawn = figure.locator('svg.chart-indicator');
  await drawn.waitFor();
  await eventually(() => drawn.getByText('T9', { exact: true }).count(), 1);
  const button = page.getByRole('button', { name: 'Theo quý' });
  await button.focus();
  await press(page, 'Enter');
  await drawn.getByText('Quý III', { exact: true }).waitFor();
  await eventually(() => drawn.getByText('T9', { exact: true }).count(), 0);
  await eventually(() => page.url(), /by=quarter/);
  await figure.focus();
  await press(page, 'ArrowLeft');
  await eventually(() => page.locator('.chart-reading').innerText(), /Quý III\s+96\.400 lao động; trong kỳ 33\.400; nhịp cần có 105\.000/);
  await page.getByText('Xem bảng số').click();
  const table = page.getByRole('table', { name: /Diễn biến/ });
  await eventually(() => table.getByRole('row').count(), 5);
  await eventually(() => table.getByRole('columnheader', { name: 'Trong quý' }).count(), 1);
  // The address keeps what was chosen, also with last year beside it.
  await page.getByRole('button', { name: 'So với 2024' }).click();
  await page.reload();
  await drawn.getByText('Quý III', { exact: true }).waitFor();
  await drawn.locator('.chart-previous').first().waitFor({ state: 'attached' });
  await button.click();
  await drawn.getByText('T9', { exact: true }).waitFor();

  // What would be needed, and what changed since the month before.
  const why = page.locator('.explanation');
  await eventually(() => why.innerText(), /Cần 14\.534 lao động mỗi tháng còn lại, gấp 1,3 lần các kỳ gần nhất/);
  await eventually(() => why.innerText(), /Số liệu đến hết tháng 8 là 85\.300, nay là 96\.400/);
  await eventually(() => page.locator('.key-figures').innerText(), /14\.534\s+gấp 1,3 lần trung bình gần đây \(11\.133\)/);
}

async function forms(page, url) {
  // A target to be kept: kept or not, told by more than colour.
  await visit(page, `${url}#/indicators/${WATER}`);
  const strip = page.locator('svg.chart-heat');
  await strip.waitFor();
  await eventually(() => strip.locator('.heat-cell').count(), 12);
  await eventually(() => cells(strip), { failed: 9, ahead: 3 });
  await eventually(() => strip.locator('.heat-cross').count(), 9);
  await eventually(() => strip.getAttribute('aria-label'), /^Xử lý nước thải công nghiệp: Không giữ được ở tháng 1, .*giữ được 0\/9 kỳ\.$/);
  await visit(page, `${url}#/indicators/${CLINICS}`);
  await page.locator('svg.chart-heat[aria-label^="Xử lý chất thải y tế"]').waitFor();
  await eventually(() => cells(strip), { kept: 3, ahead: 1 });

  // Bodies beside each other on one scale; the merged one ends and says where it went.
  await visit(page, `${url}#/indicators/${RULES}`);
  const section = page.getByRole('region', { name: 'Diễn biến theo đơn vị' });
  await section.waitFor();
  const bodies = section.getByRole('listitem');
  await eventually(() => bodies.count(), 4);
  const merged = bodies.filter({ hasText: 'sáp nhập vào' });
  await merged.getByText('sáp nhập vào Khối đơn vị sự nghiệp từ 01/7/2025').waitFor();
  await bodies.filter({ hasText: 'nhận Khối ban quản lý dự án từ 01/7/2025' }).waitFor();
  await eventually(() => section.locator('.chart-leader.is-break').count(), 2);
  await eventually(() => bodies.filter({ hasText: 'nhận Khối' }).locator('svg.chart-small').getAttribute('aria-label'), /phạm vi thay đổi từ quý III/);
  const heights = () => section.locator('.chart-small path.chart-target').evaluateAll((all) => all.map((path) => path.getAttribute('d').match(/M\S+ (\S+)/)[1]));
  await eventually(heights, (heights) => assert.equal(new Set(heights).size, 1, `one scale: ${heights}`));
  // A body that was merged away owes nothing: the others make the sum, the same as everywhere on the page.
  const line = page.getByRole('table', { name: 'Theo đơn vị báo cáo' }).getByRole('row', { name: /^Quý III\/2025/ });
  await eventually(() => line.getByRole('cell').allInnerTexts(), ['', '6/7 = 85,7', '15/17 = 88,2', '17/18 = 94,4', '38/42 = 90,5']);
  await merged.getByRole('link', { name: 'Khối ban quản lý dự án' }).click();
  await page.getByRole('heading', { level: 1, name: 'Khối ban quản lý dự án' }).waitFor();

  // The target that was in force.
  await visit(page, `${url}#/indicators/${HOMES}`);
  const homes = page.locator('.chart-figure svg');
  await homes.getByText('Trước điều chỉnh 7,5').waitFor();
  await eventually(() => homes.getAttribute('aria-label'), /mục tiêu điều chỉnh từ quý III/);
  await eventually(() => page.locator('.explanation').innerText(), /điều chỉnh ngày 10\/7\/2025 \(điều chỉnh minh họa\)/);
}

async function cells(strip) {
  const classes = await strip.locator('.heat-cell').evaluateAll((all) => all.map((cell) => cell.classList[1].replace('is-', '')));
  return classes.reduce((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});
}

async function twins(page, url) {
  await visit(page, `${url}#/indicators/${POOR}`);
  const twin = page.locator('.explanation .twin');
  await twin.getByText('Hai cách ghi khớp nhau.').waitFor();
  await twin.getByRole('link', { name: /Giảm tỷ lệ hộ nghèo/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Giảm tỷ lệ hộ nghèo' }).waitFor();
  await twin.getByRole('link', { name: /Số hộ nghèo giảm/ }).waitFor();
  // One of them is changed: both pages say that they disagree.
  const sheet = await grid(page, url, POOR);
  await sheet.cell('Quý III', 'Lũy kế').dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('650');
  await page.keyboard.press('Enter');
  await twin.getByText('Hai cách ghi trái nhau:').waitFor();
  await visit(page, `${url}#/indicators/${POOR_SHARE}`);
  await twin.getByText('Hai cách ghi trái nhau:').waitFor();
  await eventually(() => twin.locator('.status-mark').count(), 1);
  await page.locator('h1').click();
  await press(page, 'Control+z');
  await twin.getByText('Hai cách ghi khớp nhau.').waitFor();
  await saved(page);
}

async function judgements(page, url) {
  await visit(page, `${url}#/indicators/${SECURITY}`);
  const section = page.getByRole('region', { name: 'Nhận định', exact: true });
  const lines = section.locator('ol > li');
  await lines.first().waitFor();
  await eventually(() => lines.first().innerText(), /^Công an Thành phố: Khá \(4\/5\)\. Các sự kiện lớn.*\s+Quý III\/2025, 29\/9\/2025/);
  await eventually(() => lines.getByRole('button', { name: 'Sửa' }).count(), 0, 'another person’s');
  await eventually(() => page.locator('.key-figures').innerText(), /^Nhận định\s+Khá \(4\/5\)/, 'in the place of a figure');
  // By keyboard: no step chosen is told, then it is written.
  await section.getByRole('button', { name: 'Ghi nhận định' }).focus();
  await press(page, 'Enter');
  const form = section.locator('.judgement-form');
  await form.getByText('Đánh giá của bạn, quý III/2025').waitFor();
  await form.getByLabel('Lý do, đề nghị').fill('Cần thêm lực lượng ban đêm.');
  await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
  await form.getByRole('alert').getByText('Chọn một mức.').waitFor();
  await form.getByRole('button', { name: '3 Trung bình' }).press('Space');
  await eventually(() => form.getByRole('button', { name: '3 Trung bình' }).getAttribute('aria-pressed'), 'true');
  await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
  await form.waitFor({ state: 'hidden' });
  const own = lines.filter({ hasText: 'Cần thêm lực lượng ban đêm.' });
  await eventually(() => own.innerText(), /Trung bình \(3\/5\)\./);
  await eventually(() => lines.count(), 2);
  await eventually(() => page.locator('.explanation .sentence').innerText(), /nhận định quý III: trung bình \(3\/5\)\.$/, 'the latest one');
  assert.match(await page.locator('h1').innerText(), /Theo nhận định/);
  // Changed, taken away, brought back.
  await own.getByRole('button', { name: 'Sửa' }).click();
  await form.getByRole('button', { name: '5 Tốt' }).click();
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await own.getByText('Tốt (5/5)').waitFor();
  await own.getByRole('button', { name: 'Xóa' }).click();
  await own.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
  await own.getByText('Tốt (5/5)').waitFor();
  await saved(page);
}

/** The same words on the overview, in the outline, in the list and on a body's page. */
async function rollups(page, url) {
  await visit(page, `${url}#/overview`);
  const line = page.getByText(/^Theo chỉ tiêu đánh số trong văn bản: /);
  const whole = await eventually(async () => (await line.innerText()).replace(/^.*: /, '').replace(/\.$/, ''), /^\d+\/31 chỉ tiêu đạt và vượt; \d+\/31 có số liệu; \d+ quá hạn nhập số liệu$/);
  const changes = page.getByRole('region', { name: 'Thay đổi so với quý II' });
  await changes.waitFor();
  await eventually(() => changes.locator('.section-note').innerText(), (words) => {
    const [worse, better] = words.match(/\d+/g).map(Number);
    assert.ok(worse + better > 0, words);
  });
  for (const words of await changes.locator('.linked-note').allInnerTexts()) assert.match(words, /^(Tốt lên|Xấu đi|Khác)( so với)? kỳ trước: từ “.+” thành “.+”\./);
  const first = page.locator('.exception').filter({ hasText: 'Tạo việc làm mới' });
  await first.getByText(/Cần 14\.534 mỗi tháng, gấp 1,3 lần các kỳ gần nhất/).waitFor();

  await visit(page, `${url}#/programme`);
  const section = page.locator('.outline-row[data-level="1"]').filter({ hasText: '/31 chỉ tiêu đạt và vượt' });
  await section.waitFor();
  await eventually(() => section.innerText(), (words) => assert.ok(words.includes(whole), words));
  await visit(page, `${url}#/indicators`);
  const facts = page.locator('.group-facts');
  await facts.first().waitFor();
  await eventually(() => facts.allInnerTexts(), (all) => all.forEach((words) => assert.match(words, /^\d+\/\d+ chỉ tiêu đạt và vượt; (\d+\/\d+ có số liệu|mức đạt theo trọng số \d)/)));
  await page.locator('.cell-lead').getByText('Sở Nội vụ').first().waitFor();
  await visit(page, `${url}#/assignments?view=bodies`);
  const href = await page.getByRole('link', { name: 'Sở Nội vụ' }).first().getAttribute('href');
  await visit(page, url + href);
  await page.getByText(/^Chỉ tiêu chủ trì: \d+\/\d+ chỉ tiêu đạt và vượt; /).waitFor();
}

/** A programme of five years: births by year, with the growth method beside the first. */
function asTerm(file, bytes) {
  if (file !== 'sample.json') return bytes;
  const sample = JSON.parse(bytes);
  Object.assign(sample.nodes.programme, { 'first-year': 2023, 'last-year': 2027, 'as-of': '2026-02-10' });
  Object.assign(sample.nodes[BIRTHS], { period: 'year', method: 'compound-growth', baseline: { source: '', value: '1.32', year: 2022 } });
  for (const [year, number] of [[2023, '1.33'], [2024, '1.35'], [2025, '1.38']]) {
    sample.nodes[`o.${BIRTHS}.${year}.-`] = { '@': '0.2', figure: { number }, measure: BIRTHS, period: `${year}`, type: 'observation' };
  }
  return Buffer.from(JSON.stringify(sample));
}

async function term(page, url) {
  await openSample(page, url);
  await visit(page, `${url}#/indicators/${BIRTHS}`);
  const figures = page.locator('.key-figures');
  await figures.getByText('Tăng trưởng kép').waitFor();
  await eventually(() => figures.innerText(), /Tăng trưởng kép\s+tiến bộ rõ\s+điểm [\d,]+ \(−5 đến 5\), cách tính thứ hai/);
  const why = () => page.locator('.explanation').innerText();
  await eventually(why, /Đánh giá chung cho giai đoạn 2023–2027\./);
  await eventually(why, /Theo tăng trưởng kép: tiến bộ rõ, điểm/);
  await eventually(why, /1,32 \(2022\) → 1,38 \(2025\), mục tiêu 1,40 \(2027\): bằng [\d,]+ lần tốc độ cần có/);
  // Several years name their years, in the picture and in the table.
  const drawn = page.locator('.chart-figure svg');
  for (const year of ['2023', '2027']) await drawn.getByText(year, { exact: true }).waitFor();
  await page.getByText('Xem bảng số').click();
  const table = page.locator('.chart-table');
  await table.getByRole('rowheader', { name: 'Năm 2026' }).waitFor();
  // A measure by month names month and year.
  await visit(page, `${url}#/indicators/${JOBS}`);
  await page.getByText('Xem bảng số').click();
  await table.getByRole('rowheader', { name: 'Tháng 9/2025' }).waitFor();
}
