// axe-core finds nothing: on a page of every kind, on all articles, as they open, with everything
// unfolded, and with a note open.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pagesOfEveryKind } from '../pages.mjs';
import { site } from '../site.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is. */
async function violations(page) {
  const { found, rules } = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { resultTypes: ['violations'], runOnly: tags });
    return { found: result.violations, rules: [...result.passes, ...result.incomplete].map(({ id }) => id) };
  }, TAGS);
  assert.ok(rules.includes('target-size'), 'the size of targets is looked at');
  const where = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ');
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${where(nodes)}`);
}

for (const { path, kind } of await pagesOfEveryKind()) {
  test(`axe: ${kind}: ${path}`, async (t) => {
    // The page of an old address leads away at once; without that it stays and can be looked at.
    const page = await site.open(path, kind === 'moved' ? { stay: true } : {});
    await page.evaluate(axe);
    for (const [width, dark, unfold, note] of [
      [320, false, true, false], [1280, true, false, false], [375, false, false, true], [1280, true, false, true],
    ]) {
      if (note && kind !== 'article') continue;
      await t.test(`${width}, ${dark ? 'dark' : 'light'}${unfold ? ', unfolded' : ''}${note ? ', a note open' : ''}`, async (t2) => {
        await page.setViewport({ width, height: 900 });
        await page.look({ dark });
        await page.$$eval('details', (list, open) => list.forEach((one) => { one.open = open; }), unfold);
        if (note) {
          const opened = await page.evaluate(() => {
            const links = [...document.querySelectorAll('a.noteref')];
            links[Math.floor(links.length / 2)]?.click();
            return Boolean(document.querySelector(':popover-open'));
          });
          if (!opened) return t2.skip('no notes');
        }
        assert.deepEqual(await violations(page), []);
        if (note) await page.keyboard.press('Escape');
      });
    }
    await page.close();
  });
}
