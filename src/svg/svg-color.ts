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
  if (text.startsWith('color-mix(')) return text.length > longestMixture ? null : mixed(text);
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

/** A mixture of mixtures takes a hundred characters; its parts are searched for from each comma. */
const longestMixture = 1000;

/** `color-mix(in srgb, teal 30%, white)` (CSS Color 5, 2); null for a mixture in another space. */
function mixed(text: string): SvgColor | null {
  const inside = /^color-mix\(\s*in\s+srgb\s*,(.*)\)$/s.exec(text)?.[1];
  const parts = inside?.split(/,(?![^(]*\))/).map((part) => /^(.*?)(?:\s+([\d.]+)%)?$/s.exec(part.trim())!);
  const [one, other] = parts ?? [];
  if (parts?.length !== 2 || one === undefined || other === undefined) return null;
  const colors = [readSvgColor(one[1]!), readSvgColor(other[1]!)];
  const [first, second] = colors;
  if (first === null || first === undefined || second === null || second === undefined) return null;
  const [given, rest] = [one[2], other[2]].map((share) => (share === undefined ? null : Number(share)));
  const [a, b] = [given ?? (rest === null ? 50 : 100 - rest!), rest ?? (given === null ? 50 : 100 - given!)];
  const sum = a + b;
  if (sum <= 0) return null;
  const weights = [a / sum, b / sum] as const;
  const alpha = first.alpha * weights[0] + second.alpha * weights[1];
  const channel = (at: number): number => {
    const value = ({ hex, alpha: own }: SvgColor, weight: number): number =>
      (parseInt(hex.slice(at, at + 2), 16) / 255) * own * weight;
    return alpha === 0 ? 0 : (value(first, weights[0]) + value(second, weights[1])) / alpha;
  };
  return { hex: hexOf([1, 3, 5].map(channel)), alpha: alpha * Math.min(1, sum / 100) };
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
