/**
 * What stands around the text of a page: the running head and the folio. Artifacts: a screen reader passes over them.
 */
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, Run } from '../../model/page.js';
import type { Medium, TextStyle } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { moveItem, runStyle, styleOf } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';

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
const ruleThickness = 0.5;

const line = (
  runs: readonly Run[],
  style: TextStyle,
  align: TextStyle['align'],
  width: Pt,
  fonts: Fonts,
  name: string,
): PageItem =>
  textItem(
    [
      setRuns(
        runs,
        { ...style, align, firstIndent: 0, spaceBefore: 0, spaceAfter: 0 },
        width,
        { fonts, breaking: {} },
        'artifact',
      ),
    ],
    width,
    name,
  );

/** Odd pages lie on the right of a spread, even ones on the left: what is outer on one is outer on the other. */
export const layFurniture = (page: PageFurniture, medium: Medium, fonts: Fonts): readonly PageItem[] => {
  const { margin } = medium;
  const width = medium.page.width - margin.left - margin.right;
  const isRight = page.number % 2 === 1;
  const head = styleOf({ medium }, 'running-head', 'caption');
  const folio = styleOf({ medium }, 'folio', 'running-head');
  const outer = isRight ? 'end' : 'start';
  const inner = isRight ? 'start' : 'end';
  const items: PageItem[] = [];
  if (!page.opening) {
    const y = margin.top - headClearance - head.lineHeight;
    if (page.chapter !== null) {
      items.push(
        moveItem(
          line(
            [plainRun(page.chapter, runStyle(head))],
            head,
            inner,
            width,
            fonts,
            partName('head-chapter', page.language),
          ),
          margin.left,
          y - 3,
        ),
      );
    }
    items.push(
      moveItem(
        line(
          [plainRun(page.reportTitle, runStyle(head))],
          head,
          outer,
          width,
          fonts,
          partName('head-report', page.language),
        ),
        margin.left,
        y - 3,
      ),
    );
    items.push({
      kind: 'shape',
      shape: 'rect',
      name: partName('head-rule', page.language),
      tag: 'artifact',
      fill: { slot: 'accent3', lighten: 0.4 },
      stroke: null,
      strokeWidth: 0,
      dash: false,
      box: { x: margin.left, y: y + head.lineHeight, width, height: ruleThickness },
    });
  }
  const foot = medium.page.height - margin.bottom + footClearance;
  items.push(
    moveItem(
      line([plainRun(page.label, runStyle(folio))], folio, outer, width, fonts, partName('page-number', page.language)),
      margin.left,
      foot,
    ),
  );
  if (page.footer !== '') {
    items.push(
      moveItem(
        line([plainRun(page.footer, runStyle(head))], head, inner, width, fonts, partName('footer', page.language)),
        margin.left,
        foot,
      ),
    );
  }
  return items;
};
