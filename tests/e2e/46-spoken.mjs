import assert from 'node:assert/strict';
import { openSample } from './lib/app.mjs';
import { eventually, press, visit } from './lib/browser.mjs';
import { matrix } from './lib/matrix.mjs';
import { rowsOf, spoken } from './lib/spoken.mjs';

export const name = 'what is heard: the strip, the chart, the grid of figures, the tree of the outline, the matrix, the list';

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await overview(page, host.url);
  await indicator(page, host.url);
  await outline(page, host.url);
  await assignments(page, host.url);
  await list(page, host.url);
}

const texts = (lines) => lines.map(({ text }) => text);

/** Listens to a part of the page until all of these are heard in it; gives back what was heard. */
function heard(page, selector, ...wanted) {
  return eventually(() => spoken(page, selector), (lines) => {
    for (const each of wanted) {
      const isThere = each instanceof RegExp ? texts(lines).some((text) => each.test(text)) : texts(lines).includes(each);
      assert.ok(isThere, `${each}\nis not among\n${texts(lines).slice(0, 60).join('\n')}`);
    }
  });
}

async function overview(page, url) {
  await visit(page, `${url}#/overview`);
  await page.locator('.strip-cell').first().waitFor();
  const strip = await heard(page, '.status-strip', 'heading “1.1. Kinh tế 8” level=3', 'link “(1) Tốc độ tăng trưởng GRDP: Không đạt”', 'link “(9) Tạo việc làm mới: Chậm”');
  const cells = strip.filter(({ role }) => role === 'link');
  assert.equal(cells.length, 60);
  for (const { name } of cells) assert.match(name, /: (Vượt|Đạt|Đúng tiến độ|Có nguy cơ|Chậm|Không đạt|Chưa đến kỳ|Quá hạn báo cáo|Cần nhận định|Theo nhận định|Chưa có số liệu)$/);
  await heard(page, '.status-counts', 'list “Số chỉ tiêu theo đánh giá”', /^link “9 Có nguy cơ, chậm (thêm|bớt) \d+”$/);
  await heard(page, '.exception-list', 'heading “Tạo việc làm mới : Chậm” level=3');
  await heard(page, '.small-multiples', 'image “Tạo việc làm mới: 9 tháng 96.400 lao động; kém nhịp cần có 8.600; mục tiêu 140.000 lao động; dự báo cả năm từ 124.382 đến 132.685.”');
}

async function indicator(page, url) {
  await visit(page, `${url}#/indicators/ftc1thcg01lm`);
  await page.locator('.chart-figure svg').waitFor();
  const chart = await heard(
    page,
    '.chart-section',
    'region “Diễn biến và dự báo”',
    'figure “Diễn biến và dự báo”',
    'image “Tạo việc làm mới: 9 tháng 96.400 lao động; kém nhịp cần có 8.600; mục tiêu 140.000 lao động; dự báo cả năm từ 124.382 đến 132.685.”',
  );
  assert.equal(chart.find(({ role }) => role === 'figure').description, 'Dùng phím ← → để đọc từng kỳ');
  // Each period that the keys come to is told.
  await page.locator('.chart-figure').focus();
  await press(page, 'ArrowLeft');
  const told = page.locator('.chart-section [role=status]');
  await told.getByText('Tháng 9: 96.400 lao động').waitFor({ state: 'attached' });
  await press(page, 'Escape');

  // What is reckoned is heard to be locked, what is typed is not.
  const grid = await heard(page, '.data-grid', 'grid “Số liệu”', 'gridcell “7.600”', 'gridcell “16.700” readonly=true');
  const { columns, rows } = rowsOf(grid);
  assert.deepEqual(columns, ['Kỳ', 'Trong tháng', 'Lũy kế', 'Nhịp cần có', '% nhịp', 'Ghi chú', 'Trạng thái', 'Nhập']);
  const february = rows.find(({ header }) => header === 'Tháng 2');
  assert.deepEqual(february.cells, {
    Kỳ: 'Tháng 2', 'Trong tháng': '7.600', 'Lũy kế': '16.700', 'Nhịp cần có': '23.333', '% nhịp': '71,6',
    'Ghi chú': 'Nghỉ Tết, sàn giao dịch đóng 9 ngày', 'Trạng thái': 'Đã duyệt', Nhập: '02/3',
  });
  // A number in doubt is told as it is asked about.
  const cell = page.getByRole('row', { name: /^Tháng 10/ }).getByRole('gridcell').first();
  await cell.focus();
  await page.keyboard.type('11.45');
  await press(page, 'Enter');
  await page.getByRole('alert').filter({ hasText: '11.45 chưa rõ.' }).waitFor();
  await press(page, 'Escape');
}

