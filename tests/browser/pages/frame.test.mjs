// The frame of all pages: navigation and footer run in lines, and take little room.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOfEveryKind } from '../pages.mjs';
import { site } from '../site.mjs';

/** The lists of the frame: how they are marked, and how many of their entries start a line. */
function lists() {
  return [...document.querySelectorAll('.site-header ul, .site-footer ul')].map((list) => {
    const tops = [...list.children].map((entry) => Math.round(entry.getBoundingClientRect().top));
    return { place: list.closest('header, footer').localName, bullets: getComputedStyle(list).listStyleType, entries: tops.length, lines: new Set(tops).size };
  });
}

for (const { path, kind } of await pagesOfEveryKind()) {
  if (['moved', '404'].includes(kind)) continue; // they have the same frame
  test(`frame: ${kind}: ${path}`, async () => {
    for (const [width, most] of [[1280, { header: 1, footer: 2 }], [375, { header: 3, footer: 4 }]]) {
      const page = await site.open(path, { width });
      for (const list of await page.evaluate(lists)) {
        assert.equal(list.bullets, 'none');
        assert.ok(list.lines <= Math.min(most[list.place], list.entries), `at ${width}: ${JSON.stringify(list)}`);
      }
      await page.close();
    }
  });
}
