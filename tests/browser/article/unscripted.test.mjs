// Without scripts everything can be read, nothing is offered that does nothing, and all links lead
// somewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';

for (const path of await articles()) {
  for (const width of [375, 1280]) {
    test(`unscripted: ${path} at ${width}`, async () => {
      const page = await site.open(path, { width, script: false });
      const seen = await page.evaluate(() => ({
        scripted: Boolean(window.matchMedia('(scripting: enabled)').matches),
        notes: [...document.querySelectorAll('.note')].map((note) => [note.id, note.checkVisibility(), note.querySelector('.finding').getBoundingClientRect().height > 10]),
        buttons: [...document.querySelectorAll('button')].filter((button) => button.checkVisibility()).map((button) => button.textContent),
        lost: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash),
        marks: [...document.querySelectorAll('mark.claim')].flatMap((mark) => mark.dataset.claim.split(' ')).filter((id) => !document.getElementById(`c-${id}`) || !document.getElementById(`n-${id}`)),
        tools: document.querySelectorAll('.note .tools').length,
      }));
      assert.equal(seen.scripted, false);
      assert.ok(seen.notes.length > 0);
      assert.deepEqual(seen.notes.filter(([, visible, tall]) => !visible || !tall), []);
      assert.deepEqual([seen.buttons, seen.lost, seen.marks, seen.tools], [[], [], [], 0]);

      const [id] = seen.notes.at(-1);
      await page.focus(`#${id} summary`);
      await page.keyboard.press('Enter');
      assert.ok(await page.$eval(`#${id} details > p`, (reason) => reason.checkVisibility({ contentVisibilityAuto: true })));
      await page.focus(`a.noteref[href="#${id}"]`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(`location.hash === '#${id}'`);
      const { top } = await page.$eval(`#${id}`, (note) => note.getBoundingClientRect().toJSON());
      assert.ok(top >= -1 && top < 900, `the note is in the window: ${top}`);
      await page.focus(`#${id} .back`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(`location.hash === '#c-${id.slice(2)}'`);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
  }
}
