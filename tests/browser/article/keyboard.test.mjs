// All of an article can be read with a keyboard alone: references open their notes, focus goes into
// them and comes back, and no single letter does anything (WCAG 2.1.4).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { focused, focusReference, numbers, openNote, opened, settled } from './notes.mjs';

for (const path of await articles()) {
  test(`keyboard: ${path}`, async (t) => {
    const page = await site.open(path);
    const ids = await numbers(page);

    await t.test('Tab comes to every reference, in the order of the text, and to every note', async () => {
      const expected = await page.$$eval('a.noteref, .note .back, .note summary', (all) => all.map((one) => one.outerHTML));
      await page.evaluate(() => {
        const start = Object.assign(document.createElement('i'), { tabIndex: -1 });
        document.querySelector('.article').prepend(start);
        start.focus();
        window.seen = [];
        window.hidden = [];
        document.addEventListener('focusin', ({ target }) => {
          const box = target.getBoundingClientRect();
          if (!box.width || box.top >= innerHeight || box.bottom <= 0) window.hidden.push(target.outerHTML);
          if (target.matches('a.noteref, .note .back, .note summary')) window.seen.push(target.outerHTML);
        });
      });
      const stops = await page.$$eval('.article a[href], .article button, .article summary, .article [tabindex]', (all) => all.length);
      for (let step = 0; step < stops; step += 1) await page.keyboard.press('Tab');
      const [seen, hidden] = await page.evaluate(() => [window.seen.slice(0, 1000), window.hidden]);
      assert.deepEqual(hidden, [], 'focus out of sight');
      assert.deepEqual(seen.slice(0, expected.length), expected);
    });

    await t.test('Enter opens a note, Escape closes it, and focus returns', async () => {
      for (const id of ids.slice(0, 4)) {
        await focusReference(page, id);
        await page.keyboard.press('Enter');
        assert.equal(await opened(page), `n-${id}`);
        assert.equal(await focused(page), `#n-${id}`, 'focus is in the note');
        assert.ok(await page.$eval(`#n-${id} details`, (details) => details.open), 'its reason can be read');
        await page.keyboard.press('Escape');
        assert.equal(await opened(page), null);
        assert.equal(await focused(page), `reference ${id}`);
        await settled(page);
        const left = await page.$eval(`#n-${id}`, (note) => [note.hasAttribute('popover'), Boolean(note.getAttribute('style')), note.hasAttribute('tabindex'), note.querySelector('details').open]);
        assert.deepEqual(left, [false, false, false, false], 'the note is as it was');
      }
    });

    await t.test('inside, Tab goes to the buttons and then to the links, and leaving closes', async () => {
      const id = ids[Math.floor(ids.length / 2)];
      await openNote(page, id);
      const expected = await page.$eval(`#n-${id}`, (note) => [...note.querySelectorAll('button:not(:disabled), a[href]')].map((one) => one.outerHTML));
      assert.deepEqual(
        await page.$$eval(`#n-${id} button`, (buttons) => buttons.map((button) => [button.value, button.textContent !== '', button.disabled])),
        [['-1', true, false], ['1', true, false], ['0', true, false]],
      );
      for (const html of expected) {
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.outerHTML), html);
      }
      await page.keyboard.press('Tab');
      assert.equal(await opened(page), null, 'a note does not cover what has the focus');
      assert.equal(await page.$eval(`#n-${id}`, (note) => note.contains(document.activeElement)), false);
      await page.keyboard.down('Shift');
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      assert.equal(await opened(page), null);
    });

    await t.test('arrows lead from note to note, the way the text runs, and end at the ends', async () => {
      const rtl = await page.$eval('.article-text', (text) => getComputedStyle(text).direction === 'rtl');
      const [next, previous] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      await openNote(page, ids[0]);
      assert.deepEqual(await page.$$eval('.tools button', (all) => all.map((one) => one.disabled)), [true, ids.length === 1, false]);
      await page.keyboard.press(previous);
      assert.equal(await opened(page), `n-${ids[0]}`);
      for (const id of ids.slice(1)) {
        await page.keyboard.press(next);
        assert.deepEqual([await opened(page), await focused(page)], [`n-${id}`, `#n-${id}`]);
      }
      assert.deepEqual(await page.$$eval('.tools button', (all) => all.map((one) => one.disabled)), [ids.length === 1, true, false]);
      await page.keyboard.press(next);
      assert.equal(await opened(page), `n-${ids.at(-1)}`);
      await page.keyboard.press(previous);
      assert.equal(await opened(page), `n-${ids.at(-2)}`);
      await page.keyboard.press('Escape');
      assert.equal(await focused(page), `reference ${ids.at(-2)}`);
      await page.keyboard.press(next);
      assert.equal(await opened(page), null, 'arrows scroll while no note is open');
    });

    await t.test('letters, and arrows with other keys, do nothing', async () => {
      await settled(page);
      const before = await page.evaluate(() => document.querySelector('main').innerHTML);
      await focusReference(page, ids[1]);
      for (const key of [...'abcdefghijklmnopqrstuvwxyz0123456789?/.,[]', 'ArrowLeft', 'ArrowRight']) {
        await page.keyboard.press(key);
      }
      assert.equal(await page.evaluate(() => document.querySelector('main').innerHTML), before);
      await openNote(page, ids[1]);
      for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/.,[]') await page.keyboard.press(key);
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.up('Shift');
      assert.equal(await opened(page), `n-${ids[1]}`);
      await page.keyboard.press('Escape');
    });

    await t.test('buttons and the way back work by key', async () => {
      const id = ids[1];
      await openNote(page, id);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await opened(page), `n-${ids[0]}`, 'Previous');
      await page.keyboard.press('Tab'); // Previous is off here
      await page.keyboard.press('Space');
      assert.equal(await opened(page), `n-${id}`, 'Next');
      const close = await page.$(`#n-${id} button[value="0"]`);
      await close.focus();
      await page.keyboard.press('Enter');
      assert.equal(await opened(page), null, 'Close');
      assert.equal(await focused(page), `reference ${id}`);
      await openNote(page, id);
      await page.focus(`#n-${id} .back`);
      await page.keyboard.press('Enter');
      assert.equal(await opened(page), null, 'Back');
      assert.equal(await focused(page), `reference ${id}`);
    });

    await t.test('a note is unfolded where it stands by its own summary', async () => {
      const id = ids.at(-1);
      await page.focus(`#n-${id} summary`);
      await page.keyboard.press('Enter');
      assert.ok(await page.$eval(`#n-${id} details`, (details) => details.open));
      assert.equal(await opened(page), null);
      await openNote(page, id);
      await page.keyboard.press('Escape');
      await settled(page);
      assert.ok(await page.$eval(`#n-${id} details`, (details) => details.open), 'it stays unfolded');
      await page.focus(`#n-${id} summary`);
      await page.keyboard.press('Space');
      assert.ok(!(await page.$eval(`#n-${id} details`, (details) => details.open)));
    });

    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
