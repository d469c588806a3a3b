/** SVG as text: numbers, escaping, elements, colours. */
import type { Color, Theme } from '../../model/theme.js';
import { channelsOf } from '../drawn/theme-channels.js';

/** To a hundredth of a point: finer than any screen shows at eight times the size. */
export const svgNumber = (value: number): string => String(Math.round(value * 100) / 100 || 0);

/** What XML may not hold at all. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text of a document as text or attribute value: it never becomes markup. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Attributes that are null or left out are not written; numbers are rounded. */
export const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === null || value === undefined
        ? ''
        : ` ${name}="${typeof value === 'number' ? svgNumber(value) : escapeMarkup(value)}"`,
    )
    .join('');

/** `content` is markup already. */
export const svgElement = (name: string, attributes: Attributes, content = ''): string =>
  content === '' ? `<${name}${attributesOf(attributes)}/>` : `<${name}${attributesOf(attributes)}>${content}</${name}>`;

const twoDigits = (channel: number): string =>
  Math.round(channel * 255)
    .toString(16)
    .padStart(2, '0');

/** `#1b7472`. */
export const hexOf = (theme: Theme, color: Color): string => `#${channelsOf(theme, color).map(twoDigits).join('')}`;
