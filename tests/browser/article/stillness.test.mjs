// Nothing moves while a page loads: the cumulative layout shift is nought.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';

/** Runs before the page's own scripts and keeps every shift. */
function watch() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.shifts.push([shift.value, ...shift.sources.map((one) => one.node?.outerHTML?.slice(0, 80))]);
  }).observe({ type: 'layout-shift', buffered: true });
}

for (const path of await articles()) {
  for (const width of [375, 1280]) {
    test(`stillness: ${path} at ${width}`, async () => {
      const page = await site.open(path, { width, before: watch });
      // Two frames later all that loading moved has been told.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      await page.close();
    });
  }
}
