// axe-core finds nothing, on pages as they open and with everything unfolded.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { pagesWithCharts, withSite } from './driver.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

test('axe', async (t) => {
  await withSite(async (site) => {
    for (const path of await pagesWithCharts()) {
      for (const options of [{ width: 320, details: true }, { width: 1280 }, { width: 1280, dark: true, details: true }]) {
        await t.test(`${path} ${JSON.stringify(options)}`, async () => {
          const page = await site.open(path, options);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
          const where = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ');
          assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${where(nodes)}`), []);
          await page.close();
        });
      }
    }
  });
});
