// Opens the pages of a built site in headless Chromium.
//
// The site is served from 127.0.0.1 with the headers of its own `_headers`, so that it runs under
// the content security policy that it is published with. Each browser has a profile of its own, so
// that no running browser is used or disturbed, and nothing is ever downloaded.

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

/** The site's own address, where it has one: its pages name it in full. */
async function ownAddress() {
  const home = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '');
  return home.match(/<link rel="canonical" href="(https?:[^"]*\/)"/)?.[1] ?? null;
}

/**
 * Serves the site as a static host does; gives its address and a way to end it. Where pages link to
 * the site's own address in full, they get this one.
 */
async function serve() {
  const [headers, own] = [await siteHeaders(), await ownAddress()];
  const read = async (path) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => null);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (!body || !own || extname(file) !== '.html') return { body, type };
    const here = (_, name) => `${name}="http://127.0.0.1:${server.address().port}/`;
    return { body: body.toString().replaceAll(new RegExp(`(href|src)="${own}`, 'g'), here), type };
  };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname));
    if (path === '/favicon.ico') return response.writeHead(204).end(); // browsers ask unbidden
    const found = await read(path);
    const { body, type } = found.body ? found : await read('404.html');
    response.writeHead(found.body ? 200 : 404, { ...headers, 'content-type': type });
    response.end(body ?? '');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, end: () => server.close() };
}

/** Starts a browser with the site; `end()` ends both. */
export async function startSite() {
  const server = await serve();
  const profile = await mkdtemp(join(tmpdir(), 'factpress-browser-'));
  const browser = await puppeteer.launch({
    executablePath: browserPath(),
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-extensions'],
  });
  const end = async () => {
    await browser.close();
    server.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return new Site(browser, server.address, end);
}

/** Starts a browser with the site, runs `use` and ends both. */
export async function withSite(use) {
  const site = await startSite();
  try {
    return await use(site);
  } finally {
    await site.end();
  }
}

/** A site in a browser. */
class Site {
  constructor(browser, address, end) {
    this.browser = browser;
    this.address = address;
    this.end = end;
  }

  /**
   * Opens a page. `width`, `height`: of the window, in CSS pixels; `dark`: the reader's colours;
   * `media`: `screen` or `print`; `forced`: colours forced by the reader's system; `details`: all
   * opened; `script`: whether scripts run; `still`: no motion; `stay`: the page leads nowhere by
   * itself; `status`: what the host answers; `before`: runs before the page's own scripts.
   * What the page complains about is in `page.complaints`, what it asked for in `page.requests`.
   */
  async open(path, {
    width = 1280, height = 900, dark = false, media = 'screen', forced = false, details = false,
    script = true, still = true, stay = false, status = 200, before = null,
  } = {}) {
    const page = await this.browser.newPage();
    page.complaints = [];
    page.requests = [];
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) page.complaints.push(message.text());
    });
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('request', (request) => page.requests.push(request.url()));
    page.on('requestfailed', (request) => page.complaints.push(`not loaded: ${request.url()}`));
    await page.setViewport({ width, height });
    if (!script) await page.setJavaScriptEnabled(false);
    if (stay) await refuseToLeave(page, this.address + path);
    if (before) await page.evaluateOnNewDocument(before);
    page.session = await page.createCDPSession();
    // Keys and focus go to the page as if its window were in front.
    await page.session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    page.look = (options) => look(page.session, { dark, media, forced, still, ...options });
    await page.look({});
    const answer = await page.goto(this.address + path, { waitUntil: 'load' });
    if (answer.status() !== status) throw new Error(`${path}: status ${answer.status()}`);
    if (details) {
      await page.$$eval('details', (list) => list.forEach((one) => { one.open = true; }));
    }
    return page;
  }
}

/** Refuses whatever leads the page to another address. */
async function refuseToLeave(page, address) {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url() !== address) request.respond({ status: 204 });
    else request.continue();
  });
}

/** How the page's reader wants it to look. */
async function look(session, { dark, media, forced, still }) {
  const features = [
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: still ? 'reduce' : 'no-preference' },
  ];
  if (forced) features.push({ name: 'forced-colors', value: 'active' });
  await session.send('Emulation.setEmulatedMedia', { media, features });
}
