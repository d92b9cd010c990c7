// What tests do with the notes of an open page, and ask about them.

/** Ids of the article's claims, in the order of their numbers. */
export const numbers = (page) => page.$$eval('.note', (notes) => notes.map((note) => note.id.slice(2)));

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
