// Text and notes stand apart at every width, in both colour schemes, at a zoom of 400 per cent (320
// pixels are that of a window of 1280) and with the spacing of WCAG 1.4.12.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles } from '../pages.mjs';
import { site } from '../site.mjs';
import { unanchor } from './notes.mjs';

const WIDTHS = [320, 375, 768, 1100, 1280, 1920];

/** What stands where: of the page, of every note, its reference's line, and all that can be read. */
function measure() {
  const box = ({ left, right, top, bottom }) => ({ left, right, top: top + scrollY, bottom: bottom + scrollY });
  const notes = [...document.querySelectorAll('.note[id]')];
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: parent, textContent } = texts.currentNode;
    if (!textContent.trim() || parent.closest('.note, .visually-hidden, .skip, template, script') || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const rect of range.getClientRects()) if (rect.width > 1) lines.push({ text: textContent.trim().slice(0, 40), ...box(rect) });
  }
  return {
    wide: document.scrollingElement.scrollWidth - innerWidth,
    out: [...document.querySelectorAll('body *')].filter((one) => {
      if (!one.checkVisibility() || one.closest('.visually-hidden, .skip, svg, .table, table, pre, [popover], .chart')) return false;
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
    }).map((one) => one.outerHTML.slice(0, 90)),
    cut: notes.filter((note) => note.scrollWidth > note.clientWidth + 1).map((note) => note.id),
    column: box(document.querySelector('.article-text').getBoundingClientRect()),
    lines,
    notes: notes.map((note) => {
      const link = document.querySelector(`a.noteref[href="#${note.id}"]`);
      return {
        id: note.id,
        number: Number(note.querySelector('.note-number').textContent),
        ...box(note.getBoundingClientRect()),
        reference: box(link.getBoundingClientRect()),
        line: parseFloat(getComputedStyle(link.parentElement).lineHeight),
      };
    }),
  };
}

const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

function check(seen, width, { anchored = true } = {}) {
  assert.ok(seen.wide <= 0, `the page scrolls sideways by ${seen.wide}`);
  assert.deepEqual(seen.out, [], 'out of the window');
  assert.deepEqual(seen.cut, [], 'cut off in a note');
  seen.notes.forEach((note, index) => {
    const where = JSON.stringify(note);
    assert.ok(note.bottom - note.top > 16, where);
    for (const other of seen.notes.slice(index + 1)) {
      assert.ok(!meet(note, other), `${note.id} and ${other.id} lie on each other at ${where}, ${JSON.stringify(other)}`);
    }
    for (const line of seen.lines) assert.ok(!meet(note, line), `${note.id} lies on “${line.text}”: ${where}, ${JSON.stringify(line)}`);
    if (index > 0) assert.ok(note.top >= seen.notes[index - 1].top, `in order: ${where}`);
    if (width >= 1100) {
      assert.ok(note.left >= seen.column.right || note.right <= seen.column.left, `in the margin: ${where}`);
      if (!anchored) return;
      assert.ok(note.top >= note.reference.top - note.line, `not before its line: ${where}`);
      // Right beside its line, where no note before it takes the place.
      const above = seen.notes[index - 1];
      const free = Math.max(note.reference.top, above ? above.bottom + 60 : 0);
      assert.ok(note.top <= free + note.line, `beside its line: ${where}`);
    } else {
      assert.ok(note.top >= note.reference.bottom - note.line, `after its line: ${where}`);
    }
  });
}

/** The least spacing that WCAG 1.4.12 asks pages to bear. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Adds a style sheet, as a reader's own: the site's policy allows no other. */
const restyle = (page, css) => page.evaluate(async (text) => {
  const sheet = new CSSStyleSheet();
  await sheet.replace(text);
  document.adoptedStyleSheets = text ? [sheet] : [];
}, css);

for (const path of await articles()) {
  test(`layout: ${path}`, async (t) => {
    const page = await site.open(path);
    for (const dark of [false, true]) {
      await page.look({ dark });
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 900 });
        await t.test(`${width}, ${dark ? 'dark' : 'light'}`, async () => check(await page.evaluate(measure), width));
      }
    }
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 900 });
      for (const [name, before, after] of [
        ['all notes unfolded', () => { for (const one of document.querySelectorAll('details')) one.open = true; }, () => { for (const one of document.querySelectorAll('details')) one.open = false; }],
        ['a page from right to left', () => { document.documentElement.dir = 'rtl'; }, () => { document.documentElement.dir = ''; }],
      ]) {
        await page.evaluate(before);
        await t.test(`${width}, ${name}`, async () => check(await page.evaluate(measure), width));
        await page.evaluate(after);
      }
      await restyle(page, SPACED);
      await t.test(`${width}, wide spacing`, async () => check(await page.evaluate(measure), width));
      await restyle(page, '');
    }
    await unanchor(page);
    for (const width of [320, 1100, 1280, 1920]) {
      await page.setViewport({ width, height: 900 });
      await t.test(`${width}, in a browser without anchors`, async () => check(await page.evaluate(measure), width, { anchored: false }));
    }
    await t.test('lines of 55 to 80 characters at 1280', async () => {
      const counts = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.article-text > p, .part > p')].filter((one) => one.textContent.length > 250 && getComputedStyle(one).direction === 'ltr');
        return paragraphs.flatMap((one) => {
          const [copy, tops] = [document.createElement('p'), new Map()];
          copy.textContent = one.textContent.replaceAll(/\s+/g, ' ').trim();
          document.querySelector('.article-text').append(copy);
          const range = document.createRange();
          for (let at = 0; at < copy.firstChild.length; at += 1) {
            range.setStart(copy.firstChild, at);
            range.setEnd(copy.firstChild, at + 1);
            const top = Math.round(range.getBoundingClientRect().top);
            tops.set(top, (tops.get(top) ?? 0) + 1);
          }
          copy.remove();
          return [...tops.values()].slice(0, -1).filter((count) => count > 20);
        });
      });
      if (counts.length === 0) return;
      const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      assert.ok(average >= 55 && average <= 80, `${average} characters a line`);
    });
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
