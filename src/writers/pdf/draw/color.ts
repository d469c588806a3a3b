/** Theme colours to the numbers of a fill or stroke operator, lightened as PowerPoint does it. */
import type { Color, Theme } from '../../../model/theme.js';
import { channelsOf } from '../../drawn/theme-channels.js';
import { formatNumber } from '../file/serialize.js';

/** `0.1 0.2 0.3`, for rg and RG; a lone number is a grey, for g. */
export type Rgb = string;

export const rgbOfHex = (hex: string): Rgb =>
  toRgb([0, 2, 4].map((at) => parseInt(hex.replace('#', '').slice(at, at + 2), 16) / 255));

/** Colours of the theme, each worked out once: every run of text and every rule asks for one. */
export function rgbReader(theme: Theme): (color: Color) => Rgb {
  const known = new Map<Color, Rgb>();
  return (color) => {
    let rgb = known.get(color);
    if (rgb === undefined) known.set(color, (rgb = toRgb(channelsOf(theme, color))));
    return rgb;
  };
}

/** Channels nearer to each other than this are a grey, and a grey below this is black. */
const nearlyGrey = 0.12;
const nearlyBlack = 0.25;

/**
 * The operand of a fill that takes black ink alone, where the colour is a near grey: four inks never quite meet in
 * small type.
 */
export function inkOf(color: Rgb): Rgb {
  const channels = color.split(' ').map(Number);
  if (Math.max(...channels) - Math.min(...channels) > nearlyGrey) return color;
  const grey = channels.reduce((sum, channel) => sum + channel, 0) / channels.length;
  return grey < nearlyBlack ? '0' : formatNumber(grey, 4);
}

const toRgb = (channels: readonly number[]): Rgb => channels.map((channel) => formatNumber(channel, 4)).join(' ');
