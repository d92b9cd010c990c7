// Where an open note stands: in the margin beside its words where there is one, as a card under them
// where there is none, and as a sheet at the foot of a telephone; never upon the words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { numbers, openNote, opened, unanchor } from './notes.mjs';

const PLACES = { 320: 'sheet', 375: 'sheet', 768: 'card', 1100: 'margin', 1280: 'margin', 1920: 'margin' };

/** The boxes of the open note, the line of its reference, and the text's column. */
const boxes = (page) => page.evaluate(() => {
  const box = (one) => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left, right, top, bottom }; };
  const note = document.querySelector(':popover-open');
  return {
    note: box(note),
    words: box(document.querySelector(`a.noteref[href="#${note.id}"]`)),
    text: box(document.querySelector('.article-text')),
    window: { width: innerWidth, height: innerHeight },
    scrolls: getComputedStyle(note).overflowY !== 'visible' || note.scrollHeight <= note.clientHeight,
    top: document.elementFromPoint(note.getBoundingClientRect().left + 20, note.getBoundingClientRect().top + 20)?.closest('.note') === note,
  };
});

for (const path of await articles()) {
  test(`places: ${path}`, async (t) => {
    const page = await site.open(path);
    const ids = await numbers(page);
    const some = ids.filter((_, index) => index < 10 || index === ids.length - 1);
    for (const [width, place] of Object.entries(PLACES)) {
      await t.test(`${place} at ${width}`, async () => {
        await page.setViewport({ width: Number(width), height: width < 600 ? 700 : 900 });
        for (const id of some) {
          await openNote(page, id);
          assert.equal(await opened(page), `n-${id}`);
          check(await boxes(page), place, id);
          await page.keyboard.press('Escape');
        }
      });
    }
    await t.test('in the margin at 1280, in a browser without anchors', async () => {
      await page.setViewport({ width: 1280, height: 900 });
      await unanchor(page);
      for (const id of some.slice(0, 4)) {
        await openNote(page, id);
        check(await boxes(page), 'margin', id);
        await page.keyboard.press('Escape');
      }
    });
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

function check({ note, words, text, window, scrolls, top }, place, id) {
  const where = `${id}: ${JSON.stringify({ note, words, text, window })}`;
  assert.ok(top && scrolls, where);
  assert.ok(note.left >= 0 && note.right <= window.width + 0.5 && note.top >= 0 && note.bottom <= window.height + 0.5, `all of it is in the window: ${where}`);
  assert.ok(words.top >= -0.5 && words.bottom <= window.height + 0.5, `its words are in the window: ${where}`);
  const apart = note.left >= words.right || note.right <= words.left || note.top >= words.bottom || note.bottom <= words.top;
  assert.ok(apart, `the words can be seen: ${where}`);
  if (place === 'sheet') {
    assert.deepEqual([note.left, note.right, Math.round(note.bottom)], [0, window.width, window.height], where);
    assert.ok(words.bottom <= note.top, `above the sheet: ${where}`);
  } else if (place === 'card') {
    assert.ok(note.top >= words.bottom && note.top <= words.bottom + 24, `under the words: ${where}`);
    assert.ok(note.left >= text.left - 24 && note.right <= text.right + 24, where);
  } else {
    assert.ok(note.left >= text.right || note.right <= text.left, `beside the text: ${where}`);
    assert.ok(note.top <= words.bottom && note.bottom >= words.top, `at the height of the words: ${where}`);
  }
}
