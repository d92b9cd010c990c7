// Which pages a built site has.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folder } from './driver.mjs';

/** All pages: path, kind (as the body's class names it) and HTML, sorted by path. */
export async function allPages() {
  const entries = (await readdir(folder, { recursive: true })).filter((entry) => entry.endsWith('.html'));
  return Promise.all(entries.map((entry) => entry.replaceAll('\\', '/')).sort().map(async (path) => {
    const html = await readFile(join(folder, path), 'utf8');
    return { path, kind: html.match(/<body class="kind-([\w-]+)"/)?.[1] ?? 'none', html };
  }));
}

/** Paths of all pages that have a chart. */
export async function pagesWithCharts() {
  return (await allPages()).filter(({ html }) => html.includes('<figure class="chart"')).map(({ path }) => path);
}

/** Paths of all articles with checks. */
export async function articles() {
  return (await allPages()).filter(({ kind, html }) => kind === 'article' && html.includes('class="note"')).map(({ path }) => path);
}

const LISTS = ['verdicts', 'topics', 'speakers'];

/**
 * A page of every kind: all articles and pages with charts, of lists of claims (told apart by what
 * they list) the shortest, since the list of all is among them, and of all other kinds the longest.
 */
export async function pagesOfEveryKind() {
  const [chosen, best] = [[], new Map()];
  for (const page of await allPages()) {
    const kind = page.kind === 'claims' ? page.path.split('/')[0] : page.kind;
    if (kind === 'article' || page.html.includes('<figure class="chart"')) chosen.push({ ...page, kind });
    else {
      const size = LISTS.includes(kind) ? -page.html.length : page.html.length;
      if (!best.has(kind) || size > best.get(kind).size) best.set(kind, { ...page, kind, size });
    }
  }
  return [...chosen, ...best.values()];
}
