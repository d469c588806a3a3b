/** The colours of a card: on its tint, or on the deep ground of a band's first row. */
import type { FigureText } from '../../../model/figure.js';
import type { Color } from '../../../model/theme.js';
import { courseOnGround, groundOf, trackOnGround } from '../../galley/deep-ground.js';
import { styleOf, type BlockContext } from '../../galley/block.js';

export interface CardColors {
  /** Null where the page is the ground. */
  readonly fill: Color | null;
  readonly label: Color;
  readonly numeral: Color;
  /** Units, what a figure was before. */
  readonly quiet: Color;
  readonly tone: (tone: FigureText['tone']) => Color;
  /** An award's verb is set in it. */
  readonly verb: Color;
  /** A meter's bar, what it is not filled with, and the tick of its target. */
  readonly bar: (isMissed: boolean) => Color;
  readonly track: Color;
  /** Bars of a course but its last: 3:1 against the card, for they are to be read. */
  readonly course: Color;
  readonly tick: Color;
}

const toneColor = (tone: FigureText['tone'], { theme }: BlockContext): Color => {
  switch (tone) {
    case 'good':
      return theme.good;
    case 'bad':
      return theme.bad;
    case 'neutral':
      return { slot: 'accent6' };
  }
};

export const onTint = (context: BlockContext): CardColors => ({
  fill: { slot: 'lt2' },
  label: { slot: 'dk1' },
  numeral: { slot: 'dk2' },
  quiet: { slot: 'accent6' },
  tone: (tone) => toneColor(tone, context),
  verb: context.theme.accentText ?? { slot: 'accent1' },
  bar: (isMissed) => (isMissed ? context.theme.bad : { slot: 'accent1' }),
  track: { slot: 'accent6', lighten: 0.85 },
  course: { slot: 'accent6', lighten: 0.2 },
  tick: { slot: 'dk1' },
});

/**
 * As words on the cover and the masthead are coloured. Shape alone tells good from bad there: neither colour can be
 * read on all grounds.
 */
export const onGround = (context: BlockContext): CardColors => {
  const strong = styleOf(context, 'cover-title', 'masthead-title').color;
  const quiet = styleOf(context, 'cover-slogan', 'masthead-slogan').color;
  return {
    fill: groundOf(context.theme),
    label: strong,
    numeral: strong,
    quiet,
    tone: () => quiet,
    verb: quiet,
    bar: () => quiet,
    track: trackOnGround(context.theme),
    course: courseOnGround(context.theme),
    tick: strong,
  };
};
