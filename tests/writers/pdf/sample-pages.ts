/** Small page sets made by hand, for the tests of the PDF writer. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Picture } from '../../../src/model/document.js';
import type { Box } from '../../../src/model/length.js';
import { ruledTables } from '../../../src/model/tables/row-look.js';
import type {
  Bullet,
  Link,
  Page,
  PageItem,
  PageSet,
  Run,
  RunStyle,
  SetParagraph,
  StructureNode,
  StructureRole,
  TableItemCell,
  Tag,
  TextItem,
} from '../../../src/model/page.js';
import type { Theme } from '../../../src/model/theme.js';
import { loadFonts, type Fonts } from '../../../src/text/fonts.js';
import { setParagraph } from '../../../src/text/set-paragraph.js';
import type { WriteContext } from '../../../src/writers/output-format.js';

const family = '@expo-google-fonts/noto-sans-sc';
const font = {
  latin: 'Noto Sans SC',
  eastAsian: 'Noto Sans SC',
  regular: [`${family}/400Regular/NotoSansSC_400Regular.ttf`],
  bold: [`${family}/700Bold/NotoSansSC_700Bold.ttf`],
};
const medium = { page: { width: 595, height: 842 }, margin: { top: 56, right: 56, bottom: 56, left: 56 }, styles: {} };

export const theme: Theme = {
  name: 'test',
  colors: {
    dk1: '1A1A1A',
    lt1: 'FFFFFF',
    dk2: '44546A',
    lt2: 'E7E6E6',
    accent1: '0F6E5C',
    accent2: 'C0782A',
    accent3: '4A6FA5',
    accent4: '9C4A5B',
    accent5: '6B8E23',
    accent6: '7A5EA8',
    hlink: '0563C1',
    folHlink: '954F72',
  },
  fonts: { heading: font, body: font, prose: font, quote: font },
  deck: medium,
  paper: medium,
  series: [{ slot: 'accent1' }, { slot: 'accent2' }],
  muted: { slot: 'accent1', lighten: 0.6 },
  good: { slot: 'accent1' },
  bad: { slot: 'accent4' },
};

const readFont = (path: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)));
export const fonts: Fonts = loadFonts(theme, readFont);

export function collectingContext(): WriteContext & { readonly reported: readonly Diagnostic[] } {
  const reported: Diagnostic[] = [];
  return {
    fonts,
    tell: (diagnostic) => {
      reported.push(diagnostic);
    },
    reported,
  };
}

export const style = (size: number, bold = false, change: Partial<RunStyle> = {}): RunStyle => ({
  font: bold ? 'heading' : 'body',
  size,
  bold,
  italic: false,
  color: { slot: 'dk1' },
  ...change,
});

export const run = (text: string, runStyle: RunStyle = style(10.5), link: Link | null = null): Run => ({
  text,
  style: runStyle,
  figure: null,
  link,
  whole: false,
});

export function paragraph(
  runs: string | readonly Run[],
  width: number,
  tag: Tag,
  bullet: Omit<Bullet, 'x'> | null = null,
): SetParagraph {
  return setParagraph(
    {
      runs: typeof runs === 'string' ? [run(runs)] : runs,
      align: 'justify',
      lineHeight: 18,
      spaceBefore: 0,
      spaceAfter: 0,
      firstIndent: 0,
      indent: bullet === null ? 0 : 16,
      bullet,
      tag,
    },
    width,
    fonts,
  );
}

const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };

export const textItem = (box: Box, tag: Tag, ...paragraphs: readonly SetParagraph[]): TextItem => ({
  kind: 'text',
  box,
  name: 'text',
  tag,
  paragraphs,
  inset: noInsets,
  valign: 'top',
  placeholder: null,
  fill: null,
  link: null,
});

export const page = (label: string, ...items: readonly PageItem[]): Page => ({
  size: medium.page,
  label,
  items,
  background: { slot: 'lt1' },
  layout: null,
  title: null,
  notes: [],
  chapter: null,
  span: { file: 'briefing.hbs', line: 1, column: 1 },
});

export const node = (
  role: StructureRole,
  parent: number | null,
  change: Partial<StructureNode> = {},
): StructureNode => ({ role, parent, alt: null, scope: null, columnSpan: 1, rowSpan: 1, language: null, ...change });

export const pageSet = (
  pages: readonly Page[],
  structure: readonly StructureNode[],
  change: Partial<PageSet> = {},
): PageSet => ({
  kind: 'briefing',
  theme,
  layouts: [],
  pages,
  structure,
  outline: [],
  meta: {
    title: '慈溪 & 2024 <年报>',
    subtitle: '',
    author: '统计局',
    subject: '年度简报',
    keywords: ['经济', '2024'],
    language: 'zh-CN',
    date: '2025-01-18',
    footer: '',
  },
  ...change,
});

const cell = (text: string, tag: number, header: boolean): TableItemCell => ({
  paragraphs: [paragraph(text, 120, tag)],
  across: 1,
  down: 1,
  fill: header ? { slot: 'accent1', lighten: 0.8 } : null,
  header,
  inset: { top: 3, right: 6, bottom: 3, left: 6 },
  valign: 'middle',
  tag,
  rule: { color: { slot: 'dk2' }, width: 0.5 },
});

/** A PNG of one colour; with `alpha`, half transparent. */
export function makePng(width: number, height: number, alpha: boolean): Uint8Array {
  const channels = alpha ? 4 : 3;
  const rows = Buffer.alloc((width * channels + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      rows.set([200, 40, 40, 128].slice(0, channels), y * (width * channels + 1) + 1 + x * channels);
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.alloc(data.length + 12);
    body.writeUInt32BE(data.length, 0);
    body.write(type, 4, 'latin1');
    data.copy(body, 8);
    return body; // without its checksum, which is not read
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, alpha ? 6 : 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const picture = (bytes: Uint8Array): Picture => ({
  id: 'bay',
  file: 'bay.png',
  format: 'png',
  bytes,
  width: 40,
  height: 20,
  focus: { x: 0.5, y: 0.5 },
  alt: '杭州湾',
});

/**
 * Two pages with every kind of item but a chart: heading, a paragraph over two pages, list, table, shape, picture,
 * links.
 */
export function samplePages(): PageSet {
  const structure = [
    node('Document', null),
    node('H1', 0),
    node('P', 0),
    node('L', 0),
    node('LI', 3),
    node('Lbl', 4),
    node('LBody', 4),
    node('Table', 0),
    node('THead', 7),
    node('TR', 8),
    node('TH', 9, { scope: 'Column' }),
    node('TH', 9, { scope: 'Column' }),
    node('TBody', 7),
    node('TR', 12),
    node('TH', 13, { scope: 'Row' }),
    node('TD', 13),
    node('Figure', 0, { alt: '杭州湾的傍晚' }),
    node('Caption', 0),
    node('P', 0),
  ];
  const width = 483;
  const link: Link = { kind: 'url', url: 'https://www.cixi.gov.cn/统计' };
  const prose = paragraph(
    '2024年，全市实现地区生产总值2862.03亿元，按可比价格计算，比上年增长5.9%。其中规上工业增加值增长8.1%，' +
      '高新技术产业增加值占规上工业比重达到70.1%；全社会研究与试验发展经费支出相当于地区生产总值的3.9%。',
    width,
    2,
  );
  const [first, ...others] = prose.lines;
  const whole = (lines: typeof prose.lines): SetParagraph => ({ ...prose, lines, height: lines.length * 18 });
  const bullet = { text: '•', ordered: false, level: 0, style: style(10.5) };
  const linked = paragraph(
    [
      run('数据见'),
      run('统计公报', style(10.5, true, { color: { slot: 'hlink' } }), link),
      run('，目录在'),
      run('第1页', style(10.5), { kind: 'page', page: 0 }),
      run('。'),
    ],
    width,
    18,
  );
  return pageSet(
    [
      page(
        'i',
        textItem({ x: 56, y: 30, width, height: 18 }, 'artifact', paragraph('慈溪年报 2024', width, 'artifact')),
        textItem(
          { x: 56, y: 60, width, height: 18 },
          1,
          paragraph([run('稳进提质，交出高分答卷', style(20, true))], width, 1),
        ),
        {
          kind: 'shape',
          shape: 'rect',
          box: { x: 56, y: 96, width: 40, height: 3 },
          name: 'rule',
          tag: 'artifact',
          fill: { slot: 'accent1' },
          stroke: null,
          strokeWidth: 0,
          dash: false,
        },
        textItem({ x: 56, y: 120, width, height: 18 }, 2, whole([first!])),
      ),
      page(
        '1',
        textItem(
          { x: 56, y: 60, width, height: 54 },
          2,
          whole(others.map((line) => ({ ...line, baseline: line.baseline - 18 }))),
        ),
        textItem({ x: 56, y: 130, width, height: 18 }, 6, paragraph('工业经济稳中向好', width, 6, bullet)),
        {
          kind: 'table',
          box: { x: 56, y: 170, width: 300, height: 52 },
          name: 'table',
          tag: 7,
          columnWidths: [150, 150],
          rowHeights: [26, 26],
          headRows: 1,
          style: { look: ruledTables, banded: false, hasTotal: false },
          topRule: null,
          alt: '主要指标',
          rows: [
            [cell('指标', 10, true), cell('数值', 11, true)],
            [cell('财政收入', 14, true), cell('412.8亿元', 15, false)],
          ],
        },
        {
          kind: 'picture',
          box: { x: 56, y: 250, width: 200, height: 100 },
          name: 'picture',
          tag: 16,
          picture: picture(makePng(40, 20, false)),
          crop: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
        },
        textItem({ x: 56, y: 360, width, height: 18 }, 17, paragraph('图1 杭州湾', width, 17)),
        textItem({ x: 56, y: 400, width, height: 18 }, 18, linked),
        {
          kind: 'shape',
          shape: 'triangle-up',
          box: { x: 300, y: 250, width: 30, height: 30 },
          name: 'up',
          tag: 'artifact',
          fill: { slot: 'accent2' },
          stroke: { slot: 'dk1' },
          strokeWidth: 1,
          dash: true,
        },
        {
          kind: 'shape',
          shape: 'ellipse',
          box: { x: 350, y: 250, width: 60, height: 30 },
          name: 'dot',
          tag: 'artifact',
          fill: { slot: 'accent1', lighten: 0.6 },
          stroke: null,
          strokeWidth: 0,
          dash: false,
        },
      ),
    ],
    structure,
    {
      outline: [
        { title: '稳进提质', level: 1, page: 0, y: 60 },
        { title: '主要指标', level: 2, page: 1, y: 170 },
      ],
    },
  );
}
