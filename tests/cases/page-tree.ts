/**
 * A page as text that people can read: a line an item with its box in pt, its words and how they are set. The footer
 * and the
 * page's number are left out, or a page more would change all that follow.
 */
import type { Chart } from '../../src/model/chart.js';
import type { Box } from '../../src/model/length.js';
import type { ChartItem, Page, PageItem, SetParagraph, TableItem, TextItem } from '../../src/model/page.js';
import type { Color } from '../../src/model/theme.js';

/** What a chart's drawing says, and whether PowerPoint has it; asked of whoever can draw. */
export interface ShownChart {
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** Kinds of the plots of the native chart; null for a picture. */
  readonly plots: readonly string[] | null;
}

export const pageTree = (page: Page, show: (item: ChartItem) => ShownChart): string =>
  `${[
    `${page.layout ?? 'page'} ${page.size.width}×${page.size.height} on ${colorText(page.background)}`,
    ...page.items.filter((item) => !isFurniture(item)).flatMap((item) => itemLines(item, show)),
    ...page.notes.map((note) => `note: ${note}`),
  ].join('\n')}\n`;

const isFurniture = (item: PageItem): boolean =>
  item.kind === 'text' && ['footer', 'number'].includes(item.placeholder ?? '');

function itemLines(item: PageItem, show: (item: ChartItem) => ShownChart): readonly string[] {
  const start = `${item.kind} ${boxText(item.box)}`;
  switch (item.kind) {
    case 'text':
      return textLines(item, start);
    case 'shape': {
      const drawn = [
        item.fill && `filled ${colorText(item.fill)}`,
        item.stroke && `edged ${colorText(item.stroke)} ${short(item.strokeWidth)}`,
      ];
      return [[start, item.shape, ...drawn.filter((part) => part !== null)].join(' ')];
    }
    case 'picture':
      return [`${start} ${JSON.stringify(item.picture.alt)}`];
    case 'chart':
      return [`${start} ${item.chart.kind}, labels of ${short(item.fontSize)}`, ...chartLines(item, show(item))];
    case 'table':
      return [`${start} columns ${item.columnWidths.map(short).join(' ')}`, ...tableLines(item)];
    case 'page':
      return [`${start} of page ${item.number + 1}`];
  }
}

function textLines({ paragraphs, placeholder, fill }: TextItem, start: string): readonly string[] {
  const head = [start, placeholder === null ? '' : `<${placeholder}>`, fill === null ? '' : `on ${colorText(fill)}`];
  const words = paragraphs.map(paragraphText);
  const first = head.filter((part) => part !== '').join(' ');
  return words.length === 1 ? [`${first} ${words[0]}`] : [first, ...words.map((text) => `  ${text}`)];
}

function paragraphText({ runs, lines, bullet, align }: SetParagraph): string {
  const style = runs[0]?.style;
  const set = style && `${short(style.size)}${style.bold ? ' bold' : ''} ${colorText(style.color)}`;
  const more = [align === 'start' ? '' : ` ${align}`, lines.length > 1 ? ` in ${lines.length} lines` : ''].join('');
  const text = runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', '⏎');
  return `${bullet === null ? '' : `${bullet.text} `}${JSON.stringify(text)} ${set ?? ''}${more}`;
}

const tableLines = ({ rows }: TableItem): readonly string[] =>
  rows.map((cells) => {
    const texts = cells.map(({ paragraphs, across, down }) => {
      const text = paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(' / ');
      return across > 1 || down > 1 ? `${text} (${across}×${down})` : text;
    });
    return `  ${texts.join(' | ')}`;
  });

function chartLines({ chart }: ChartItem, { texts, plots }: ShownChart): readonly string[] {
  return [
    ...seriesLines(chart),
    `  in a deck: ${plots === null ? 'a picture' : plots.join(' + ')}`,
    `  drawn: ${texts.map(({ text, x, y }) => `${text} ${Math.round(x)},${Math.round(y)}`).join('; ')}`,
  ];
}

const seriesLines = ({ series, categories }: Chart): readonly string[] =>
  series.map(({ name, points }) => {
    const said = points.map(
      ({ value, emphasised }, index) => `${categories[index] ?? ''} ${value ?? '–'}${emphasised ? '!' : ''}`,
    );
    return `  ${name}: ${said.join(', ')}`;
  });

const short = (value: number): string => String(Math.round(value * 10) / 10);

const boxText = ({ x, y, width, height }: Box): string =>
  `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;

const colorText = ({ slot, lighten, literal }: Color): string =>
  literal ?? (lighten === undefined ? slot : `${slot}+${short(lighten * 100)}%`);
