// The buttons at the head of an article show the checks of one verdict alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { focused, numbers, openNote, opened, settled } from './notes.mjs';

/** What of each claim can be seen, in the order of numbers. */
const seen = async (page) => await settled(page) && page.evaluate(() => ({
  pressed: [...document.querySelectorAll('button.only[aria-pressed="true"]')].map((one) => one.value),
  told: document.getElementById('fp-shown').textContent,
  notes: [...document.querySelectorAll('.note')].filter((note) => note.checkVisibility()).map((note) => note.id.slice(2)),
  rows: [...document.querySelectorAll('.checks > li')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('a').hash.slice(3)),
  references: [...document.querySelectorAll('a.noteref:not(.off)')].map((link) => link.hash.slice(3)),
  marks: [...new Set([...document.querySelectorAll('mark.claim:not(.off)')].flatMap((mark) => mark.dataset.claim.split(' ')))],
}));

for (const path of await articles()) {
  test(`filters: ${path}`, async () => {
    const page = await site.open(path);
    const ids = await numbers(page);
    const verdicts = Object.fromEntries(await page.$$eval('.note', (notes) => notes.map((note) => [note.id.slice(2), note.querySelector('.verdict').textContent])));
    const whole = await seen(page);
    assert.deepEqual([whole.told, whole.pressed], ['', []]);
    assert.deepEqual(whole.notes, ids);
    assert.equal(await page.$eval('#fp-shown', (told) => told.getAttribute('role')), 'status');
    const looks = () => page.$$eval('mark.claim', (marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine + getComputedStyle(mark).textDecorationStyle + getComputedStyle(mark).textDecorationColor));
    const before = await looks();

    const labels = await page.$$eval('button.only', (buttons) => buttons.map((button) => button.value));
    assert.deepEqual([...labels].sort(), [...new Set(Object.values(verdicts))].filter((label) => label !== 'Withdrawn').sort(), 'a button for each verdict');
    for (const [index, label] of labels.entries()) {
      const button = (await page.$$('button.only'))[index];
      const wanted = ids.filter((id) => verdicts[id] === label);
      await button.focus();
      await page.keyboard.press('Space');
      const one = await seen(page);
      assert.deepEqual(one.pressed, [label]);
      const counts = one.told.match(/\d+/g)?.map(Number);
      assert.deepEqual(counts, [wanted.length, ids.length], `in the language of the page: ${one.told}`);
      assert.deepEqual(one.notes, wanted);
      assert.deepEqual([...one.rows].sort(), [...wanted].sort());
      assert.deepEqual([...one.references].sort(), [...wanted].sort());
      assert.ok(wanted.every((id) => one.marks.includes(id)), 'their words are marked');
      const marks = await page.$$eval('mark.claim', (all) => all.map((mark) => [mark.dataset.claim.split(' '), mark.classList.contains('off')]));
      for (const [claims, off] of marks) assert.equal(off, !claims.some((id) => wanted.includes(id)), claims.join(' '));
      const after = await looks();
      for (const [at, [, off]] of marks.entries()) if (off) assert.notEqual(after[at], before[at], 'other marks look different');

      // Previous and next go through these alone.
      await openNote(page, wanted[0]);
      const rtl = await page.$eval('.article-text', (text) => getComputedStyle(text).direction === 'rtl');
      for (const id of wanted.slice(1)) {
        await page.keyboard.press(rtl ? 'ArrowLeft' : 'ArrowRight');
        assert.equal(await opened(page), `n-${id}`);
      }
      assert.equal(await page.$eval('.tools [value="1"]', (next) => next.disabled), true);
      await page.keyboard.press('Escape');
      if (index + 1 < labels.length && index % 2 === 0) continue; // straight to the next verdict
      await (await page.$$('button.only'))[index].focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await seen(page), whole, 'once more shows all');
    }

    // So does the button beside what is told, which hands the focus back.
    assert.equal(await page.$eval('button.all', (all) => all.checkVisibility()), false);
    await page.$eval('button.only', (button) => button.click());
    assert.equal(await page.$eval('button.all', (all) => all.checkVisibility()), true);
    await page.focus('button.all');
    await page.keyboard.press('Enter');
    assert.deepEqual(await seen(page), whole);
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelector('button.only')), true);
    assert.equal(await page.$eval('button.all', (all) => all.checkVisibility()), false);

    // A reference to a note that is not shown shows all again, and opens it.
    await page.$eval('button.only', (button) => button.click());
    const other = ids.find((id) => verdicts[id] !== labels[0]);
    await openNote(page, other);
    assert.deepEqual([await opened(page), await focused(page)], [`n-${other}`, `#n-${other}`]);
    await page.keyboard.press('Escape');
    assert.deepEqual(await seen(page), whole);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
