// Reads the data of charts by itself, apart from factpress: figures.yaml and CSV files, and numbers
// as pages write them.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The sources of the site: FACTPRESS_ROOT, or the repository. */
export const root = process.env.FACTPRESS_ROOT ?? fileURLToPath(new URL('../../../', import.meta.url));

/** The rows of a CSV text (RFC 4180), as objects by column. */
export function csv(text) {
  const rows = [];
  let row = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const last = row.length - 1;
    if (quoted) {
      if (sign !== '"') row[last] += sign;
      else if (text[at + 1] === '"') { row[last] += '"'; at += 1; } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') row.push('');
    else if (sign === '\n') { rows.push(row); row = ['']; } else if (sign !== '\r') row[last] += sign;
  }
  if (row.length > 1 || row[0] !== '') rows.push(row);
  const [head, ...body] = rows.filter((cells) => cells.length > 1 || cells[0] !== '');
  return body.map((cells) => Object.fromEntries(head.map((name, index) => [name.trim(), cells[index].trim()])));
}

/** A number of a CSV cell; null where it is empty. */
export const cellNumber = (text) => (text === '' ? null : Number(text.replaceAll(',', '').replace('−', '-')));

/** A number as a page in English writes it; null for a gap. */
export const pageNumber = (text) => (text.trim() === '–' ? null : cellNumber(text.trim()));

/** A place of the horizontal axis as a page in English writes it, from how the file has it. */
export function pagePlace(text) {
  const [, ofYear, quarter] = text.match(/^(\d{4})-Q(\d)$/) ?? [];
  if (quarter) return `Q${quarter} ${ofYear}`;
  const [, year, month, day] = text.match(/^(\d{4})-(\d{2})(?:-(\d{2}))?$/) ?? [];
  if (!year) return text;
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })
    .format(Date.UTC(2000, Number(month) - 1));
  return `${day ? `${Number(day)} ` : ''}${name} ${year}`;
}

/** The charts of the article at a page's path, by id: what figures.yaml asks for, and its rows. */
export function charts(path) {
  const slug = path.split('/claims/')[0].replace(/\/?index\.html$/, '');
  const figures = [join(root, 'content', slug, 'figures.yaml'), join(root, 'content', `${slug}.figures.yaml`)]
    .find(existsSync);
  const asked = parse(readFileSync(figures, 'utf8')).charts ?? {};
  return Object.fromEntries(Object.entries(asked).map(([id, chart]) => {
    if (!chart.data) return [id, { ...chart, rows: null }];
    const text = readFileSync(join(dirname(figures), chart.data), 'utf8');
    const chosen = (row) => Object.entries(chart.where ?? {}).every(([column, value]) => {
      if (String(value).includes('..')) throw new Error(`${id}: this reader knows no ranges`);
      return row[column] === String(value);
    });
    const rows = csv(text).filter(chosen).map((row) => ({
      x: row[chart.x],
      series: chart.series ? row[chart.series] : null,
      value: cellNumber(row[chart.y]),
      shown: chart.shown ? row[chart.shown] : null,
    }));
    return [id, { ...chart, text, rows }];
  }));
}
