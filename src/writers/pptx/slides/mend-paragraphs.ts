/** Paragraphs: one `a:pPr`, first, with what the plan says; runs in between; `a:endParaRPr` only where a paragraph is empty. */
import { assertNever } from '../../../model/assert-never.js';
import type { BulletPlan, ParagraphPlan, RunPlan } from '../plan/deck-plan.js';
import { alignment, slideNumberField } from '../parts/placeholder-shape.js';
import { colorXml, emu, escapeXml, hundredths } from '../../xml/presentation-xml.js';

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
  const mended = xml.replace(paragraphElement, (element) =>
    mendParagraph(element, paragraphs[index++], inherits, language),
  );
  if (index !== paragraphs.length) throw new Error(`pptxgenjs wrote ${index} paragraphs of ${paragraphs.length}`);
  return mended;
}

function mendParagraph(
  element: string,
  paragraph: ParagraphPlan | undefined,
  inherits: boolean,
  language: string,
): string {
  if (paragraph === undefined) throw new Error('pptxgenjs wrote a paragraph too many');
  const runs = element.match(runElement) ?? [];
  const planned = paragraph.runs.filter((run) => run.text !== '');
  if (runs.length !== planned.length) throw new Error(`pptxgenjs wrote ${runs.length} runs of ${planned.length}`);
  let written = 0;
  const content = paragraph.runs
    .map((run) => {
      const mended = run.text === '' ? '' : mendRun(runs[written++]!, run);
      return run.breakBefore
        ? `<a:br>${runProperties(mended) || `<a:rPr lang="${language}"/>`}</a:br>${mended}`
        : mended;
    })
    .join('');
  const end = content === '' ? `<a:endParaRPr lang="${language}" sz="${hundredths(paragraph.emptySize)}"/>` : '';
  return `<a:p>${paragraphProperties(paragraph, inherits)}${content}${end}</a:p>`;
}

// ---- Runs ----------------------------------------------------------------------------------------------------------

const runProperties = (run: string): string =>
  (/<a:rPr[^>]*\/>|<a:rPr[\s\S]*?<\/a:rPr>/.exec(run)?.[0] ?? '').replace(
    /<a:hlinkClick[\s\S]*?(?:<\/a:hlinkClick>|\/>)/,
    '',
  );

function mendRun(element: string, run: RunPlan): string {
  const plain = element
    .replace(/ altLang="[^"]*"| dirty="0"/g, '')
    .replace(/(<a:rPr [^>]*)>/, run.bold === false ? '$1 b="0">' : '$1>')
    .replace(/ invalidUrl="" action="" tgtFrame="" tooltip="[^"]*" history="1" highlightClick="0" endSnd="0"/, '')
    .replace(/(action="ppaction:\/\/hlinksldjump") tooltip=""/, '$1')
    .replace(blankBetween, '><')
    .replace(/(<a:rPr [^>]*)><\/a:rPr>/, '$1/>');
  if (!run.slideNumber) return plain;
  return slideNumberField(escapeXml(run.text), /<a:rPr[^>]*\/>|<a:rPr[\s\S]*?<\/a:rPr>/.exec(plain)?.[0] ?? '');
}

// ---- Paragraph properties ------------------------------------------------------------------------------------------

/** Children in the order of CT_TextParagraphProperties (ISO 29500-1, 21.1.2.2.7). */
function paragraphProperties(paragraph: ParagraphPlan, inherits: boolean): string {
  const { align, lineHeight, spaceBefore, spaceAfter, indent, firstIndent, level, bullet } = paragraph;
  const isPlain = bullet === null && indent === 0 && firstIndent === 0;
  const attributes = [
    inherits && isPlain ? '' : `marL="${emu(indent)}" indent="${emu(firstIndent)}"`,
    level === 0 ? '' : `lvl="${level}"`,
    align === null ? '' : `algn="${alignment(align)}"`,
  ]
    .filter((attribute) => attribute !== '')
    .join(' ');
  const children =
    (lineHeight === null ? '' : `<a:lnSpc><a:spcPts val="${hundredths(lineHeight)}"/></a:lnSpc>`) +
    (spaceBefore === null ? '' : `<a:spcBef><a:spcPts val="${hundredths(spaceBefore)}"/></a:spcBef>`) +
    (spaceAfter === null ? '' : `<a:spcAft><a:spcPts val="${hundredths(spaceAfter)}"/></a:spcAft>`) +
    (bullet === null ? (inherits ? '' : '<a:buNone/>') : bulletProperties(bullet));
  if (attributes === '' && children === '') return '';
  return `<a:pPr${attributes === '' ? '' : ` ${attributes}`}>${children}</a:pPr>`;
}

function bulletProperties(bullet: BulletPlan): string {
  const color = `<a:buClr>${colorXml(bullet.color)}</a:buClr>`;
  switch (bullet.kind) {
    case 'character':
      return `${color}<a:buFont typeface="Arial"/><a:buChar char="${escapeXml(bullet.character)}"/>`;
    case 'number':
      return `${color}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="${bullet.scheme}"${bullet.start === 1 ? '' : ` startAt="${bullet.start}"`}/>`;
    default:
      return assertNever(bullet);
  }
}
