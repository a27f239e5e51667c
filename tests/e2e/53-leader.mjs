import assert from 'node:assert/strict';
import { beginBlank, openSample, saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, open, press, settled, visit } from './lib/browser.mjs';
import { expectText, grid } from './lib/grid.mjs';

export const name = 'the leader’s view: slides by keyboard and by touch, exceptions first, an address each, alive while figures change';

const JOBS = 'ftc1thcg01lm';
const BY_PERSON = 'juyr683kauy2';
const YES_NO = 'jygbjxoy7t8f';

export async function run(t) {
  const host = await t.serve();
  await byKeyboard(await page(t), host.url);
  await addresses(await page(t), host.url);
  await alive(t, host.url);
  await withoutMeasures(await page(t), host.url);
  await byTouch(await page(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), host.url);
}

/** The sample's year is running: 20 November 2025. */
async function page(t, options) {
  const opened = await t.page(options);
  await fixed(opened);
  return opened;
}

const fixed = (page) => page.clock.setFixedTime('2025-11-20T09:00:00+07:00');

async function byKeyboard(page, url) {
  await openSample(page, url);
  await visit(page, `${url}#/overview`);
  const wanted = page.locator('.exception');
  await wanted.first().waitFor();
  const headline = await title(page).innerText();
  const names = await wanted.getByRole('link').allInnerTexts();
  const reasons = await wanted.locator('.exception-why').allInnerTexts();
  const counts = (await page.locator('.status-counts .count-figure').allInnerTexts()).map(Number);

  // The whole window: no sidebar, no top bar; what all stand like is the overview's own sentence and counts.
  await page.getByRole('link', { name: 'Trình chiếu' }).click();
  await page.locator('.leader').waitFor();
  await eventually(() => page.url(), /#\/leader$/);
  await eventually(() => page.title(), 'Trình chiếu · Tiến Độ');
  for (const frame of ['.sidebar', '.topbar', '.bottom-nav']) await page.locator(frame).waitFor({ state: 'hidden' });
  await slide(page, headline);
  await page.getByText('Tính đến 05/10/2025').waitFor();
  await page.getByText('Số liệu minh họa', { exact: true }).locator('visible=true').waitFor();
  await eventually(async () => (await page.locator('.leader-count b').allInnerTexts()).map(Number), counts);
  await eventually(() => page.locator('.leader-shares b').allInnerTexts(), [`${counts[0] + counts[1]}/60`, '47/60', `${counts[3] + counts[4]}/60`]);
  await page.getByText(/^Theo chỉ tiêu đánh số trong văn bản: \d+\/31 chỉ tiêu đạt và vượt; \d+\/31 có số liệu/).waitFor();
  await page.getByRole('heading', { name: 'So với quý II' }).waitFor();
  await page.getByText('Số người chết do tai nạn giao thông: Có nguy cơ').waitFor();

  // All exceptions in the overview's order; what it says of each in short is told here: its sentence, or the figures of what has to
  // come. Then those without figures, on pace, met.
  const figures = (text) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  for (const [index, name] of names.entries()) {
    await press(page, index % 2 ? 'ArrowRight' : 'Space');
    await slide(page, name);
    await place(page, `${index + 1}/60`);
    await eventually(() => page.locator('.leader-slide').innerText(), (told) => {
      const [reason] = reasons[index].split(/(?<=\.) /);
      const asked = figures(reason);
      const isTold = told.includes(reason) || (asked.length > 0 && asked.every((figure) => figures(told).includes(figure)));
      assert.ok(isTold, `${reason} / ${told}`);
    });
  }
  const marks = [];
  for (let index = names.length; index < 60; index += 1) {
    await press(page, 'PageDown');
    await page.locator('.leader-place').getByText(`${index + 1}/60`, { exact: true }).waitFor();
    marks.push(await page.locator('.leader-slide').getAttribute('data-status'));
  }
  assert.deepEqual([...new Set(marks)], ['no-data', 'on-pace', 'met', 'exceeded']);
  assert.deepEqual(marks, marks.toSorted((a, b) => marks.indexOf(a) - marks.indexOf(b)), 'no mark comes back');
  await press(page, 'ArrowRight');
  await place(page, '60/60', 'nothing after the last');
  await eventually(() => page.getByRole('button', { name: 'Sau' }).isDisabled(), true);

  // To the ends, to the first of a verdict, back.
  await press(page, 'Home');
  await slide(page, headline);
  await place(page, 'Tổng hợp');
  await press(page, 'End');
  await place(page, '60/60');
  await press(page, '4');
  await place(page, `${counts[4] + 1}/60`);
  await press(page, 'ArrowLeft', 'Shift+Space', 'PageUp');
  await place(page, 'Tổng hợp');
  await press(page, '5', 'ArrowDown', 'ArrowUp');
  await slide(page, names[0]);
  await page.getByRole('status').filter({ hasText: `1/60: ${names[0]}. Không đạt.` }).waitFor({ state: 'attached' });
  await eventually(() => page.title(), `${names[0]} · Tiến Độ`);

  // The page of the indicator says the same; "back" comes to the slide, and from there out at once.
  const sentence = await page.locator('.leader-why').innerText();
  await press(page, 'Enter');
  await title(page).filter({ hasText: names[0] }).waitFor();
  await eventually(() => page.url(), /#\/indicators\/\w+$/);
  await eventually(() => page.locator('.explanation .sentence').innerText(), sentence);
  await page.goBack();
  await page.locator('.leader-why').waitFor();
  await press(page, 'ArrowRight', 'ArrowRight');
  await page.goBack();
  await page.locator('.exception').first().waitFor();
  await eventually(() => page.url(), /#\/overview$/);

  // By the palette; the keys are listed; the full screen comes and goes; Escape leaves.
  await press(page, 'Control+k');
  await page.keyboard.type('trinh chieu');
  await press(page, 'Enter');
  await page.locator('.leader').waitFor();
  await press(page, '?');
  await page.getByRole('dialog').getByText('Đến chỉ tiêu đầu của một đánh giá').waitFor();
  await press(page, 'ArrowRight', 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  await place(page, 'Tổng hợp', 'keys belong to the open list');
  await press(page, 'f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await press(page, 'ArrowRight');
  await place(page, '1/60');
  await press(page, 'f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.getByRole('button', { name: 'Toàn màn hình' }).click();
  await page.waitForFunction(() => document.fullscreenElement !== null);
  // A press on what has the focus is its own.
  await page.getByRole('button', { name: 'Sau' }).focus();
  await press(page, 'Space');
  await place(page, '2/60');
  await page.getByRole('link', { name: 'Thoát trình chiếu' }).click();
  await page.locator('.exception').first().waitFor();
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.locator('.sidebar').waitFor();
  await visit(page, `${url}#/leader`);
  await page.locator('.leader').waitFor();
  await press(page, 'Escape');
  await page.locator('.exception').first().waitFor();

  // The day of all pages is the day of the slides.
  await page.getByRole('group', { name: 'Ngày tính' }).first().getByRole('button', { name: 'Kỳ trước' }).click();
  await title(page).filter({ hasText: 'Hết quý II, ' }).waitFor();
  const before = await title(page).innerText();
  await page.getByRole('link', { name: 'Trình chiếu' }).click();
  await slide(page, before);
  await page.getByText('Tính đến 05/7/2025').waitFor();
  await page.getByRole('heading', { name: 'So với quý I', exact: true }).waitFor();
}

async function addresses(page, url) {
  await openSample(page, url);
  await visit(page, `${url}#/leader/${JOBS}`);
  await slide(page, 'Tạo việc làm mới');
  await eventually(async () => (await page.locator('.leader-value').innerText()).trim(), '96.400 lao động');
  await page.getByText('Mục tiêu 140.000 lao động').waitFor();
  await page.getByText('Cần 14.534 lao động mỗi tháng còn lại').waitFor();
  await page.locator('.leader-chart svg[aria-label*="9 tháng 96.400"]').waitFor();
  for (const [name, value] of [['Chủ trì', 'Sở Nội vụ'], ['Số liệu kỳ tới', 'tháng 10, hạn 05/11/2025']]) {
    await page.locator('.leader-facts div').filter({ hasText: name }).getByText(value).waitFor();
  }
  await eventually(() => page.evaluate(() => document.documentElement.scrollHeight > innerHeight), false, 'fits the window');
  // Shown larger than drawn: its words can be read from afar.
  await eventually(() => page.locator('.leader-chart svg').evaluate((svg) => svg.getScreenCTM().a), (scale) => assert.ok(scale > 1.2, `${scale}`));

  // Where there is nothing to draw, words.
  await visit(page, `${url}#/leader/${BY_PERSON}`);
  await page.getByRole('heading', { name: 'Kết quả theo nhận định' }).waitFor();
  await eventually(() => page.locator('.leader-chart').count(), 0);
  await visit(page, `${url}#/leader/${YES_NO}`);
  await page.locator('.leader-value').getByText('Có', { exact: true }).waitFor();
  await eventually(() => violations(page), []);

  // A measure that is not there: told, and a way on.
  await visit(page, `${url}#/leader/nothing`);
  await page.getByRole('heading', { name: 'Mục này không còn trong chương trình.' }).waitFor();
  await press(page, 'ArrowRight');
  await page.locator('.leader-slide[data-status=missed]').waitFor();

  // The same in English.
  await visit(page, `${url}#/settings`);
  await page.getByRole('button', { name: 'English' }).click();
  await visit(page, `${url}#/leader/${JOBS}`);
  await page.getByText('Needed: 14,534 lao động in each remaining month').waitFor();
  await page.getByRole('button', { name: 'Next' }).waitFor();
}

/** One tab on the wall, another at the desk. */
async function alive(t, url) {
  const context = await t.profile();
  const [desk, wall] = [await context.newPage(), await context.newPage()];
  for (const page of [desk, wall]) await fixed(page);
  await openSample(desk, url);
  await visit(wall, `${url}#/leader/${JOBS}`);
  const value = wall.locator('.leader-value').getByText('96.400', { exact: true });
  await value.waitFor();
  const table = await grid(desk, url, JOBS);
  await table.cell('Tháng 10', 'Trong tháng').click();
  await desk.keyboard.type('40000');
  await press(desk, 'Enter');
  await expectText(table.cell('Tháng 10', 'Lũy kế'), '136.400');
  await saved(desk);
  await wall.locator('.leader-value').getByText('136.400', { exact: true }).waitFor();
  await wall.locator('.leader-slide[data-status=on-pace]').waitFor();
  await wall.locator('.leader-chart svg[aria-label*="136.400"]').waitFor();

  // It moved in the order; undone at the desk, it is where it was.
  await place(wall, /^(?!3\/60$)/);
  await press(desk, 'Control+z');
  await value.waitFor();
  await place(wall, '3/60');
}

async function withoutMeasures(page, url) {
  await open(page, url);
  await beginBlank(page);
  await page.locator('.outline-row').first().waitFor();
  await visit(page, `${url}#/leader`);
  await slide(page, 'Chương trình chưa có chỉ tiêu đo được.');
  await press(page, 'ArrowRight', '4', 'End', 'Enter');
  await settled(page);
  await place(page, 'Tổng hợp');
}

async function byTouch(page, url) {
  await openSample(page, url);
  await visit(page, `${url}#/leader`);
  await page.locator('.leader').waitFor();
  const devtools = await page.context().newCDPSession(page);
  const swipe = async (from, to) => {
    const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x: from[0], y: from[1] }]);
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch('touchMove', [{ x: from[0] + (to[0] - from[0]) * part, y: from[1] + (to[1] - from[1]) * part }]);
    }
    await touch('touchEnd', []);
  };
  await swipe([320, 300], [80, 320]);
  await slide(page, 'Tốc độ tăng trưởng GRDP');
  await swipe([320, 300], [80, 290]);
  await place(page, '2/60');
  await swipe([80, 300], [320, 300]);
  await place(page, '1/60');
  // Upwards it scrolls, and stays.
  await swipe([200, 600], [150, 200]);
  await settled(page);
  await place(page, '1/60');

  // Big enough for a thumb, at the foot however far the page is scrolled; a new slide begins at its head.
  const next = page.getByRole('button', { name: 'Sau' });
  const box = await next.boundingBox();
  assert.ok(box.height >= 44 && box.width >= 64 && box.y + box.height <= 844, JSON.stringify(box));
  await next.tap();
  await place(page, '2/60');
  await eventually(() => page.evaluate(() => scrollY), 0);
  await page.getByRole('button', { name: 'Trước' }).tap();
  await place(page, '1/60');
  for (const [width, height] of [[390, 844], [360, 740], [320, 640], [844, 390]]) {
    await page.setViewportSize({ width, height });
    for (const hash of ['#/leader', `#/leader/${JOBS}`]) {
      await visit(page, url + hash);
      await page.locator('.leader h1').waitFor();
      await eventually(() => page.evaluate(() => document.documentElement.scrollWidth), (wide) => assert.ok(wide <= width, `${wide} px at ${width}: ${hash}`));
      await page.getByRole('link', { name: 'Thoát trình chiếu' }).waitFor();
    }
  }
  // A count leads to the first of its mark.
  await visit(page, `${url}#/leader`);
  await page.getByRole('list', { name: 'Số chỉ tiêu theo đánh giá' }).locator('a[data-status=met]').tap();
  await page.locator('.leader-slide[data-status=met]').waitFor();
  await page.getByRole('link', { name: 'Mở trang chỉ tiêu' }).tap();
  await page.locator('.indicator-head').waitFor();
}

function title(page) {
  return page.getByRole('heading', { level: 1 });
}

/** Waits for the slide with a heading. */
function slide(page, name) {
  return page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** Waits until the slide has a place. */
function place(page, wanted, message) {
  return eventually(() => page.locator('.leader-place').innerText(), wanted, message);
}
