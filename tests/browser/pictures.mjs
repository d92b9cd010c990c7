// Takes pictures of every chart, for people to look at:
//
//   cargo run && node tests/browser/pictures.mjs FOLDER
//
// FOLDER gets one PNG per page, chart, width and colour scheme, and each page as a PDF.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withSite } from './driver.mjs';
import { pagesWithCharts } from './pages.mjs';

const target = process.argv[2] ?? 'target/pictures';
await mkdir(target, { recursive: true });

await withSite(async (site) => {
  for (const path of await pagesWithCharts()) {
    const name = path.replace(/\/?index\.html$/, '').replaceAll('/', '_');
    for (const [width, options] of [
      [320, {}], [320, { dark: true }], [768, {}], [1280, {}], [1280, { dark: true }],
      [768, { forced: true }], [700, { media: 'print' }],
    ]) {
      const page = await site.open(path, { width, ...options });
      for (const chart of await page.$$('figure.chart')) {
        const id = await chart.evaluate((figure) => figure.id.replace('fp-chart-', ''));
        const kind = Object.entries(options).map(([key, value]) => `-${value === true ? key : value}`).join('');
        await chart.screenshot({ path: join(target, `${name}-${id}-${width}${kind}.png`) });
      }
      await page.close();
    }
    const page = await site.open(path, { media: 'print' });
    await page.pdf({ path: join(target, `${name}.pdf`), format: 'A4' });
    await page.close();
  }
});
