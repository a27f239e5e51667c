import assert from 'node:assert/strict';
import { beginBlank, openSample, saved } from './lib/app.mjs';
import { eventually, open, press, visit } from './lib/browser.mjs';

export const name = 'the overview: exceptions with their reasons, strip, counts as filters, tasks, what comes due; the as-of day that every page follows';

export async function run(t) {
  const host = await t.serve();
  await byPointer(await page(t), host.url);
  await byKeyboard(await page(t), host.url);
  await byTouch(await page(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), host.url);
  await withoutMeasures(await page(t), host.url);
}

/** The sample's year is running: 20 November 2025. */
async function page(t, options) {
  const opened = await t.page(options);
  await opened.clock.setFixedTime('2025-11-20T09:00:00+07:00');
  return opened;
}

async function byPointer(page, url) {
  await openSample(page, url);
  const navigation = page.getByRole('navigation', { name: 'Điều hướng chính' }).first();
  await eventually(() => navigation.getByRole('listitem').first().innerText(), 'Tổng quan', 'the first entry');
  await navigation.getByRole('link', { name: 'Tổng quan' }).click();
  const headline = page.getByRole('heading', { level: 1 });
  await headline.filter({ hasText: 'Hết quý III, ' }).waitFor();
  await eventually(() => page.url(), /#\/overview$/);
  await eventually(() => page.title(), 'Tổng quan · Tiến Độ');
  await page.getByText('Tính đến 05/10/2025, đã qua 76 % thời gian, còn 87 ngày. 2 chỉ tiêu quá hạn nhập số liệu, 3 nhiệm vụ quá hạn.').waitFor();

  // Headline, strip, counts and exceptions tell the same numbers.
  const counts = await countsOf(page);
  const [good, total, exceptions] = (await headline.innerText()).match(/\d+/g).map(Number);
  assert.equal(total, 60);
  assert.equal(counts.reduce((sum, count) => sum + count, 0), total);
  assert.equal(good, counts[0] + counts[1] + counts[2]);
  assert.equal(exceptions, counts[3] + counts[4]);
  const cells = page.locator('.strip-cell');
  await eventually(() => cells.count(), total);
  await eventually(() => page.locator('.strip-cell[data-status=missed]').count(), counts[4]);
  await eventually(() => page.locator('.exception').count(), exceptions);
  for (const box of await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON()))) {
    assert.ok(box.width >= 24 && box.height >= 24, `${box.width} × ${box.height}`);
  }

  // The most pressing stands first, with the sentence of its own page and the body that leads.
  const first = page.locator('.exception').first();
  const title = await first.getByRole('link').innerText();
  const reason = await first.locator('.exception-why').innerText();
  assert.match(await first.getByRole('heading').innerText(), /: Không đạt$/);
  await first.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await eventually(() => page.locator('.explanation .sentence').innerText(), (sentence) => {
    assert.ok(reason.startsWith(sentence) && reason.length > sentence.length, `${reason} / ${sentence}`);
  });
  await page.goBack();
  await headline.filter({ hasText: 'Hết quý III, ' }).waitFor();

  // Tasks: the official four and those without a deadline are all of them.
  const buckets = await eventually(async () => (await page.locator('.task-buckets b').allInnerTexts()).map(Number), [3, 17, 12, 2, 4]);
  await page.getByRole('heading', { level: 2, name: `${buckets.reduce((sum, count) => sum + count, 0)} nhiệm vụ, giải pháp` }).waitFor();

  // What comes due, by day: late before the coming; all on request; each leads to its place.
  const due = page.locator('.due-list > li');
  await eventually(() => due.count(), 9, 'five that are late, four that come');
  await page.getByRole('button', { name: /^Còn \d+ việc nữa$/ }).click();
  await due.nth(9).waitFor();
  const days = (await due.locator('.due-day b').allInnerTexts()).map((day) => day.split('/').map(Number)).map(([day, month]) => month * 100 + day);
  const turn = days.findIndex((day, index) => index > 0 && day < days[index - 1]);
  assert.ok(turn < 0 || days[turn] < 200, `out of order: ${days}`);
  await page.getByText('Giải trình: Rác sinh hoạt').waitFor();
  await page.getByText('Báo cáo quý của các cơ quan tham mưu, quý III').waitFor();
  await due.filter({ hasText: 'Quá hạn 21 ngày' }).getByRole('link').click();
  await page.locator('.outline-row.is-selected').filter({ hasText: 'Giao ban chuyên đề' }).waitFor();
  await page.goBack();

  // Charts: those at risk first, each with a sentence as its name.
  const charts = page.locator('.small-multiple svg.chart');
  await eventually(() => charts.count(), 12);
  await eventually(() => charts.first().getAttribute('aria-label'), /: 9 tháng .*mục tiêu/);

  // A count is a filter of the list.
  await page.getByRole('list', { name: 'Số chỉ tiêu theo đánh giá' }).getByRole('link').nth(3).click();
  const rows = page.locator('.indicator-table tbody tr:not(.group-row)');
  await rows.first().waitFor();
  await eventually(() => page.url(), /#\/indicators\?verdict=at-risk$/);
  await eventually(() => rows.count(), counts[3]);

  // The as-of day governs this page too, and the others.
  const period = page.getByRole('group', { name: 'Ngày tính' }).first();
  await period.getByRole('button', { name: 'Kỳ trước' }).click();
  await period.getByRole('button', { name: /Quý II\/2025 đến 05\/7\/2025/ }).waitFor();
  await visit(page, `${url}#/overview`);
  await headline.filter({ hasText: 'Hết quý II, ' }).waitFor();
  const before = await eventually(() => countsOf(page), (before) => assert.notDeepEqual(before, counts));
  await visit(page, `${url}#/indicators`);
  const filters = page.getByRole('group', { name: 'Lọc theo đánh giá' }).getByRole('button');
  await eventually(async () => (await filters.allInnerTexts()).map((text) => Number(text.match(/\d+/)[0])).slice(1), before);
  await visit(page, `${url}#/programme`);
  await page.locator('.outline-row').first().waitFor();
  await eventually(() => page.locator('.outline-row .is-late', { hasText: 'Quá hạn 21 ngày' }).count(), 0);
  await period.getByRole('button', { name: 'Kỳ sau' }).click();
  await page.locator('.outline-row .is-late', { hasText: 'Quá hạn 21 ngày' }).first().waitFor();
  // On to today, and no further; back to the programme's own day from the menu.
  await period.getByRole('button', { name: 'Kỳ sau' }).click();
  await period.getByRole('button', { name: /Quý III\/2025 đến 20\/11\/2025/ }).waitFor();
  await eventually(() => period.getByRole('button', { name: 'Kỳ sau' }).isDisabled(), true);
  await visit(page, `${url}#/overview`);
  await page.getByText('Tính đến 20/11/2025, ').waitFor();
  await period.locator('.period-current').click();
  const menu = page.locator('.period-menu');
  await eventually(() => menu.getByRole('button', { name: /Quý IV\/2025/ }).isDisabled(), true, 'a quarter that still runs');
  await menu.getByRole('button', { name: /Theo ngày của chương trình/ }).click();
  await menu.waitFor({ state: 'hidden' });
  await page.getByText('Tính đến 05/10/2025, ').waitFor();
  await eventually(() => countsOf(page), counts);

  // Clearing the invented figures changes everything; undoing brings it back.
  await page.getByRole('link', { name: 'Số liệu minh họa' }).click();
  await page.getByRole('button', { name: 'Xóa số liệu minh họa' }).click();
  await visit(page, `${url}#/overview`);
  await page.getByText('Chưa có gì để xếp').waitFor();
  await headline.filter({ hasText: 'chưa có số liệu để đánh giá' }).waitFor();
  await page.getByText('Tính đến 20/11/2025, ').waitFor();
  await page.keyboard.press('Control+z');
  await headline.filter({ hasText: `${exceptions} chỉ tiêu cần xử lý` }).waitFor();
  await eventually(() => countsOf(page), counts);
  await saved(page);
}

