// What tests do with the notes of an open page, and ask about them.

/** Ids of the article's claims, in the order of their numbers. */
export const numbers = (page) => page.$$eval('.note[id]', (notes) => notes.map((note) => note.id.slice(2)));

/** The id of the note that is open beside the text; none where none is. */
export const opened = (page) => page.evaluate(() => {
  const open = [...document.querySelectorAll(':popover-open')];
  return open.length > 1 ? `${open.length} at once` : open[0]?.id ?? null;
});

/** What has the focus, in a short form. */
export const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  if (one.matches('a.noteref')) return `reference ${decodeURIComponent(one.hash.slice(3))}`;
  return one.id ? `#${one.id}` : one.tagName.toLowerCase();
});

/** Gives the focus to the reference of a claim. */
export const focusReference = (page, id) => page.focus(`a.noteref[href="#n-${id}"]`);

/** Opens a note by its reference, with a key. */
export async function openNote(page, id) {
  await focusReference(page, id);
  await page.keyboard.press('Enter');
}

/** Waits until every note that was closed stands in the text again. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector('.note[popover]:not(:popover-open)'));

/** A point on the words of a claim, in the window, that lies on its own mark; the words are brought into view. */
export const pointOn = (page, id) => page.evaluate((claim) => {
  const marks = [...document.querySelectorAll('mark.claim')].filter((mark) => mark.dataset.claim.split(' ').pop() === claim);
  for (const mark of marks) {
    mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (const box of mark.getClientRects()) {
      const [x, y] = [box.left + Math.min(10, box.width / 2), box.top + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit?.closest('mark') === mark && !hit.closest('a')) return { x, y };
    }
  }
  return null;
}, id);

/** Where all paragraphs stand on the page, whatever is scrolled. */
export const paragraphs = (page) => page.$$eval('.article-text :is(p, li, h2, h3, td):not(.note *)', (all) => all.map((one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left + scrollX, top + scrollY, width, height].map(Math.round).join(' ');
}));

/** Takes away what only browsers with CSS anchors read. */
export const unanchor = (page) => page.evaluate(() => {
  const strip = (rules) => {
    for (let at = rules.cssRules.length - 1; at >= 0; at -= 1) {
      const rule = rules.cssRules[at];
      if (rule instanceof CSSSupportsRule && rule.conditionText.includes('anchor(')) rules.deleteRule(at);
      else if (rule instanceof CSSMediaRule) strip(rule);
    }
  };
  strip(document.styleSheets[0]);
  const [note] = document.querySelectorAll('.note');
  if (innerWidth >= 1100 && getComputedStyle(note).float === 'none') throw new Error('nothing was taken away');
});
