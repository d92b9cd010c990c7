// Every number of a chart is that of its file: in the table, in the download, and in the drawing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesWithCharts } from '../pages.mjs';
import { site } from '../site.mjs';
import { cellNumber, charts, csv, pageNumber, pagePlace } from './reading.mjs';

/** What a figure shows, read in the page. */
function readFigure(figure) {
  const text = (node) => node?.textContent.trim() ?? null;
  const heads = [...figure.querySelectorAll('.chart-data thead th')];
  const [value, words] = [(th) => th.classList.contains('number'), (th) => th.textContent === 'In words']
    .map((is) => heads.findIndex(is));
  const cells = (tr, index) => (index < 0 ? null : text(tr.children[index]));
  const paths = (panel, part) => [...panel.querySelectorAll(`path.${part}`)].map((path) => path.getAttribute('d'));
  return {
    id: figure.id.replace('fp-chart-', ''),
    form: figure.dataset.form,
    heading: text(figure.querySelector('.chart-heading')),
    series: [...figure.querySelectorAll('.chart-key li, .chart-panel-name')].map(text),
    rows: [...figure.querySelectorAll('.chart-data tbody tr')].map((tr) => ({
      x: tr.children[0].firstChild.textContent.trim(),
      series: value === 2 ? cells(tr, 1) : null,
      value: cells(tr, value),
      shown: cells(tr, words),
    })),
    csv: figure.querySelector('.chart-download a')?.href ?? null,
    panels: [...figure.querySelectorAll('.chart-panel')].map((panel) => ({
      labels: [...panel.querySelectorAll('.chart-y text')].map((label) => ({ text: text(label), y: Number(label.getAttribute('y')) - 4 })),
      bars: paths(panel, 'chart-bars'),
      lines: paths(panel, 'chart-line'),
    })),
    lying: [...figure.querySelectorAll('.chart-rows li')].map((li) => {
      const [bar, room, zero] = ['rect', 'svg', 'line'].map((part) => li.querySelector(part).getBoundingClientRect());
      return {
        name: text(li.querySelector('.chart-name')),
        value: text(li.querySelector('.chart-value')),
        left: bar.left - zero.left,
        right: bar.right - zero.left,
        room: room.width,
      };
    }),
    scripts: figure.querySelectorAll('script, canvas').length,
  };
}

/** The bars of a path. */
const barsOf = (d) => d.split('z').filter(Boolean).map((part) => {
  const [, x, zero, top, width] = part.match(/^M([\d.]+) ([\d.]+)V([\d.]+)h([\d.]+)V\2$/) ?? assert.fail(part);
  return { x: Number(x), zero: Number(zero), y: Number(top), width: Number(width) };
});

/** The points of a path of lines. */
const pointsOf = (d) => d.split(/[ML]/).filter(Boolean).map((part) => {
  const [x, y] = part.split(' ').map(Number);
  return { x, y };
});

/** The factor that the heading names beside the unit: 1e6 for `million USD`. */
function factorOf(whole, unit) {
  const heading = whole?.replace(unit ?? '', '');
  const [, power] = heading?.match(/× 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/) ?? [];
  if (power) return Number(`1e${[...power].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).map((digit) => (digit < 0 ? '-' : digit)).join('')}`);
  return { million: 1e6, billion: 1e9, trillion: 1e12 }[heading?.match(/\b(million|billion|trillion)\b/)?.[1]] ?? 1;
}

test('numbers', async (t) => {
  // Translations draw the same numbers in other words; a test in Rust holds them to the original.
  const paths = (await pagesWithCharts()).filter((path) => !path.startsWith('es/'));
  assert.ok(paths.length > 0, 'no page of the site has a chart');
  for (const path of paths) {
    const page = await site.open(path, { details: true });
    const asked = charts(path);
    const figures = await page.evaluate(`[...document.querySelectorAll('figure.chart')].map(${readFigure})`);
    for (const figure of figures) {
      await t.test(`${path} ${figure.id}`, () => check(figure, asked[figure.id]));
    }
    await page.close();
  }
});

async function check(figure, chart) {
  assert.ok(chart, 'figures.yaml has this chart');
  assert.equal(figure.scripts, 0);
  const download = await (await fetch(figure.csv)).text();
  const made = csv(download);
  if (chart.rows) assert.equal(download, chart.text, 'the download is the file');
  else assert.deepEqual(made.map((row) => row.figure), chart.values.map((value) => value.of));
  const expected = chart.rows ?? made.map((row) => ({
    x: row.label, series: row.series || null, value: cellNumber(row.value), shown: row.shown,
  }));

  const rows = figure.rows.map((row) => [row.x, row.series, pageNumber(row.value)]);
  assert.deepEqual(rows, expected.map((row) => [pagePlace(row.x), row.series, row.value]), 'the table has every row');
  if (figure.rows.some((row) => row.shown !== null)) {
    assert.deepEqual(figure.rows.map((row) => row.shown), expected.map((row) => row.shown ?? ''));
  }
  if (figure.form === 'rows') return checkLying(figure, expected);
  assert.ok(figure.panels.length > 0);
  const names = figure.series.length > 0 ? figure.series : [null];
  const drawn = figure.panels.length > 1
    ? figure.panels.map((panel, index) => [panel, figure.form === 'line' ? panel.lines[0] : panel.bars[0], names[index]])
    : names.map((name, index) => [figure.panels[0], (figure.form === 'line' ? figure.panels[0].lines : figure.panels[0].bars)[index], name]);
  for (const [panel, path, name] of drawn) {
    const own = expected.filter((row) => name === null || row.series === name);
    checkPath(figure, chart.unit, panel, path, own.filter((row) => row.value !== null));
  }
}

function checkLying(figure, expected) {
  assert.equal(figure.lying.length, expected.length);
  const values = expected.map((row) => row.value ?? 0);
  const span = Math.max(0, ...values) - Math.min(0, ...values);
  for (const bar of figure.lying) {
    const row = expected.find((one) => one.x === bar.name);
    assert.ok(row, bar.name);
    assert.equal(bar.value, row.shown || bar.value);
    if (!row.shown) assert.equal(pageNumber(bar.value), row.value);
    const length = ((row.value ?? 0) / span) * bar.room;
    const off = Math.max(Math.abs(bar.left - Math.min(0, length)), Math.abs(bar.right - Math.max(0, length)));
    assert.ok(off <= 1, `the bar of ${bar.name} is ${off} pixels off`);
  }
}

function checkPath(figure, unit, panel, path, rows) {
  const factor = factorOf(figure.heading, unit);
  const [low, high] = [panel.labels[0], panel.labels.at(-1)];
  const [least, most] = [low, high].map((label) => pageNumber(label.text) * factor);
  const value = (y) => least + ((low.y - y) / (low.y - high.y)) * (most - least);
  const pixel = Math.abs(value(1) - value(0));
  const marks = figure.form === 'line' ? pointsOf(path) : barsOf(path);
  assert.equal(marks.length, rows.length);
  marks.forEach((mark, index) => {
    const off = Math.abs(value(mark.y) - rows[index].value) / pixel;
    assert.ok(off <= 1, `${rows[index].x} is ${off} pixels off`);
    if (mark.width) assert.ok(Math.abs(value(mark.zero)) / pixel <= 0.1, 'bars start at zero');
  });
  assert.ok(marks.slice(1).every((mark, index) => mark.x > marks[index].x), 'in the order of the file');
}
