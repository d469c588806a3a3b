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

const paragraphElement = /<a:p>[\s\S]*?<\/a:p>/g;
/** Not the blanks that are a text of their own. */
export const blankBetween = /(?<!<a:t)>\s+</g;
const runElement = /<a:r>[\s\S]*?<\/a:r>/g;

/** `inherits` where the text stands in a placeholder, whose own indents and bullets then hold for plain paragraphs. */
export function mendParagraphs(
  xml: string,
  paragraphs: readonly ParagraphPlan[],
  inherits: boolean,
  language: string,
): string {
  let index = 0;
  const mended = xml.replace(paragraphElement, (draft) =>
    mendParagraph(draft, paragraphs[index++], inherits, language),
  );
  if (index !== paragraphs.length) throw new Error(`pptxgenjs wrote ${index} paragraphs of ${paragraphs.length}`);
  return mended;
}

function mendParagraph(draft: string, paragraph: ParagraphPlan | undefined, inherits: boolean, language: string): Xml {
  if (paragraph === undefined) throw new Error('pptxgenjs wrote a paragraph too many');
  const drafts = draft.match(runElement) ?? [];
  const planned = paragraph.runs.filter((run) => run.text !== '');
  if (drafts.length !== planned.length) throw new Error(`pptxgenjs wrote ${drafts.length} runs of ${planned.length}`);
  let written = 0;
  const runs = paragraph.runs.map((run) => {
    const mended = run.text === '' ? nothing : mendRun(drafts[written++]!, run);
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

function mendRun(draft: string, run: RunPlan): Xml {
  const plain = draft
    .replace(/ altLang="[^"]*"| dirty="0"/g, '')
    .replace(/(<a:rPr [^>]*)>/, run.bold === false ? '$1 b="0">' : '$1>')
    .replace(/ invalidUrl="" action="" tgtFrame="" tooltip="[^"]*" history="1" highlightClick="0" endSnd="0"/, '')
    .replace(/(action="ppaction:\/\/hlinksldjump") tooltip=""/, '$1')
    .replace(blankBetween, '><')
    .replace(/(<a:rPr [^>]*)><\/a:rPr>/, '$1/>');
  if (!run.slideNumber) return asXml(plain);
  return slideNumberField(run.text, asXml(propertiesElement.exec(plain)?.[0] ?? ''));
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
  const attributes: Attributes = {
    ...(inherits && isPlain ? {} : { marL: emu(indent), indent: emu(firstIndent) }),
    ...(level === 0 ? {} : { lvl: level }),
    ...(align === null ? {} : { algn: alignment(align) }),
  };
  const children = fragment(
    lineHeight !== null && pointsXml('a:lnSpc', lineHeight),
    spaceBefore !== null && pointsXml('a:spcBef', spaceBefore),
    spaceAfter !== null && pointsXml('a:spcAft', spaceAfter),
    bullet !== null ? bulletProperties(bullet) : (!inherits || unmarked) && element('a:buNone'),
  );
  if (children === '' && Object.keys(attributes).length === 0) return nothing;
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
