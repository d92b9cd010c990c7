// Makes the pictures of docs/images/ from the built site of this repository:
//
//   cargo run && node tests/browser/images.mjs [FOLDER]

import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withSite } from './driver.mjs';
import { allPages } from './pages.mjs';

const target = process.argv[2] ?? fileURLToPath(new URL('../../docs/images/', import.meta.url));
await mkdir(target, { recursive: true });

const pages = (await allPages()).filter(({ html }) => html.includes('<html lang="en"'));
const article = pages.find(({ kind }) => kind === 'article')?.path;
const chart = pages.find(({ kind, html }) => kind === 'claim' && html.includes('<figure class="chart"'))?.path;
if (!article || !chart) throw new Error('no article or no chart: build the site first with `cargo run`');

/** Opens the note of a claim in the middle of the text. */
async function openNote(page) {
  const links = await page.$$('a.noteref');
  await links[Math.floor(links.length / 2)].click();
}

/** Brings the beginning of the text to the top, a little below the window's edge. */
const toText = (page) => page.evaluate(() => scrollTo({ top: document.querySelector('.article-text').getBoundingClientRect().top + scrollY - 24, behavior: 'instant' }));

/** The margins of paper, which only a printer puts there. */
const asPaper = (page) => page.evaluate(async () => {
  const sheet = new CSSStyleSheet();
  await sheet.replace('body { padding: 18mm 20mm; }');
  document.adoptedStyleSheets = [sheet];
});

const whole = (selector) => async (page) => (await page.$(selector)).evaluate((one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }));

const PICTURES = [
  ['article', article, { width: 1280, height: 900 }, toText],
  ['article-dark', article, { width: 1280, height: 900, dark: true }, toText],
  ['article-head', article, { width: 1280, height: 900 }, () => {}],
  ['article-phone', article, { width: 390, height: 780 }, openNote],
  ['claim', chart, { width: 1280, height: 900 }, () => {}],
  ['print', article, { width: 794, height: 1123, media: 'print' }, asPaper],
  ['chart', chart, { width: 768, height: 900 }, whole('figure.chart'), 'figure.chart'],
];

await withSite(async (site) => {
  for (const [name, path, options, prepare, part] of PICTURES) {
    const page = await site.open(path, options);
    await prepare(page);
    const file = join(target, `${name}.png`);
    await (part ? await page.$(part) : page).screenshot({ path: file });
    console.log(`${file}: ${Math.round((await stat(file)).size / 1024)} kB`);
    await page.close();
  }
});
