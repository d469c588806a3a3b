/** A deck's pages by hand, with every kind of item: what layout would hand to the writer. */
import { deflateSync } from 'node:zlib';
import type { Chart } from '../../../src/model/chart.js';
import type { Insets } from '../../../src/model/length.js';
import { ruledTables } from '../../../src/model/tables/row-look.js';
import type {
  ChartItem,
  Link,
  Page,
  PageItem,
  PageSet,
  PictureItem,
  Run,
  RunStyle,
  SetParagraph,
  TableItem,
  TableItemCell,
  TextItem,
} from '../../../src/model/page.js';
import type { SlideLayout } from '../../../src/model/slide-layout.js';
import type { Color, TextStyle, Theme } from '../../../src/model/theme.js';

const span = { file: 'deck.hbs', line: 1, column: 1 };
const noInset: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const dark: Color = { slot: 'dk1' };

const style = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  font: 'body',
  size,
  lineHeight: size * 1.4,
  bold: false,
  color: dark,
  align: 'start',
  spaceBefore: 0,
  spaceAfter: 4,
  firstIndent: 0,
  ...more,
});

export const titleStyle = style(28, { font: 'heading', bold: true, color: { slot: 'dk2' }, spaceAfter: 0 });
const footStyle = style(9, { color: { slot: 'dk1', lighten: 0.4 }, spaceAfter: 0 });

const medium = {
  page: { width: 960, height: 540 },
  margin: { top: 36, right: 48, bottom: 36, left: 48 },
  styles: {
    title: titleStyle,
    body: style(16),
    subtitle: style(18),
    caption: footStyle,
    number: { ...footStyle, align: 'end' as const },
  },
};
const face = (weight: string): string => `package:@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`;
const font = { latin: 'Arial', eastAsian: '微软雅黑', regular: [face('400Regular')], bold: [face('700Bold')] };

export const theme: Theme = {
  name: '慈溪蓝',
  colors: {
    dk1: '1F2933',
    lt1: 'FFFFFF',
    dk2: '123A5C',
    lt2: 'F3F6F9',
    accent1: '1B6CA8',
    accent2: 'D9822B',
    accent3: '3C8D5A',
    accent4: '8A5FA8',
    accent5: '5C7080',
    accent6: 'C23B3B',
    hlink: '1B6CA8',
    folHlink: '5C7080',
  },
  fonts: { heading: { ...font, latin: 'Georgia', eastAsian: '黑体' }, body: font, prose: font, quote: font },
  deck: medium,
  paper: medium,
  series: [{ slot: 'accent1' }],
  muted: { slot: 'accent5', lighten: 0.6 },
  good: { slot: 'accent3' },
  bad: { slot: 'accent6' },
};

const region = (
  name: string,
  box: readonly [number, number, number, number],
  styleName: string,
  placeholder: SlideLayout['regions'][number]['placeholder'],
) => ({
  name,
  box: { x: box[0], y: box[1], width: box[2], height: box[3] },
  accepts: [],
  most: null,
  style: styleName,
  smallest: null,
  largest: null,
  valign: 'top' as const,
  bleed: false,
  placeholder,
});
const foot = [
  region('footer', [48, 510, 500, 16], 'caption', 'ftr'),
  region('number', [812, 510, 100, 16], 'number', 'sldNum'),
];
export const layouts: readonly SlideLayout[] = [
  {
    name: 'cover',
    label: '封面',
    background: { slot: 'dk2' },
    continues: null,
    span,
    regions: [
      region('title', [48, 180, 864, 60], 'title', 'ctrTitle'),
      region('subtitle', [48, 260, 864, 40], 'subtitle', 'subTitle'),
    ],
    decorations: [
      {
        shape: 'rect',
        box: { x: 0, y: 528, width: 960, height: 12 },
        fill: { slot: 'accent2' },
        stroke: null,
        strokeWidth: 0,
      },
    ],
  },
  {
    name: 'content',
    label: '标题与图表',
    background: { slot: 'lt1' },
    continues: null,
    span,
    regions: [
      region('title', [48, 36, 864, 48], 'title', 'title'),
      region('body', [48, 110, 420, 380], 'body', 'body'),
      region('picture', [492, 110, 420, 240], 'body', 'pic'),
      ...foot,
    ],
    decorations: [
      {
        shape: 'line',
        box: { x: 48, y: 92, width: 864, height: 0 },
        fill: null,
        stroke: { slot: 'accent1' },
        strokeWidth: 1,
      },
    ],
  },
];

// ---- Text ----------------------------------------------------------------------------------------------------------

const runStyle = (from: TextStyle, more: Partial<RunStyle> = {}): RunStyle => ({
  font: from.font,
  size: from.size,
  bold: from.bold,
  italic: false,
  color: from.color,
  ...more,
});

