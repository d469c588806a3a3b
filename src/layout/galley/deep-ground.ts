/** The deep ground of covers, dividers and first bands: on a dark page a colour other than its words' `dk2`. */
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Color, Theme } from '../../model/theme.js';

const words: Color = { slot: 'dk2' };

export const groundOf = ({ ground = words }: Theme): Color => ground;

const paler = ({ ground }: Theme, more: number): Color =>
  ground === undefined ? { ...words, lighten: more } : { ...ground, lighten: (ground.lighten ?? 0) + more };

/** What a meter on the deep ground is not filled with. */
export const trackOnGround = (theme: Theme): Color => paler(theme, theme.ground === undefined ? 0.15 : 0.1);

/** Marks on it that are to be read, but stand back. */
export const courseOnGround = (theme: Theme): Color => paler(theme, 0.3);

/** Whether a colour is the page's own, and nothing deeper or paler. */
export const isPageColor = ({ slot, lighten = 0 }: Color): boolean => slot === 'lt1' && lighten === 0;

/** Layouts that lay `dk2` as a ground, on the ground of the theme. */
export function withDeepGrounds(
  layouts: ReadonlyMap<string, SlideLayout>,
  theme: Theme,
): ReadonlyMap<string, SlideLayout> {
  const { ground } = theme;
  if (ground === undefined) return layouts;
  const deep = (color: Color): Color => (color.slot === 'dk2' && (color.lighten ?? 0) === 0 ? ground : color);
  const lay = (layout: SlideLayout): SlideLayout => ({
    ...layout,
    background: deep(layout.background),
    decorations: layout.decorations.map((each) => (each.fill === null ? each : { ...each, fill: deep(each.fill) })),
  });
  return new Map([...layouts].map(([name, layout]) => [name, lay(layout)]));
}
