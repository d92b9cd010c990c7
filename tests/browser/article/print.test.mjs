// On paper: the text first, then the notes in the order of their numbers, all of them unfolded, with
// the addresses of sources and nothing that wants a click.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { openNote } from './notes.mjs';

for (const path of await articles()) {
  test(`print: ${path}`, async () => {
    const page = await site.open(path);
    // A note that is open when the reader prints goes back to its place.
    await openNote(page, await page.$eval('.note', (note) => note.id.slice(2)));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForFunction(() => !document.querySelector('.note[popover]'));
    await page.look({ media: 'print' });
    await page.setViewport({ width: 700, height: 900 });
    const seen = await page.evaluate(() => {
      const visible = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && one.getClientRects().length > 0;
      const notes = [...document.querySelectorAll('.note')];
      const ends = [...document.querySelectorAll('.article-text :is(p, li, td, h2, h3):not(.note *)')].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const inside = [...one.childNodes].filter((node) => !(node.nodeType === 1 && node.matches('.note, ul, ol')));
        if (inside.length) range.setEndAfter(inside.at(-1));
        return range.getBoundingClientRect().bottom;
      });
      const inLists = (note) => Boolean(note.closest('li'));
      return {
        end: Math.max(...ends),
        notes: notes.map((note) => ({
          number: Number(note.querySelector('.note-number').textContent),
          top: note.getBoundingClientRect().top,
          item: note.closest('li')?.getBoundingClientRect().top ?? null,
          inList: inLists(note),
          folded: [...note.querySelectorAll('details > :not(summary, .note-links)')].filter((one) => !visible(one)).length,
          texts: note.querySelectorAll('details > :not(summary)').length,
        })),
        clickable: [...document.querySelectorAll('button, summary, nav, .skip, .back, .ways, .note-links, .tools')].filter(visible).map((one) => one.outerHTML.slice(0, 60)),
        sources: [...document.querySelectorAll('.sources a[href^="http"]')].map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content, visible(link)]),
        wide: document.scrollingElement.scrollWidth - innerWidth,
      };
    });
    const after = seen.notes.filter((note) => !note.inList);
    assert.ok(after.every((note) => note.top >= seen.end - 1), `notes follow the text: ${seen.end}, ${JSON.stringify(after)}`);
    for (const group of [after, seen.notes.filter((note) => note.inList)]) {
      const numbers = [...group].sort((a, b) => a.top - b.top).map((note) => note.number);
      assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b), 'in the order of their numbers');
    }
    for (const note of seen.notes) {
      assert.ok(note.texts > 0 && note.folded === 0, `note ${note.number} is unfolded`);
      if (note.inList) assert.ok(note.top > note.item, `note ${note.number} stands under its entry of the list`);
    }
    assert.deepEqual(seen.clickable, []);
    assert.ok(seen.sources.length > 0);
    for (const [href, content, shown] of seen.sources) {
      assert.ok(shown && (content.includes('attr(href)') || content.includes(href)), `${href}: ${content}`);
    }
    assert.ok(seen.wide <= 0, `${seen.wide} pixels are lost at the side`);

    const pdf = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