export const run = (
  text: string,
  more: Partial<RunStyle> = {},
  from: TextStyle = style(16),
  link: Link | null = null,
): Run => ({ text, style: runStyle(from, more), figure: null, link, whole: false });

export const paragraph = (
  runs: readonly Run[],
  more: Partial<SetParagraph> = {},
  from: TextStyle = style(16),
): SetParagraph => ({
  runs,
  lines: [],
  align: from.align,
  lineHeight: from.lineHeight,
  spaceBefore: from.spaceBefore,
  spaceAfter: from.spaceAfter,
  firstIndent: 0,
  indent: 0,
  bullet: null,
  height: 0,
  tag: 0,
  ...more,
});

export const bullet = (text: string, runs: readonly Run[], level = 0): SetParagraph =>
  paragraph(runs, {
    indent: 20 * (level + 1),
    bullet: {
      text,
      ordered: /\d/.test(text),
      level,
      x: 20 * level,
      style: runStyle(style(16), { color: { slot: 'accent1' } }),
    },
  });

export const text = (
  name: string,
  box: readonly [number, number, number, number],
  paragraphs: readonly SetParagraph[],
  more: Partial<TextItem> = {},
): TextItem => ({
  kind: 'text',
  name,
  box: { x: box[0], y: box[1], width: box[2], height: box[3] },
  tag: 0,
  paragraphs,
  inset: noInset,
  valign: 'top',
  placeholder: null,
  fill: null,
  link: null,
  ...more,
});

export const title = (words: string): TextItem =>
  text('标题', [48, 36, 864, 48], [paragraph([run(words, {}, titleStyle)], {}, titleStyle)], { placeholder: 'title' });

const footer = (page: number): readonly TextItem[] => [
  text('页脚', [48, 510, 500, 16], [paragraph([run('慈溪市2024年度简报', {}, footStyle)], {}, footStyle)], {
    placeholder: 'footer',
    tag: 'artifact',
  }),
  text('页码', [812, 510, 100, 16], [paragraph([run(String(page), {}, footStyle)], { align: 'end' }, footStyle)], {
    placeholder: 'number',
    tag: 'artifact',
  }),
];

// ---- Other items ---------------------------------------------------------------------------------------------------

