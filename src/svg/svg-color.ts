/** A colour as SVG writes it: hex, rgb(), rgba(), hsl(), a name. */
import { namedColor } from './color-names.js';

/** `#rrggbb` and an alpha from 0 to 1. */
export interface SvgColor {
  readonly hex: string;
  readonly alpha: number;
}

/** Null where it is none. */
export function readSvgColor(written: string): SvgColor | null {
  const text = written.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return { hex: text, alpha: 1 };
  if (text === 'transparent') return { hex: '#000000', alpha: 0 };
  const short = /^#([0-9a-f]{3,4}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (short !== undefined) return ofHex(short.length < 8 ? [...short].map((digit) => digit + digit).join('') : short);
  const named = namedColor(text);
  if (named !== undefined) return { hex: named, alpha: 1 };
  const call = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(text);
  if (call === null) return null;
  const parts = call[2]!.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3 || parts.length > 4 || parts.some((part) => !/^[-+]?[\d.]+(%|deg)?$/.test(part))) return null;
  const alpha = parts[3] === undefined ? 1 : clamp(share(parts[3], 1));
  const channels =
    call[1] === 'rgb'
      ? parts.slice(0, 3).map((part) => clamp(share(part, 255)))
      : ofHsl(parseFloat(parts[0]!), clamp(share(parts[1]!, 100)), clamp(share(parts[2]!, 100)));
  return { hex: hexOf(channels), alpha };
}

const ofHex = (digits: string): SvgColor => ({
  hex: `#${digits.slice(0, 6)}`,
  alpha: digits.length === 8 ? parseInt(digits.slice(6), 16) / 255 : 1,
});

/** A percentage, or a number of which `whole` is all. */
const share = (part: string, whole: number): number =>
  part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part) / whole;
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const hexOf = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** CSS Color 4, 7.1. */
function ofHsl(hue: number, saturation: number, lightness: number): number[] {
  return [0, 8, 4].map((offset) => {
    const place = (((offset + hue / 30) % 12) + 12) % 12;
    return (
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(place - 3, 9 - place, 1))
    );
  });
}
