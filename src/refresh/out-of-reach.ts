/**
 * Old numbers where nothing is written: in SmartArt, whose words stand in a part of its own beside a drawing of them,
 * and in a person's chart that reads a workbook elsewhere.
 */
import { plainDigits } from '../locale/reading/number-words.js';
import { readAnyChart } from '../powerpoint/edited/any-chart-part.js';
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { readParagraph } from '../powerpoint/edited/paragraphs.js';
import { readPart } from '../powerpoint/edited/read-edited-deck.js';
import type { OpenedPackage } from '../powerpoint/package/open-package.js';
import { relationsOf } from '../powerpoint/package/relations.js';
import { everyElement, findElement } from '../powerpoint/xml/parse-xml.js';
import { quotedNumbers, type OldPrints, type Quote } from './quoted-numbers.js';
import { numberCore } from './text/number-core.js';

export interface OutOfReach {
  readonly shape: string;
  readonly reason: 'diagram' | 'linked';
  readonly quote: Quote;
  /** The words, or the series, in which it stands. */
  readonly context: string;
}

/** @param isBound whether a build made the shape: its chart is compared cell by cell elsewhere */
export const outOfReach = (
  pack: OpenedPackage,
  slide: EditedSlide,
  old: Pick<OldPrints, 'prints'>,
  isBound: (shape: EditedShape) => boolean,
): readonly OutOfReach[] =>
  old.prints.length === 0
    ? []
    : slide.shapes.flatMap((shape) => [
        ...diagramTexts(pack, slide, shape).flatMap((context) =>
          quotedNumbers(context, old).map((quote) => ({
            shape: shape.name,
            reason: 'diagram' as const,
            quote,
            context,
          })),
        ),
        ...(isBound(shape) ? [] : linkedNumbers(pack, shape, old)),
      ]);

/** Words of SmartArt, a paragraph each. */
function diagramTexts(pack: OpenedPackage, slide: EditedSlide, { element }: EditedShape): readonly string[] {
  const data = element.name === 'p:graphicFrame' ? findElement(element, 'a:graphic', 'a:graphicData') : null;
  const id = data?.children.find(({ attributes }) => attributes['r:dm'] !== undefined)?.attributes['r:dm'];
  const relation = relationsOf(pack, slide.path).find((each) => each.id === id && !each.external);
  const part = relation === undefined ? null : readPart(pack, relation.target);
  if (part === null) return [];
  const paragraphs = [...everyElement(part.root)].filter(({ name }) => name === 'a:p');
  return paragraphs.map((paragraph) => readParagraph(paragraph).text).filter((text) => text !== '');
}

/** Fewer digits than these may be anybody's: a chart's cells have no unit beside them. */
const leastDigits = 3;

function linkedNumbers(
  pack: OpenedPackage,
  shape: EditedShape,
  { prints }: Pick<OldPrints, 'prints'>,
): readonly OutOfReach[] {
  const part = shape.kind === 'chart' && shape.part !== null ? readPart(pack, shape.part) : null;
  if (part === null) return [];
  const { workbook, series } = readAnyChart(part.root);
  if (!relationsOf(pack, part.path).some(({ id, external }) => id === workbook && external)) return [];
  const known = new Map<number, Quote>();
  for (const quote of prints) {
    const { core, kind } = numberCore(quote.text);
    const digits = plainDigits(core);
    if (kind === 'digits' && digits.replaceAll(/\D/g, '').length >= leastDigits) known.set(Number(digits), quote);
  }
  return series.flatMap(({ name, values }) =>
    (values?.points ?? []).flatMap(({ text }) => {
      const quote = known.get(Number(text));
      const context = `${name?.points[0]?.text ?? ''} ${text}`.trim();
      return quote === undefined ? [] : [{ shape: shape.name, reason: 'linked' as const, quote, context }];
    }),
  );
}
