/**
 * A contact sheet of slide layouts: a page each, with what the template shows there and the regions that a slide would
 * fill.
 */
import type { DocumentMeta } from '../model/document.js';
import type { Box } from '../model/length.js';
import type { Page, PageItem, PageSet, RunStyle } from '../model/page.js';
import type { SlideLayout } from '../model/slide-layout.js';
import type { Theme } from '../model/theme.js';
import type { Fonts } from '../text/fonts.js';
import { setParagraph } from '../text/set-paragraph.js';
import { barePage } from './galley/bare-page.js';
import { breakingOf } from './galley/breaking-of.js';
import { plainRun } from './galley/inline-runs.js';

export interface LayoutSheet {
  readonly title: string;
  readonly layout: SlideLayout;
  /** What the template shows by itself; six digits, or null for what cannot be told as one colour. */
  readonly behind: readonly { readonly box: Box; readonly fill: string | null }[];
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

const sheetPage = ({ title, layout, behind }: LayoutSheet, index: number, setting: SheetSetting): Page => {
  const { width, height } = setting.theme.deck.page;
  const titleHeight = setting.style.size * 1.6;
  return {
    ...barePage,
    size: { width, height },
    label: String(index + 1),
    background: layout.background,
    title,
    items: [
      ...behind.map(({ box, fill }, nth) => frame(box, fill ?? 'D9D9D9', `behind ${nth}`)),
      ...layout.regions.flatMap(({ name, box, placeholder }) => [
        frame(box, null, `frame ${name}`),
        label(placeholder === null ? name : `${name} (${placeholder})`, box, name, setting),
      ]),
      label(title, { x: 0, y: height - titleHeight, width, height: titleHeight }, 'sheet title', setting),
    ],
  };
};

const label = (text: string, box: Box, name: string, { style, meta, fonts }: SheetSetting): PageItem => ({
  kind: 'text',
  name,
  box,
  inset: { top: 2, right: 2, bottom: 2, left: 4 },
  valign: 'top',
  fill: null,
  link: null,
  tag: 'artifact',
  placeholder: null,
  paragraphs: [
    setParagraph(
      {
        runs: [plainRun(text, style)],
        align: 'start',
        lineHeight: style.size * 1.3,
        spaceBefore: 0,
        spaceAfter: 0,
        firstIndent: 0,
        indent: 0,
        bullet: null,
        tag: 'artifact',
        breaking: breakingOf(meta, 'loose'),
      },
      Math.max(20, box.width - 6),
      fonts,
    ),
  ],
});

/** What the template shows by itself is filled, a region is outlined. */
const frame = (box: Box, fill: string | null, name: string): PageItem => ({
  kind: 'shape',
  shape: 'rect',
  name,
  box,
  tag: 'artifact',
  fill: fill === null ? null : { slot: 'lt2', literal: fill },
  stroke: fill === null ? { slot: 'accent1' } : null,
  strokeWidth: 0.75,
  dash: fill === null,
});
