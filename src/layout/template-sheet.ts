/**
 * A contact sheet of slide layouts: a page each, with the regions that a slide would fill and the placeholders that it
 * would leave, over what the template shows there.
 */
import type { DocumentMeta } from '../model/document.js';
import type { Box } from '../model/length.js';
import type { Page, PageItem, PageSet, RunStyle } from '../model/page.js';
import type { SlideLayout } from '../model/slide-layout.js';
import type { Color, Theme } from '../model/theme.js';
import type { Fonts } from '../text/fonts.js';
import { barePage } from './galley/bare-page.js';
import { plainRun } from './galley/inline-runs.js';
import { plainParagraph } from './plain-paragraph.js';

export interface LayoutSheet {
  readonly title: string;
  readonly layout: SlideLayout;
  /** Placeholders that stay empty, with the words that name them. */
  readonly unfilled: readonly { readonly box: Box; readonly words: string }[];
}

interface SheetSetting {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly meta: DocumentMeta;
  readonly style: RunStyle;
}

export function layoutSheet(sheets: readonly LayoutSheet[], theme: Theme, fonts: Fonts, language: string): PageSet {
  const style: RunStyle = {
    font: 'body',
    size: theme.deck.page.height / 40,
    bold: false,
    italic: false,
    color: { slot: 'dk1' },
  };
  const meta = { title: '', subtitle: '', author: '', subject: '', keywords: [], language, date: '', footer: '' };
  const setting = { theme, fonts, meta, style };
  return {
    kind: 'deck',
    meta: { ...meta, title: 'Layouts' },
    theme,
    layouts: [],
    structure: [{ role: 'Document', parent: null, alt: null, scope: null, columnSpan: 1, rowSpan: 1, language: null }],
    outline: sheets.map(({ title }, index) => ({ title, level: 1, page: index, y: 0 })),
    pages: sheets.map((sheet, index) => sheetPage(sheet, index, setting)),
  };
}

/** Its `layout` names what the template shows behind it. */
const sheetPage = ({ title, layout, unfilled }: LayoutSheet, index: number, setting: SheetSetting): Page => {
  const { width, height } = setting.theme.deck.page;
  const titleHeight = setting.style.size * 1.6;
  return {
    ...barePage,
    size: { width, height },
    label: String(index + 1),
    background: layout.background,
    layout: layout.name,
    title,
    items: [
      ...layout.decorations.map(({ box, fill }, nth) => plate(box, fill, `plate ${nth}`)),
      ...unfilled.flatMap(({ box, words }, nth) => [
        frame(box, { slot: 'accent3' }, `unfilled ${nth}`),
        label(words, box, `unfilled words ${nth}`, setting),
      ]),
      ...layout.regions.flatMap(({ name, box, placeholder }) => [
        frame(box, { slot: 'accent1' }, `frame ${name}`),
        label(placeholder === null ? name : `${name} (${placeholder})`, box, name, setting),
      ]),
      label(title, { x: 0, y: height - titleHeight, width, height: titleHeight }, 'sheet title', setting),
    ],
  };
};

/** On a strip of the page's colour: the template may show anything there. */
function label(text: string, box: Box, name: string, { style, meta, fonts }: SheetSetting): PageItem {
  const lineHeight = style.size * 1.3;
  const width = Math.max(20, box.width - 6);
  const paragraph = plainParagraph([plainRun(text, style)], { align: 'start', lineHeight, width }, meta, fonts);
  const widest = Math.max(...paragraph.lines.map((line) => line.width));
  return {
    kind: 'text',
    name,
    box: { x: box.x, y: box.y, width: widest + 8, height: paragraph.lines.length * lineHeight + 4 },
    inset: { top: 2, right: 2, bottom: 2, left: 4 },
    valign: 'top',
    fill: { slot: 'lt1' },
    link: null,
    tag: 'artifact',
    placeholder: null,
    paragraphs: [paragraph],
  };
}

const plate = (box: Box, fill: Color | null, name: string): PageItem => ({
  kind: 'shape',
  shape: 'rect',
  name,
  box,
  tag: 'artifact',
  fill,
  stroke: null,
  strokeWidth: 0,
  dash: false,
});

const frame = (box: Box, stroke: Color, name: string): PageItem => ({
  ...plate(box, null, name),
  kind: 'shape',
  shape: 'rect',
  fill: null,
  stroke,
  strokeWidth: 1,
  dash: true,
});
