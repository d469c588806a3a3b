/** DrawingML pieces of a chart: colours, lines and text in the theme's own colours and fonts. */
import type { Pt } from '../../../model/length.js';
import type { NativeFill, NativeLine } from '../../../model/native-chart.js';
import type { Color, ColorSlot } from '../../../model/theme.js';
import { languageOf } from '../../xml/text-language.js';
import { escapeXml } from '../../xml/xml-text.js';

/** A slide names the first four colours by what they are for (ISO 29500-1, 20.1.10.54). */
const schemeNames: Partial<Record<ColorSlot, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

function colorXml({ slot, lighten = 0, mute = 0, alpha = 1 }: Color & { readonly alpha?: number }): string {
  const share = Math.round(lighten * 100_000);
  const changes =
    (mute === 0 ? '' : `<a:satMod val="${Math.round((1 - mute) * 100_000)}"/>`) +
    (lighten === 0 ? '' : `<a:lumMod val="${100_000 - share}"/><a:lumOff val="${share}"/>`) +
    (alpha === 1 ? '' : `<a:alpha val="${Math.round(alpha * 100_000)}"/>`);
  return `<a:schemeClr val="${schemeNames[slot] ?? slot}">${changes}</a:schemeClr>`;
}

export const fillXml = (fill: NativeFill): string =>
  fill === null ? '<a:noFill/>' : `<a:solidFill>${colorXml(fill)}</a:solidFill>`;

const emu = (length: Pt): number => Math.round(length * 12_700);

export const lineXml = (line: NativeLine | null): string =>
  line === null
    ? '<a:ln><a:noFill/></a:ln>'
    : `<a:ln w="${emu(line.width)}" cap="${line.dash ? 'flat' : 'rnd'}">${fillXml(line.color)}${line.dash ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`;

export const shapeXml = (fill: NativeFill | undefined, line: NativeLine | null): string =>
  `<c:spPr>${fill === undefined ? '' : fillXml(fill)}${lineXml(line)}</c:spPr>`;

export interface TextLook {
  readonly size: Pt;
  readonly bold: boolean;
  readonly color: Color;
}

/** Latin and East Asian letters take the theme's own fonts, so that Chinese is right on any machine. */
const runInside = (look: TextLook): string =>
  `${fillXml(look.color)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`;

const runAttributes = (look: TextLook): string => `sz="${Math.round(look.size * 100)}" b="${look.bold ? 1 : 0}"`;

/** `wrap` lets long names take a second line; a number must not. `auto` leaves turning and skipping to the program. */
type Flow = 'wrap' | 'line' | 'auto';

/** ISO 29500-1, 20.1.10.3: an angle in 60,000ths of a degree; PowerPoint writes this one for "as it fits". */
const bodyXml = (flow: Flow): string =>
  `<a:bodyPr rot="${flow === 'auto' ? -60_000_000 : 0}" vert="horz" wrap="${flow === 'line' ? 'none' : 'square'}" anchor="ctr"/><a:lstStyle/>`;

export const textLookXml = (look: TextLook, flow: Flow = 'line'): string =>
  `<c:txPr>${bodyXml(flow)}<a:p><a:pPr><a:defRPr ${runAttributes(look)}>${runInside(look)}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

/** Digits and signs alone have no language. */
const langAttribute = (text: string): string => {
  const language = languageOf(text, '');
  return language === '' ? '' : ` lang="${language}"`;
};

/** Text as it stands, a paragraph for each line. */
export const richTextXml = (text: string, look: TextLook): string =>
  `<c:tx><c:rich>${bodyXml('line')}${text
    .split('\n')
    .map(
      (line) =>
        `<a:p><a:pPr><a:defRPr ${runAttributes(look)}/></a:pPr><a:r><a:rPr${langAttribute(line)} ${runAttributes(look)}>${runInside(look)}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
    )
    .join('')}</c:rich></c:tx>`;
