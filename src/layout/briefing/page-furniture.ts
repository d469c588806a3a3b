/**
 * What stands around the text of a page: the running head and the folio. Artifacts: a screen reader passes over them.
 */
import { partName, type PartName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import type { Medium, TextStyle } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { moveItem, runStyle, styleOf } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';
import { filledShape } from '../galley/filled-shape.js';

export interface PageFurniture {
  /** From 1. */
  readonly number: number;
  readonly label: string;
  readonly chapter: string | null;
  readonly reportTitle: string;
  readonly footer: string;
  /** BCP 47, of the names of its parts. */
  readonly language: string;
  /** The page opens with the masthead, which says it all: no running head. */
  readonly opening: boolean;
}

/** Between the running head and the text, and the text and the folio, in pt. */
const headClearance = 18;
const footClearance = 20;
/** Between the running head's line box and the rule below it, in pt. */
const aboveRule = 3;
const ruleThickness = 0.5;

/** What the lines of one page's head and foot are set with, `width` in pt between its margins. */
interface FurnitureSetting {
  readonly page: PageFurniture;
  readonly medium: Medium;
  readonly fonts: Fonts;
  readonly width: Pt;
}

interface FurnitureLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly align: TextStyle['align'];
  readonly part: PartName;
  /** Top of the line on the page, in pt. */
  readonly y: Pt;
}

const lay = ({ text, style, align, part, y }: FurnitureLine, setting: FurnitureSetting): PageItem => {
  const { page, medium, fonts, width } = setting;
  const alone = { ...style, align, firstIndent: 0, spaceBefore: 0, spaceAfter: 0 };
  const set = setRuns([plainRun(text, runStyle(style))], alone, width, { fonts, breaking: {} }, 'artifact');
  return moveItem(textItem([set], width, partName(part, page.language)), medium.margin.left, y);
};

/** Odd pages lie on the right of a spread, even ones on the left: what is outer on one is outer on the other. */
export const layFurniture = (page: PageFurniture, medium: Medium, fonts: Fonts): readonly PageItem[] => {
  const { margin } = medium;
  const setting = { page, medium, fonts, width: medium.page.width - margin.left - margin.right };
  return [...(page.opening ? [] : layHead(setting)), ...layFoot(setting)];
};

/** The chapter inside, the report's title outside, and a rule below them. */
const layHead = (setting: FurnitureSetting): readonly PageItem[] => {
  const { page, medium, width } = setting;
  const style = styleOf({ medium }, 'running-head', 'caption');
  const { outer, inner } = sidesOf(page);
  const ruleY = medium.margin.top - headClearance;
  const y = ruleY - style.lineHeight - aboveRule;
  const rule = filledShape(
    partName('head-rule', page.language),
    { slot: 'accent3', lighten: 0.4 },
    { x: medium.margin.left, y: ruleY, width, height: ruleThickness },
  );
  return [
    ...(page.chapter === null
      ? []
      : [lay({ text: page.chapter, style, align: inner, part: 'head-chapter', y }, setting)]),
    lay({ text: page.reportTitle, style, align: outer, part: 'head-report', y }, setting),
    rule,
  ];
};

/** The folio outside, the report's footer inside. */
const layFoot = (setting: FurnitureSetting): readonly PageItem[] => {
  const { page, medium } = setting;
  const folio = styleOf({ medium }, 'folio', 'running-head');
  const head = styleOf({ medium }, 'running-head', 'caption');
  const { outer, inner } = sidesOf(page);
  const y = medium.page.height - medium.margin.bottom + footClearance;
  return [
    lay({ text: page.label, style: folio, align: outer, part: 'page-number', y }, setting),
    ...(page.footer === '' ? [] : [lay({ text: page.footer, style: head, align: inner, part: 'footer', y }, setting)]),
  ];
};

const sidesOf = ({ number }: PageFurniture): Readonly<Record<'outer' | 'inner', TextStyle['align']>> =>
  number % 2 === 1 ? { outer: 'end', inner: 'start' } : { outer: 'start', inner: 'end' };