async function byKeyboard(page, url) {
  await openSample(page, url);
  await visit(page, `${url}#/overview`);
  const cells = page.locator('.strip-cell');
  await cells.first().waitFor();

  // A group is one stop of Tab; arrows go on from cell to cell and into the next group.
  await cells.first().focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft');
  await eventually(() => focusedIndex(page), 1);
  await press(page, 'End');
  await eventually(() => focusedIndex(page), 59);
  await press(page, 'Home', 'Tab');
  await eventually(() => focusedIndex(page), 8, 'the second group');
  const name = (await cells.nth(8).getAttribute('title')).replace(/^\S+ (.*): .*$/, '$1');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await cells.first().waitFor();

  // The day by keys: open, leave with Escape (the focus comes back), choose a quarter.
  const current = page.locator('.period-current');
  const menu = page.locator('.period-menu');
  await current.focus();
  await press(page, 'Enter');
  await menu.waitFor();
  await press(page, 'Escape');
  await menu.waitFor({ state: 'hidden' });
  await eventually(() => current.evaluate((button) => button === document.activeElement), true);
  await press(page, 'Enter', 'Tab', 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Hết quý I, ' }).waitFor();
  await eventually(() => page.getByRole('button', { name: 'Kỳ trước' }).isDisabled(), true, 'nothing before the programme');
  // Any day; one that is half typed, or far from the programme, changes nothing.
  await press(page, 'Enter');
  const field = menu.getByLabel('Chọn ngày khác');
  await field.fill('0202-03-31');
  await field.fill('2025-03-01');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Tính đến 01/3/2025' }).waitFor();
  await eventually(() => page.getByRole('heading', { level: 1 }).innerText(), /^\d+ trên 60/);

  // It is the same in English.
  await visit(page, `${url}#/settings`);
  await page.getByRole('button', { name: 'English' }).click();
  await eventually(() => page.locator('.period').count(), 0, 'no day where nothing is reckoned');
  await visit(page, `${url}#/overview`);
  await page.getByRole('button', { name: 'As of 1 Mar 2025' }).waitFor();
  await eventually(() => page.getByRole('heading', { level: 1 }).innerText(), /^\d+ of 60 indicators met or on track/);
}

async function byTouch(page, url) {
  await openSample(page, url);
  await page.getByRole('navigation').last().getByRole('link', { name: 'Tổng quan' }).tap();
  const exceptions = page.locator('.exception:visible');
  await eventually(() => exceptions.count(), 3, 'folded after three');
  const more = page.getByRole('button', { name: 'Xem cả 11 chỉ tiêu' });
  await eventually(() => more.getAttribute('aria-expanded'), 'false');
  await more.tap();
  await eventually(() => exceptions.count(), 11);
  await page.getByRole('button', { name: 'Thu gọn' }).tap();
  await eventually(() => exceptions.count(), 3);
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await eventually(() => page.evaluate(() => document.documentElement.scrollWidth), (wide) => assert.ok(wide <= width, `${wide} px at ${width}`));
  }
  await page.locator('.period-current').tap();
  await page.locator('.period-menu').getByRole('button', { name: /Quý II\/2025/ }).tap();
  await page.getByRole('heading', { level: 1, name: 'Hết quý II, ' }).waitFor();
}

async function withoutMeasures(page, url) {
  await open(page, url);
  await beginBlank(page);
  await page.locator('.outline-row').first().waitFor();
  await visit(page, `${url}#/overview`);
  await page.getByRole('heading', { level: 1, name: 'Chương trình chưa có chỉ tiêu đo được.' }).waitFor();
  await page.getByText('Chưa có nhiệm vụ').waitFor();
  await page.getByText('Chưa có việc nào đến hạn').waitFor();
  await page.locator('main').getByRole('link', { name: 'Chương trình' }).click();
  await page.locator('.outline-row').first().waitFor();
}

async function countsOf(page) {
  return (await page.locator('.status-counts .count-figure').allInnerTexts()).map(Number);
}

function focusedIndex(page) {
  return page.locator('.strip-cell').evaluateAll((cells) => cells.indexOf(document.activeElement));
}