function png(width: number, height: number): Uint8Array {
  const crcTable = Array.from({ length: 256 }, (_none, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = (crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8)) >>> 0;
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([size, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set([(x * 255) / width, (y * 255) / height, 128], y * (width * 3 + 1) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const picture: PictureItem = {
  kind: 'picture',
  name: '杨梅',
  tag: 0,
  box: { x: 492, y: 110, width: 420, height: 240 },
  crop: { x: 0.1, y: 0.25, width: 0.8, height: 0.5 },
  picture: {
    id: 'bayberry',
    file: 'pictures/bayberry.png',
    format: 'png',
    bytes: png(70, 80),
    width: 70,
    height: 80,
    focus: { x: 0.5, y: 0.5 },
    alt: '一篮“杨梅” & 叶子',
  },
};

const chart: Chart = {
  id: 'growth',
  kind: 'column',
  title: '增速',
  language: 'zh-CN',
  categories: ['规上工业', '跨境电商'],
  unit: '%',
  whole: null,
  options: {},
  span,
  alt: '柱形图：规上工业增长8.1%，跨境电商增长25%。',
  series: [
    {
      name: '增速',
      points: [8.1, 25].map((value) => ({
        value,
        decimals: 1,
        label: `${value}%`,
        format: '0.0"%"',
        figure: null,
        emphasised: false,
        span,
      })),
    },
  ],
};
export const chartItem: ChartItem = {
  kind: 'chart',
  name: '增速图',
  tag: 0,
  box: { x: 492, y: 110, width: 420, height: 360 },
  chart,
  fontSize: 12,
};

const cell = (words: string, more: Partial<TableItemCell> = {}): TableItemCell => ({
  paragraphs: [paragraph([run(words)], { spaceAfter: 0 })],
  across: 1,
  down: 1,
  fill: null,
  header: false,
  inset: { top: 4, right: 6, bottom: 4, left: 6 },
  valign: 'middle',
  tag: 0,
  rule: { color: { slot: 'accent5', lighten: 0.6 }, width: 0.5 },
  ...more,
});
export const table: TableItem = {
  kind: 'table',
  name: '指标表',
  tag: 0,
  box: { x: 48, y: 110, width: 600, height: 150 },
  columnWidths: [200, 200, 200],
  rowHeights: [30, 30, 30, 30, 30],
  headRows: 1,
  style: { look: ruledTables, banded: false, hasTotal: false },
  topRule: null,
  alt: '三项指标的数值与增减',
  rows: [
    [
      cell('指标', { header: true, fill: { slot: 'accent1' } }),
      cell('数值与增减', { header: true, across: 2, fill: { slot: 'accent1' } }),
    ],
    [
      cell('工业', { down: 2 }),
      cell('546.6亿元'),
      cell('8.1%', { paragraphs: [paragraph([run('8.1%', { bold: true })], { align: 'end' })] }),
    ],
    [cell('30亿元'), cell('25%')],
    [cell('合并', { across: 2, down: 2 }), cell('甲')],
    [cell('乙')],
  ],
};

// ---- Pages ---------------------------------------------------------------------------------------------------------

export const page = (items: readonly PageItem[], more: Partial<Page> = {}): Page => ({
  size: { width: 960, height: 540 },
  label: '1',
  items,
  background: { slot: 'lt1' },
  layout: 'content',
  title: null,
  notes: [],
  chapter: null,
  span,
  ...more,
});

const shapes: readonly PageItem[] = (
  ['rect', 'ellipse', 'line', 'triangle-up', 'triangle-down', 'diamond'] as const
).map((shape, index) => ({
  kind: 'shape',
  name: `图形${index + 1}`,
  tag: 'artifact',
  box: { x: 48 + index * 120, y: 400, width: 90, height: shape === 'line' ? 0 : 60 },
  shape,
  fill: shape === 'line' ? null : { slot: 'accent1', lighten: index * 0.15 },
  stroke: shape === 'line' || shape === 'diamond' ? { slot: 'accent6' } : null,
  strokeWidth: 1.5,
  dash: shape === 'diamond',
}));

const cover = page(
  [
    text(
      '封面标题',
      [48, 180, 864, 60],
      [paragraph([run('慈溪奋勇争先再启新征程', { color: { slot: 'lt1' } }, titleStyle)], {}, titleStyle)],
      { placeholder: 'title' },
    ),
    text(
      '副标题',
      [48, 260, 864, 40],
      [paragraph([run('2024年地区生产总值增长5.7%', { size: 18, color: { slot: 'lt1' } })], { align: 'center' })],
      { placeholder: 'subtitle' },
    ),
  ],
  { layout: 'cover', background: { slot: 'dk2' }, title: '慈溪奋勇争先再启新征程' },
);

const words = page(
  [
    title('要点与链接'),
    text(
      '正文',
      [48, 110, 420, 270],
      [
        paragraph([
          run('规上工业增加值达'),
          run('546.6', { bold: true, color: { slot: 'accent1' } }),
          run('亿元，'),
          run('同比增长8.1%。'),
        ]),
        bullet('•', [run('跨境电商出口额达30亿元'), run('（“一类事”）', { italic: true })]),
        bullet('•', [run('AI and R&D <2024>')]),
        bullet('•', [run('下一级')], 1),
        bullet('1.', [run('第一')]),
        bullet('2.', [run('第二')]),
        bullet('3.', [run('第三\n换行')]),
        paragraph([]),
        paragraph(
          [
            run('见'),
            run('政府网站', { color: { slot: 'hlink' } }, style(16), {
              kind: 'url',
              url: 'https://www.cixi.gov.cn/?a=1&b=年',
            }),
            run('与'),
            run('上一页', {}, style(16), { kind: 'page', page: 0 }),
          ],
          { firstIndent: 32 },
        ),
      ],
      { placeholder: 'body' },
    ),
    text(
      '卡片',
      [492, 110, 420, 120],
      [
        paragraph([run('回到封面', { size: 20, color: { slot: 'lt1' } }, style(16), { kind: 'page', page: 0 })], {
          align: 'center',
        }),
      ],
      { fill: { slot: 'accent1' }, valign: 'middle', inset: { top: 4, right: 8, bottom: 4, left: 8 } },
    ),
    ...shapes,
    ...footer(2),
  ],
  { title: '要点与链接', chapter: '创新驱动', notes: ['先讲工业，再讲外贸。', 'Then pause.', ''] },
);

export const samplePages = (): PageSet => ({
  kind: 'deck',
  theme,
  layouts,
  structure: [],
  outline: [],
  meta: {
    title: '慈溪市2024年度简报',
    subtitle: '增长5.7%',
    author: '慈溪市',
    subject: '年度简报',
    keywords: ['慈溪', '2024'],
    language: 'zh-CN',
    date: '2025-01-20',
    footer: '慈溪市2024年度简报',
  },
  pages: [
    cover,
    words,
    page([title('图表'), chartItem, ...footer(3)], { title: '图表', chapter: '创新驱动', background: { slot: 'lt2' } }),
    page(
      [
        title('图片'),
        picture,
        { ...picture, name: '杨梅二', box: { x: 48, y: 110, width: 300, height: 240 } },
        ...footer(4),
      ],
      { title: '图片', chapter: '融合发展', notes: ['看图。'] },
    ),
    page([title('表格'), table, ...footer(5)], { title: '表格', chapter: '融合发展' }),
  ],
});
