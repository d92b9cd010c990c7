// Addresses with a hash lead to a note, unfolded, or to the words of a claim, marked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { numbers, openNote, opened } from './notes.mjs';

/** Whether a note is unfolded and its head stands in the window. */
const shown = (page, id) => page.$eval(`#n-${id}`, (note) => {
  const { top, height } = note.getBoundingClientRect();
  const inside = top >= -1 && top < innerHeight - Math.min(height, 60);
  return { unfolded: note.querySelector('details').open, visible: note.checkVisibility() && inside };
});

for (const path of await articles()) {
  for (const width of [375, 1280]) {
    test(`links: ${path} at ${width}`, async () => {
      const page = await site.open(path, { width });
      const ids = await numbers(page);
      const [first, last] = [ids[0], ids.at(-1)];
      const follow = (selector) => page.$eval(selector, (link) => link.click());

      await follow(`.checks a[href="#n-${last}"]`);
      assert.deepEqual(await shown(page, last), { unfolded: true, visible: true });
      assert.equal(await opened(page), null);
      await page.evaluate((id) => { location.hash = `#n-${id}`; }, first);
      await page.waitForFunction((id) => document.querySelector(`#n-${id} details`).open, {}, first);
      assert.deepEqual(await shown(page, first), { unfolded: true, visible: true });
      const named = await page.$$eval('mark.current', (marks) => marks.map((mark) => mark.dataset.claim.split(' ')));
      assert.ok(named.length > 0 && named.every((claims) => claims.includes(first)), `its words stand out, and no others: ${named}`);

      const glow = (id) => page.$eval(`#c-${id}`, (mark) => getComputedStyle(mark).backgroundColor);
      const plain = await glow(last);
      await follow(`#n-${last} .back`);
      assert.notEqual(await glow(last), plain, 'the words stand out');
      const { top, bottom } = await page.$eval(`#c-${last}`, (mark) => mark.getBoundingClientRect().toJSON());
      assert.ok(top >= 0 && bottom <= 900);

      // A link that leads away from an open note closes it.
      await openNote(page, first);
      await page.evaluate((id) => { location.hash = `#n-${id}`; }, last);
      await page.waitForFunction(() => !document.querySelector('.note[popover]'));
      assert.deepEqual(await shown(page, last), { unfolded: true, visible: true });

      // One verdict alone is shown, and the link leads to a check of another.
      await page.evaluate((id) => {
        const verdict = document.querySelector(`#n-${id} .verdict`).textContent;
        [...document.querySelectorAll('button.only')].find((one) => one.value !== verdict).click();
        location.hash = `#n-${id}`;
      }, first);
      await page.waitForFunction((id) => !document.getElementById(`n-${id}`).hidden, {}, first);
      assert.deepEqual(await shown(page, first), { unfolded: true, visible: true });
      assert.deepEqual(page.complaints, []);
      await page.close();

      const fresh = await site.open(`${path}#n-${last}`, { width });
      await fresh.waitForFunction((id) => {
        const { top } = document.getElementById(`n-${id}`).getBoundingClientRect();
        return top > -2 && top < innerHeight;
      }, { timeout: 5000 }, last);
      assert.deepEqual(await shown(fresh, last), { unfolded: true, visible: true });
      await fresh.close();
    });
  }

}

test('links: hashes that lead nowhere', async () => {
  const [path] = await articles();
  for (const hash of ['#%', '#%E0%A4%A', '#n-', '#nothing', '#<b>']) {
    const page = await site.open(path + hash);
    const [id] = await numbers(page);
    await openNote(page, id);
    assert.equal(await opened(page), `n-${id}`, hash);
    assert.deepEqual(page.complaints, [], hash);
    await page.close();
  }
});
