/**
 * Paragraphs: one `a:pPr`, first, with what the plan says; runs in between; `a:endParaRPr` only where a paragraph is
 * empty.
 */
import { assertNever } from '../../../model/assert-never.js';
import type { BulletPlan, ParagraphPlan, RunPlan } from '../plan/deck-plan.js';
import { alignment, pointsXml } from '../parts/level-properties.js';
import { slideNumberField } from '../parts/placeholder-shape.js';
import { colorXml, emu, hundredths } from '../../xml/drawing-ml.js';
import { asXml, element, fragment, nothing, type Attributes, type Xml } from '../../xml/element.js';
import { elementsOf } from './draft-elements.js';
import type { Looks } from './mend-looks.js';

/** All that paragraphs have to know of what they stand in. */
export interface ParagraphsPlace {
  /** In a placeholder, whose own indents and bullets then hold for plain paragraphs. */
  readonly inherits: boolean;
  readonly language: string;
  readonly looks: Looks;
}

/** @param xml what stands from the first paragraph's begin to the last one's end. */
export function mendParagraphs(xml: string, paragraphs: readonly ParagraphPlan[], place: ParagraphsPlace): Xml {
  const drafts = elementsOf(xml, 'a:p');
  if (drafts.length !== paragraphs.length)
    throw new Error(`pptxgenjs wrote ${drafts.length} paragraphs of ${paragraphs.length}`);
  return fragment(drafts.map((draft, index) => mendParagraph(draft, paragraphs[index]!, place)));
}

function mendParagraph(draft: string, paragraph: ParagraphPlan, { inherits, language, looks }: ParagraphsPlace): Xml {
  const drafts = elementsOf(draft, 'a:r');
  const planned = paragraph.runs.filter((run) => run.text !== '');
  if (drafts.length !== planned.length) throw new Error(`pptxgenjs wrote ${drafts.length} runs of ${planned.length}`);
  let written = 0;
  const runs = paragraph.runs.map((run) => {
    const mended = run.text === '' ? nothing : mendRun(drafts[written++]!, run, looks);
    if (!run.breakBefore) return mended;
    return [element('a:br', {}, runProperties(mended) || element('a:rPr', { lang: language })), mended];
  });
  const content = fragment(runs);
  const end = element('a:endParaRPr', { lang: language, sz: hundredths(paragraph.emptySize) });
  return element('a:p', {}, paragraphProperties(paragraph, inherits), content, content === '' && end);
}

// ---- Runs ----------------------------------------------------------------------------------------------------------

const propertiesElement = /<a:rPr[^>]*\/>|<a:rPr[\s\S]*?<\/a:rPr>/;

const runProperties = (run: string): Xml =>
  asXml((propertiesElement.exec(run)?.[0] ?? '').replace(/<a:hlinkClick[\s\S]*?(?:<\/a:hlinkClick>|\/>)/, ''));

function mendRun(draft: string, run: RunPlan, looks: Looks): Xml {
  const text = draft.indexOf('<a:t>');
  const mended = `<a:r>${looks.run(draft.slice('<a:r>'.length, text), run.bold === false)}${draft.slice(text)}`;
  if (!run.slideNumber) return asXml(mended);
  return slideNumberField(run.text, asXml(propertiesElement.exec(mended)?.[0] ?? ''));
}

// ---- Paragraph properties ------------------------------------------------------------------------------------------

/**
 * Children in the order of CT_TextParagraphProperties (ISO 29500-1, 21.1.2.2.7). Nothing where the placeholder says
 * all.
 */
function paragraphProperties(paragraph: ParagraphPlan, inherits: boolean): Xml {
  const {
    align,
    lineHeight,
    spaceBefore,
    spaceAfter,
    indent,
    firstIndent,
    level,
    bullet,
    unmarked = false,
  } = paragraph;
  const isPlain = (bullet === null || inherits) && indent === 0 && firstIndent === 0 && !unmarked;
  const isAsInherited = inherits && isPlain;
  const attributes: Attributes = {
    marL: isAsInherited ? null : emu(indent),
    indent: isAsInherited ? null : emu(firstIndent),
    lvl: level === 0 ? null : level,
    algn: align === null ? null : alignment(align),
  };
  const children = fragment(
    lineHeight !== null && pointsXml('a:lnSpc', lineHeight),
    spaceBefore !== null && pointsXml('a:spcBef', spaceBefore),
    spaceAfter !== null && pointsXml('a:spcAft', spaceAfter),
    bullet !== null ? bulletProperties(bullet) : (!inherits || unmarked) && element('a:buNone'),
  );
  if (children === '' && isAsInherited && level === 0 && align === null) return nothing;
  return element('a:pPr', attributes, children);
}

function bulletProperties(bullet: BulletPlan): Xml {
  const color = element('a:buClr', {}, colorXml(bullet.color));
  switch (bullet.kind) {
    case 'character':
      return fragment(
        color,
        element('a:buFont', { typeface: 'Arial' }),
        element('a:buChar', { char: bullet.character }),
      );
    case 'number':
      return fragment(
        color,
        element('a:buFont', { typeface: '+mj-lt' }),
        element('a:buAutoNum', { type: bullet.scheme, startAt: bullet.start === 1 ? null : bullet.start }),
      );
    default:
      return assertNever(bullet);
  }
}