async function outline(page, url) {
  await visit(page, `${url}#/programme`);
  await page.locator('.outline-row').nth(20).waitFor();
  const tree = await heard(
    page,
    '[role=treegrid]',
    'treegrid “Chương trình”',
    'heading “Nhiệm vụ trọng tâm” level=2',
    'row “2. Nâng chất lượng tổ chức cơ sở đảng và đội ngũ đảng viên Ban Tổ chức 31/12” level=2',
    'row “5. Văn bản in số 5. Theo thứ tự, mục này là 6. Khắc phục hạn chế sau kiểm điểm; cải cách hành chính trong Đảng Văn phòng Đảng ủy Quá hạn 6 ngày” level=2',
    'row “Các mục bên trong I. Nhiệm vụ trọng tâm 9 nhiệm vụ, 3 hoàn thành” level=1 expanded=true',
    'button “Các mục bên trong” expanded=true',
  );
  // A tick is heard too.
  const done = tree.find(({ role, name }) => role === 'row' && name.startsWith('3. Tổng kết Nghị quyết 18'));
  assert.match(done.name, /Ban Tổ chức .*Hoàn thành (trong hạn|quá hạn)/);
  // Where each row stands; Chromium's tree does not print it, the attributes it is made from do.
  const places = await page.locator('[role=treegrid] [role=row]').evaluateAll((rows) => rows.map((row) => ['level', 'posinset', 'setsize', 'rowindex'].map((name) => Number(row.getAttribute(`aria-${name}`)))));
  const sections = places.filter(([level]) => level === 1);
  assert.deepEqual(sections.map(([, place, count]) => `${place}/${count}`), ['1/4', '2/4', '3/4', '4/4']);
  assert.deepEqual(places.filter(([level, , , index]) => level === 2 && index < sections[1][3]).map(([, place, count]) => `${place}/${count}`), Array.from({ length: 9 }, (_, at) => `${at + 1}/9`));
  const total = Number(await page.locator('[role=treegrid]').getAttribute('aria-rowcount'));
  assert.deepEqual(places.map(([, , , index]) => index), Array.from({ length: total }, (_, at) => at + 1));

  // Folded, chosen: said of the row that it happens to.
  await page.locator('.outline-row').first().focus();
  await press(page, 'Home', 'ArrowLeft');
  await page.locator('.outline-row[aria-expanded=false]').first().waitFor();
  await heard(page, '[role=treegrid]', /^row “Các mục bên trong I\. Nhiệm vụ trọng tâm .*” level=1( selected=true)?$/);
  await press(page, 'ArrowRight', 'ArrowDown');
  await page.locator('.outline-row[aria-selected=true][data-level="2"]').waitFor();
  await heard(page, '[role=treegrid]', /^row “1\. Hoàn thành chỉ tiêu .*” level=2 selected=true$/);
  // The panel comes after the row.
  await heard(page, '.inspector', 'heading “Mục I.1” level=2');
}

async function assignments(page, url) {
  const { menu, cell } = await matrix(page, url);
  const lines = await heard(page, '.assignment-matrix', 'grid “Bảng phân công”', 'rowheader “I. Nhiệm vụ trọng tâm”', 'rowheader “1. Hoàn thành chỉ tiêu kinh tế - xã hội năm 2025 và cả nhiệm kỳ”');
  const { columns, rows } = rowsOf(lines);
  assert.deepEqual([columns[0], columns.at(-1)], ['Nội dung', 'Thời hạn']);
  assert.ok(columns.length >= 12, columns.join());
  const first = rows.find(({ header }) => header.startsWith('1. Hoàn thành chỉ tiêu')).cells;
  assert.deepEqual([first['BTV Đảng ủy'], first['UBND Thành phố'], first['Đoàn thể'], first['Thời hạn']], ['Theo dõi', 'Chủ trì', 'chưa phân công', '31/12 72 %']);
  assert.equal(lines.find(({ role, name }) => role === 'link' && name === 'BTV Đảng ủy').description, 'Ban Thường vụ Đảng ủy');
  // The menu of a cell says what is chosen.
  await cell('Nâng chất lượng tổ chức', 'Ban Tổ chức').click();
  await menu.waitFor();
  const choices = await heard(page, '[role=menu]', /^menuitemradio “Chủ trì.*checked=true/);
  assert.ok(choices[0].name.includes('Ban Tổ chức'), choices[0].text);
  await press(page, 'Escape');
}

async function list(page, url) {
  await visit(page, `${url}#/indicators`);
  await page.locator('.cell-name a').nth(50).waitFor();
  const lines = await heard(page, '.indicator-table', 'table “60 chỉ tiêu”', /^rowheader “1\.1\. Kinh tế .*4 cần xử lý/);
  const { rows } = rowsOf(lines);
  assert.equal(rows.length, 60);
  const jobs = rows.find(({ header }) => header === 'Tạo việc làm mới').cells;
  assert.deepEqual([jobs['Mục tiêu'], jobs['9 tháng'], jobs['Đánh giá'], jobs['Chủ trì']], ['140.000', '96.400', 'Chậm', 'Sở Nội vụ']);
  await page.locator('.cell-name').first().waitFor();
  await page.getByRole('button', { name: 'Đánh giá', exact: true }).first().click();
  await page.locator('th[aria-sort]').first().waitFor();
}
