// Charts can be read on every page: no letter under 11 pixels, no two texts on each other, none cut
// off, nothing to scroll sideways, and nothing told by colour alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesWithCharts } from '../pages.mjs';
import { site } from '../site.mjs';

const WIDTHS = [320, 360, 479, 560, 768, 1280];

/** The texts of every drawing that can be seen, and what is around them. */
function readTexts() {
  const visible = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible';
  const box = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
  return [...document.querySelectorAll('figure.chart')].map((figure) => {
    const html = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const small = [];
    while (html.nextNode()) {
      const parent = html.currentNode.parentElement;
      if (!html.currentNode.textContent.trim() || !visible(parent)) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < 11) small.push(`${html.currentNode.textContent.trim()}: ${size}px`);
    }
    return {
      id: figure.id,
      small,
      frame: box(figure.getBoundingClientRect()),
      frames: [...figure.querySelectorAll('.chart-frame')].map((frame) => ({
        box: box(frame.getBoundingClientRect()),
        texts: [...frame.querySelectorAll('text')].filter(visible).map((text) => {
          const matrix = text.getScreenCTM();
          return {
            text: text.textContent,
            size: parseFloat(getComputedStyle(text).fontSize) * Math.min(matrix.a, matrix.d),
            stretched: Math.abs(matrix.a - matrix.d) > 0.01,
            ...box(text.getBoundingClientRect()),
          };
        }),
      })),
      names: [...figure.querySelectorAll('.chart-rows li')].map((li) => {
        const [name, value] = ['.chart-name', '.chart-value'].map((part) => box(li.querySelector(part).getBoundingClientRect()));
        return { text: li.textContent.trim(), name, value };
      }),
    };
  });
}

const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

function pairs(list) {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other]));
}

test('legible', async (t) => {
  for (const path of await pagesWithCharts()) {
    const page = await site.open(path, { details: true });
    for (const width of WIDTHS) {
      await t.test(`${path} at ${width}`, async () => {
        await page.setViewport({ width, height: 900 });
        const [inner, outer] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
        assert.ok(inner <= outer, `the page is ${inner} wide in ${outer}`);
        const wide = await page.$$eval('figure.chart table', (list) => list
          .filter((table) => table.scrollWidth > table.closest('figure').clientWidth + 1)
          .filter((table) => table.parentElement.tabIndex !== 0)
          .map((table) => `${table.scrollWidth} pixels: ${table.closest('figure').id}`));
        assert.deepEqual(wide, [], 'tables that reach out of their chart and can not be scrolled by key');
        for (const figure of await page.evaluate(readTexts)) {
          assert.deepEqual(figure.small, [], figure.id);
          for (const { box, texts } of figure.frames) {
            assert.ok(texts.length >= 3, `${figure.id} has ${texts.length} labels`);
            for (const text of texts) {
              const where = `${figure.id}: “${text.text}”`;
              assert.ok(text.size >= 11 && !text.stretched, `${where} is ${text.size}px`);
              assert.ok(text.left >= figure.frame.left - 0.5 && text.right <= figure.frame.right + 0.5, `${where} is cut at a side`);
              assert.ok(text.top >= box.top - 1 && text.bottom <= box.bottom + 1, `${where} is cut above or below`);
            }
            for (const [one, other] of pairs(texts)) {
              assert.ok(!meet(one, other), `${figure.id}: “${one.text}” and “${other.text}” meet`);
            }
          }
          for (const { text, name, value } of figure.names) {
            assert.ok(!meet(name, value), `${figure.id}: name and value meet in ${text}`);
          }
        }
        assert.deepEqual(page.complaints, []);
      });
    }
    await page.close();
  }
});

/** Contrast of two colours (WCAG 2.2, relative luminance), from `rgb(…)`. */
function contrast(one, other) {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('colours', async (t) => {
  for (const path of await pagesWithCharts()) {
    const page = await site.open(path);
    for (const options of [{}, { dark: true }, { media: 'print' }, { forced: true }, { forced: true, dark: true }]) {
      await t.test(`${path} ${JSON.stringify(options)}`, async () => {
        await page.look(options);
        const seen = await page.evaluate(() => ({
          paper: getComputedStyle(document.body).backgroundColor,
          texts: [...document.querySelectorAll('.chart text')].map((text) => getComputedStyle(text).fill),
          bars: [...document.querySelectorAll('.chart .chart-bars')]
            .map((bar) => getComputedStyle(bar)).map(({ fill, stroke }) => [fill, stroke]),
          lines: [...document.querySelectorAll('.chart .chart-line')].map((line) => getComputedStyle(line).stroke),
        }));
        const paper = seen.paper.startsWith('rgba') ? 'rgb(255, 255, 255)' : seen.paper;
        for (const fill of seen.texts) assert.ok(contrast(fill, paper) >= 4.5, `text ${fill} on ${paper}`);
        for (const colours of [...seen.bars, ...seen.lines.map((line) => [line])]) {
          const best = Math.max(...colours.filter((colour) => colour.startsWith('rgb')).map((colour) => contrast(colour, paper)));
          assert.ok(best >= 3, `${colours} on ${paper}`);
        }
      });
    }
    await page.close();
  }
});

test('print', async (t) => {
  for (const path of await pagesWithCharts()) {
    await t.test(path, async () => {
      const page = await site.open(path, { media: 'print' });
      const pdf = Buffer.from(await page.pdf({ format: 'A4' }));
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      const hidden = await page.$$eval('.chart-data td.number', (cells) =>
        cells.filter((cell) => !cell.checkVisibility({ contentVisibilityAuto: true })).length);
      assert.equal(hidden, 0, 'numbers that paper does not show');
      await page.close();
    });
  }
});
