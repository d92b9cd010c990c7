// Opens the pages of a built site in headless Chromium.
//
// The site is served from 127.0.0.1 with the headers of its own `_headers`, so that it runs under
// the content security policy that it is published with. Each browser has a profile of its own, so
// that no running browser is used or disturbed, and nothing is ever downloaded.

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

/** The built site: FACTPRESS_SITE, or the repository's `public/`. */
export const folder =
  process.env.FACTPRESS_SITE ?? fileURLToPath(new URL('../../public/', import.meta.url));

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** The path of the browser: FACTPRESS_BROWSER, or the first of the usual names in PATH. */
export function browserPath() {
  if (process.env.FACTPRESS_BROWSER) return process.env.FACTPRESS_BROWSER;
  const folders = (process.env.PATH ?? '').split(':');
  const found = BROWSERS.flatMap((name) => folders.map((path) => join(path, name))).find(existsSync);
  if (!found) throw new Error(`no browser: none of ${BROWSERS.join(', ')} is in PATH`);
  return found;
}

/** The headers that `_headers` gives to every path: name to value. */
async function siteHeaders() {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  const headers = {};
  for (const line of text.split('\n')) {
    const [, name, value] = line.match(/^\s+([\w-]+):\s*(.*)$/) ?? [];
    if (name) headers[name] ??= value;
  }
  return headers;
}

/** Serves the site; gives its address and a way to end it. */
async function serve() {
  const headers = await siteHeaders();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname));
    if (path === '/favicon.ico') return response.writeHead(204).end(); // browsers ask unbidden
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => null);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { ...headers, 'content-type': type });
    response.end(body ?? '');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, end: () => server.close() };
}

/** Starts a browser with the site, runs `use` and ends both. */
export async function withSite(use) {
  const server = await serve();
  const profile = await mkdtemp(join(tmpdir(), 'factpress-browser-'));
  const browser = await puppeteer.launch({
    executablePath: browserPath(),
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-extensions'],
  });
  try {
    return await use(new Site(browser, server.address));
  } finally {
    await browser.close();
    server.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A site in a browser. */
class Site {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
  }

  /**
   * Opens a page. `width`: of the window, in CSS pixels; `dark`: the reader's colours; `media`:
   * `screen` or `print`; `forced`: colours forced by the reader's system; `details`: all opened.
   * What the page complains about is in `page.complaints`.
   */
  async open(path, { width = 1280, dark = false, media = 'screen', forced = false, details = false } = {}) {
    const page = await this.browser.newPage();
    page.complaints = [];
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) page.complaints.push(message.text());
    });
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('requestfailed', (request) => page.complaints.push(`not loaded: ${request.url()}`));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaType(media);
    const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];
    const session = await page.createCDPSession();
    if (forced) features.push({ name: 'forced-colors', value: 'active' });
    await session.send('Emulation.setEmulatedMedia', { media, features });
    const answer = await page.goto(this.address + path, { waitUntil: 'load' });
    if (answer.status() !== 200) throw new Error(`${path}: status ${answer.status()}`);
    if (details) {
      await page.$$eval('details', (list) => list.forEach((one) => { one.open = true; }));
    }
    return page;
  }
}

/** Paths of all pages of the site that have a chart. */
export async function pagesWithCharts() {
  const paths = [];
  for (const entry of await readdir(folder, { recursive: true })) {
    if (!entry.endsWith('index.html')) continue;
    const html = await readFile(join(folder, entry), 'utf8');
    if (html.includes('<figure class="chart"')) paths.push(entry.replaceAll('\\', '/'));
  }
  return paths.sort();
}
