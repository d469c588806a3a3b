/** Theme colours to red, green and blue, lightened as PowerPoint does it. */
import type { Color, Theme } from '../../model/theme.js';

/** From 0 to 1. */
export function channelsOf(theme: Theme, { slot, lighten = 0, literal }: Color): readonly number[] {
  const hex = literal ?? theme.colors[slot];
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return lighten === 0 || literal !== undefined ? channels : lightenInHsl(channels, lighten);
}

/** `lumMod` 1 − share with `lumOff` share: hue and saturation stay, the lightness moves towards white. */
function lightenInHsl(channels: readonly number[], share: number): number[] {
  const most = Math.max(...channels);
  const least = Math.min(...channels);
  const lightness = (most + least) / 2;
  const spread = 1 - Math.abs(2 * lightness - 1);
  const saturation = spread === 0 ? 0 : (most - least) / spread;
  const lighter = Math.min(1, lightness * (1 - share) + share);
  const chroma = (1 - Math.abs(2 * lighter - 1)) * saturation;
  const base = lighter - chroma / 2;
  const range = most - least;
  return channels.map((channel) => base + (range === 0 ? 0 : (chroma * (channel - least)) / range));
}
