import assert from 'node:assert/strict';
import { lasting, open, visit } from './lib/browser.mjs';
import { losses } from './lib/layout.mjs';
import { eachRoute } from './lib/routes.mjs';

export const name = 'every address on paper: nothing to press, nothing cut or squeezed at the width of A4, heads that repeat, dark on white';

// The printable width of a sheet at 96 pixels an inch: upright, and across.
const UPRIGHT = Math.floor((165 / 25.4) * 96);
const ACROSS = Math.floor((262 / 25.4) * 96);

// Every address, in every look.
export const minutes = 15;

export async function run(t) {
  const host = await t.serve();
  const page = await t.page({ reducedMotion: 'reduce' });
  await open(page, host.url);
  const found = [];
  await eachRoute(page, host.url, async (route) => {
    await page.emulateMedia({ media: 'print' });
    // The programme draws itself as a document while it prints.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const isAcross = (await page.locator('.assignment-layout, .indicator-table, .entering').count()) > 0;
    await page.setViewportSize({ width: isAcross ? ACROSS : UPRIGHT, height: 900 });
    const faults = async () => [...await page.evaluate(onPaper), ...await losses(page, { isPaper: true })];
    for (const fault of await lasting(faults)) found.push(`${route.name}: ${fault}`);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  assert.deepEqual(found, [], found.join('\n'));

  // The head of a sheet names the programme, its body and the day; the programme's own document has the letterhead.
  await visit(page, `${host.url}#/indicators`);
  await page.locator('.cell-name').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const words of ['Chương trình công tác năm 2025', 'Đảng ủy Ủy ban nhân dân Thành phố', 'Quý III/2025', 'đến 05/10/2025', 'Số liệu minh họa']) {
    await page.getByText(words).filter({ visible: true }).first().waitFor();
  }
  for (const column of ['Số', 'Chỉ tiêu', 'Mục tiêu', 'ĐVT', '9 tháng', '% kế hoạch', 'Đánh giá', 'Chủ trì']) {
    await page.getByRole('columnheader', { name: column, exact: true }).waitFor();
  }
  await page.emulateMedia({ media: null });

  // Sheets as the browser makes them: lists and the matrix lie across, from the first sheet on.
  for (const [hash, ready, isAcross] of [['#/indicators', '.cell-name', true], ['#/assignments', '.matrix-name', true], ['#/overview', '.strip-cell', false], ['#/indicators/ftc1thcg01lm', '.chart-figure svg', false]]) {
    await visit(page, host.url + hash);
    await page.locator(ready).first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => Number(width) > Number(height));
    assert.ok(sheets.length > 0 && sheets.every((each) => each === isAcross), `${hash}: ${sheets}`);
    if (hash === '#/assignments') assert.ok(sheets.length <= 4, `the matrix and the calendar take ${sheets.length} sheets`);
  }
}

function onPaper() {
  const found = [];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden') && element.getClientRects().length > 0;
  const name = (element) => `${element.localName}.${element.getAttribute('class')} “${(element.innerText ?? '').trim().slice(0, 40)}”`;
  if (![...document.querySelectorAll('h1')].some(isSeen)) found.push('no title');
  // A chosen setting, a mark and the head of a column or of a group stay as the words they are; the first page is nothing but its choices.
  const words = '.period-current, .report-mark, [data-fold], .choice input, .segmented [aria-pressed="true"], thead button, .first-run *';
  for (const element of document.querySelectorAll('button, .button, summary, [role=menu], nav a, input[type=checkbox], input[type=search], input[type=file]')) {
    if (isSeen(element) && !element.matches(`:is(${words}), .programme-switch, details[open] > summary`)) found.push(`to press: ${name(element)}`);
  }
  for (const table of document.querySelectorAll('table')) {
    const head = table.tHead;
    if (!isSeen(table) || !head) continue;
    if (getComputedStyle(head).display !== 'table-header-group') found.push(`the head does not repeat: ${name(table)}`);
    for (const cell of head.querySelectorAll('th')) if (getComputedStyle(cell).position === 'sticky') found.push(`sticky: ${name(cell)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, noscript, svg, option, .role, .report-mark') || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width } = range.getBoundingClientRect();
    if (node.data.trim().length > 12 && width < 24) found.push(`a letter or two a line: ${name(element)}`);
    const [r, g, b] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number);
    const isDark = 0.2126 * r + 0.7152 * g + 0.0722 * b < 118;
    const isGrey = Math.max(r, g, b) - Math.min(r, g, b) < 8;
    if (!isDark || !isGrey) found.push(`not dark in grey (${r}, ${g}, ${b}): ${name(element)}`);
  }
  return [...new Set(found)];
}
