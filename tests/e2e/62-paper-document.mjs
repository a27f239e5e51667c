import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSample, saved } from './lib/app.mjs';
import { violations } from './lib/axe.mjs';
import { eventually, press, visit } from './lib/browser.mjs';

export const name = 'the programme as a paper: letterheads, numbers as printed, and no wording that was overtaken by an amendment';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/documents');

export async function run(t) {
  const host = await t.serve();
  const page = await t.page();
  await openSample(page, host.url);
  await amended(page, host.url);
  await ofTheState(page, host.url);
}

/** A full wording is printed until the line says something else; the panel tells, and it is mended there. */
async function amended(page, url) {
  const row = (text) => page.getByRole('treegrid').getByRole('row').filter({ has: page.locator('.row-text', { hasText: text }) });
  await row('GRDP bình quân đầu người').locator('.row-number').click();
  const panel = page.getByRole('complementary', { name: /^Mục 1\.1\(3\)/ });
  await panel.getByLabel('Nguyên văn').fill('GRDP bình quân đầu người đạt khoảng 8.500 USD theo giá hiện hành.');
  await press(page, 'Tab');
  await panel.getByRole('link', { name: /GRDP bình quân/ }).waitFor();
  const measure = (await panel.getByRole('link', { name: /GRDP bình quân/ }).getAttribute('href')).split('/').pop();
  await eventually(() => paper(page), (text) => assert.match(text, /\(3\) GRDP bình quân đầu người đạt khoảng 8\.500 USD theo giá hiện hành\./));
  assert.match(await paper(page), /ĐẢNG CỘNG SẢN VIỆT NAM/);
  assert.match(await paper(page), /Số 01-CTr\/ĐU/);
  await eventually(() => panel.getByText('Sửa nguyên văn cho khớp').count(), 0);

  await visit(page, `${url}#/indicators/${measure}?edit=1`);
  const form = page.locator('.measure-editor');
  await form.locator('input[id^=edit-target-]').first().fill('9.000');
  await page.getByRole('button', { name: 'Ghi mục tiêu' }).click();
  await saved(page);
  await visit(page, `${url}#/programme?only=outdated`);
  await eventually(() => page.locator('.outline-row').filter({ hasText: 'GRDP bình quân đầu người' }).count(), 1);
  await eventually(() => paper(page), (text) => {
    assert.match(text, /\(3\) GRDP bình quân đầu người: khoảng 9\.000/);
    assert.doesNotMatch(text, /8\.500/);
  });
  await row('GRDP bình quân đầu người').locator('.row-number').click();
  await panel.getByText('Sửa nguyên văn cho khớp').waitFor();
  await eventually(() => violations(page), []);
  await panel.getByRole('button', { name: 'Bỏ nguyên văn' }).press('Enter');
  await panel.getByText('Sửa nguyên văn cho khớp').waitFor({ state: 'detached' });
  await eventually(() => panel.getByLabel('Nguyên văn').inputValue(), '');
  await page.getByRole('banner').getByRole('button', { name: 'Hoàn tác' }).click();
  await panel.getByText('Sửa nguyên văn cho khớp').waitFor();
  await panel.getByLabel('Nguyên văn').fill('GRDP bình quân đầu người đạt khoảng 9.000 USD theo giá hiện hành.');
  await press(page, 'Tab');
  await panel.getByText('Sửa nguyên văn cho khớp').waitFor({ state: 'detached' });
  await visit(page, `${url}#/programme`);
  await eventually(() => paper(page), (text) => assert.match(text, /đạt khoảng 9\.000 USD theo giá hiện hành\./));
}

/** A plan of a State body: its letterhead, its type, and every line of its text under the number that it prints. */
async function ofTheState(page, url) {
  const text = await readFile(path.join(fixtures, 'province-plan.txt'), 'utf8');
  await visit(page, `${url}#/import`);
  await page.locator('input[type=file]').setInputFiles(path.join(fixtures, 'province-plan.txt'));
  await page.getByRole('button', { name: 'Tạo chương trình' }).click();
  await page.locator('.outline-row').first().waitFor();
  assert.equal(await page.locator('.number-warning').count(), 0);
  const printed = (await paper(page)).replaceAll(/\s+/g, ' ');
  assert.match(printed, /ỦY BAN NHÂN DÂN TỈNH AN HÒA.*Số: 45\/KH-UBND.*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc/i);
  assert.doesNotMatch(printed, /ĐẢNG CỘNG SẢN|\*/);
  assert.match(printed, /Kế hoạch Phát triển kinh tế - xã hội/i);
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const body = lines.slice(lines.findIndex((line) => line.startsWith('I. ')), lines.findIndex((line) => /^Nơi nhận/.test(line)));
  assert.ok(body.length > 20);
  assert.deepEqual(body.filter((line) => !printed.includes(line)), [], 'word for word, with its numbers');
}

/** What the printed document says. */
async function paper(page) {
  await page.emulateMedia({ media: 'print' });
  const document = page.locator('.paper-document');
  // What can be printed comes a moment after the lines.
  await eventually(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    return document.count();
  }, 1);
  const text = await document.innerText();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return text;
}
