/** Words that stand on a layout itself: a name, a notice. Placeholders' prompts are none. */
import type { Box } from '../../model/length.js';
import { colorElement, resolveColor, type ColorContext } from '../look/color.js';
import { emuToPt, inherited, readLevel, readLevels, runLook, type LevelLook } from '../look/level-look.js';
import { childOf, childrenOf, findElement, numberOf, textOf, type XmlElement } from '../xml/parse-xml.js';
import type { GroundPiece, GroundRun } from './ground.js';

export type Words = Extract<GroundPiece, { kind: 'words' }>;

/** Null without words; `turned` where they do not run across. */
export function wordsOf(
  shape: XmlElement,
  box: Box,
  colors: ColorContext,
  plainText: readonly LevelLook[],
): Words | 'turned' | null {
  const text = childOf(shape, 'p:txBody');
  if (text === null || textOf(text).trim() === '') return null;
  const body = childOf(text, 'a:bodyPr');
  const isTurned = !['horz', undefined].includes(body?.attributes['vert']) || (numberOf(body, 'rot') ?? 0) !== 0;
  if (isTurned) return 'turned';
  const styled = resolveColor(colorElement(findElement(shape, 'p:style', 'a:fontRef')), colors);
  const levels = inherited([
    readLevels(childOf(text, 'a:lstStyle'), colors),
    ...(styled === null ? [] : [plainText.map((level) => ({ ...level, color: styled }))]),
    plainText,
  ]);
  const scale = (numberOf(childOf(body, 'a:normAutofit'), 'fontScale') ?? 100_000) / 100_000;
  const side = (name: string, otherwise: number): number => emuToPt(numberOf(body, name) ?? otherwise);
  return {
    kind: 'words',
    box,
    inset: {
      left: side('lIns', 91_440),
      top: side('tIns', 45_720),
      right: side('rIns', 91_440),
      bottom: side('bIns', 45_720),
    },
    valign: valigns[body?.attributes['anchor'] ?? 't'] ?? 'top',
    paragraphs: childrenOf(text, 'a:p').map((paragraph) => paragraphOf(paragraph, levels, colors, scale)),
  };
}

const valigns: Readonly<Record<string, Words['valign']>> = { t: 'top', ctr: 'middle', b: 'bottom' };

function paragraphOf(
  paragraph: XmlElement,
  levels: readonly LevelLook[],
  colors: ColorContext,
  scale: number,
): Words['paragraphs'][number] {
  const properties = childOf(paragraph, 'a:pPr');
  const look = { ...levels[numberOf(properties, 'lvl') ?? 0], ...readLevel(properties, colors) };
  return {
    align: look.align ?? 'start',
    runs: paragraph.children.flatMap((child): readonly GroundRun[] => {
      if (child.name === 'a:br') return [runOf('\n', look, scale, null)];
      if (child.name !== 'a:r' && child.name !== 'a:fld') return [];
      const own = childOf(child, 'a:rPr');
      const words = childOf(child, 'a:t')?.text ?? '';
      return words === '' ? [] : [runOf(words, { ...look, ...runLook(own, colors) }, scale, own)];
    }),
  };
}

const runOf = (text: string, look: LevelLook, scale: number, own: XmlElement | null): GroundRun => ({
  text: look.capitals === true ? text.toUpperCase() : text,
  size: (look.size ?? 18) * scale,
  bold: look.bold ?? false,
  italic: ['1', 'true'].includes(own?.attributes['i'] ?? ''),
  color: look.color ?? '000000',
});
