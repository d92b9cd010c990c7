// No page complains, breaks the site's own content security policy, asks another host for anything
// or scrolls sideways.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOfEveryKind } from '../pages.mjs';
import { site } from '../site.mjs';

/** Runs before the page's own scripts and keeps what the policy refuses. */
function watch() {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective}: ${event.blockedURI}`));
}

/** Reads a page that stands, at two widths. */
async function read(page, { styled = true } = {}) {
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 900 });
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels wider than the window of ${width}`);
  }
  if (!styled) return;
  assert.ok(await page.evaluate(() => document.styleSheets[0]?.cssRules.length > 50), 'it has its style');
  assert.deepEqual(await page.evaluate(() => window.refused), []);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith(site.address) && !url.startsWith('data:')), []);
}

for (const { path, kind } of await pagesOfEveryKind()) {
  test(`quiet: ${kind}: ${path}`, async () => {
    const page = await site.open(path, { before: watch, stay: kind === 'moved' });
    await read(page);
    if (kind !== 'moved') assert.deepEqual(page.complaints, []);
    await page.close();
    if (kind !== 'moved') return;
    const moved = await site.open(path, { before: watch });
    await moved.waitForSelector('body:not(.kind-moved) main');
    assert.deepEqual([await moved.evaluate(() => window.refused), moved.complaints], [[], []]);
    await moved.close();
  });
}

test('quiet: an address that has no page', async () => {
  const page = await site.open('no/such/page', { before: watch, status: 404 });
  // A site that does not know its own address can't style this page below a folder.
  await read(page, { styled: (await page.$('link[rel="stylesheet"][href^="http"]')) !== null });
  assert.ok(await page.$('body.kind-404 h1'));
  await page.close();
});
