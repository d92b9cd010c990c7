// Runs the tests of folders in one browser: `node tests/browser/all.mjs article pages`. A file can
// also be run by itself: `node tests/browser/article/keyboard.test.mjs`.

import { readdir } from 'node:fs/promises';

for (const folder of process.argv.slice(2)) {
  const here = new URL(`./${folder}/`, import.meta.url);
  for (const file of (await readdir(here)).sort()) {
    if (file.endsWith('.test.mjs')) await import(new URL(file, here));
  }
}
