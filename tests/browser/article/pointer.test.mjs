// With a mouse or a finger: the words of a claim open its note, a click elsewhere closes it, and the
// text stays where it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { numbers, openNote, opened, paragraphs, pointOn, settled } from './notes.mjs';

/** How the open note is ringed. */
const ring = (page, id) => page.$eval(`#n-${id}`, (note) => getComputedStyle(note).outlineStyle);

for (const path of await articles()) {
  for (const width of [375, 1280]) {
    test(`pointer: ${path} at ${width}`, async () => {
      const page = await site.open(path, { width });
      const ids = (await numbers(page)).slice(0, width === 1280 ? 8 : 4);
      const before = await paragraphs(page);
      let last = null;
      for (const id of ids) {
        const at = await pointOn(page, id);
        if (!at) continue; // all of its words are under other claims, or a link
        await page.mouse.click(at.x, at.y);
        assert.equal(await opened(page), `n-${id}`, 'a click on the words opens the note');
        assert.deepEqual(await paragraphs(page), before, 'the text stays where it is');
        assert.equal(await ring(page, id), 'none', 'no ring for a pointer');
        await settled(page);
        assert.equal(await page.$$eval('mark.current', (marks) => marks.every((mark) => mark.dataset.claim.split(' ').includes(document.querySelector(':popover-open').id.slice(2)))), true);
        last = id;
      }
      assert.ok(last, 'a claim was clicked');
      await page.mouse.click(3, 3);
      assert.equal(await opened(page), null, 'a click beside closes');
      await settled(page);
      assert.deepEqual(await paragraphs(page), before, 'the text is where it was');
      assert.equal(await page.$$eval('.note[popover], .note .tools, mark.current', (left) => left.length), 0);

      const [first, second] = ids;
      for (const id of [first, second]) {
        const reference = await page.$(`a.noteref[href="#n-${id}"]`);
        await reference.evaluate((link) => link.scrollIntoView({ block: 'center' }));
        await reference.click();
        assert.equal(await opened(page), `n-${id}`, 'a click on the reference opens, and closes the other');
        await page.keyboard.press('Escape');
        await settled(page);
        await reference.focus();
        await page.keyboard.press('Enter');
        assert.notEqual(await ring(page, id), 'none', 'a ring for keys');
        await page.$eval(`#n-${id} button[value="0"]`, (button) => button.click());
      }
      assert.equal(new URL(page.url()).hash, '', 'the address stays');
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }
}

test('pointer: words that are selected, and links among them, open nothing', async (t) => {
  for (const path of await articles()) {
    const page = await site.open(path);
    const [id] = await numbers(page);
    const at = await pointOn(page, id);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    // Selected by hand, since how far a drag reaches hangs on the font.
    await page.evaluate(({ x, y }) => getSelection().selectAllChildren(document.elementFromPoint(x, y).closest('mark')), at);
    await page.mouse.up();
    assert.equal(await opened(page), null, `${path}: selecting opens nothing`);
    const link = await page.$('mark.claim a[href^="http"]');
    if (link) {
      await t.test(`${path}: a link inside`, async () => {
        await page.evaluate(() => addEventListener('click', (event) => { window.followed = !event.defaultPrevented; event.preventDefault(); }));
        await link.click();
        assert.deepEqual([await page.evaluate(() => window.followed), await opened(page)], [true, null]);
      });
    }
    for (const key of ['Control', 'Shift', 'Alt']) {
      await page.evaluate(() => { getSelection().empty(); addEventListener('click', (event) => event.preventDefault()); });
      await page.keyboard.down(key);
      await page.mouse.click(at.x, at.y);
      await page.keyboard.up(key);
      assert.equal(await opened(page), null, `${path}: ${key} and a click are the browser's`);
    }
    await page.close();
  }
});

test('pointer: a window of another width closes the card, of another height does not', async () => {
  const [path] = await articles();
  const page = await site.open(path, { width: 1280 });
  const [id] = await numbers(page);
  await openNote(page, id);
  await page.setViewport({ width: 1280, height: 700 });
  assert.equal(await opened(page), `n-${id}`);
  await page.setViewport({ width: 640, height: 700 });
  await page.waitForFunction(() => !document.querySelector('.note[popover]'));
  await page.close();
});
