/**
 * Layouts of somebody else's template as the plan of a deck knows them: their parts, and the placeholders that slides
 * fill.
 */
import type { Region, SlideLayout } from '../../../model/slide-layout.js';
import type { Theme } from '../../../model/theme.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { textBoxOf } from '../../../powerpoint/template/land-regions.js';
import { styleOfPlaceholder } from '../../../powerpoint/template/text-style.js';
import type { TemplatePlaceholder } from '../../../powerpoint/template/template.js';
import type { LayoutPlan, PlaceholderPlan, PlaceholderType } from './deck-plan.js';
import { plainStyle } from './plan-layouts.js';

/** In the order of the pages' layouts. */
export const planTemplateLayouts = (
  layouts: readonly SlideLayout[],
  { landed, palette }: DeckTemplate,
  theme: Theme,
): readonly LayoutPlan[] =>
  layouts.map((layout): LayoutPlan => {
    const { target, placeholders } = landed.get(layout.name)!;
    return {
      label: target.name,
      part: target.path,
      background: layout.background,
      decorations: layout.decorations,
      placeholders: layout.regions.flatMap((region): readonly PlaceholderPlan[] => {
        const placeholder = placeholders.get(region.name);
        return placeholder === undefined || placeholder.box === null
          ? []
          : [planPlaceholder(region, { ...placeholder, box: placeholder.box }, theme, palette.dk1.hex)];
      }),
    };
  });

const kinds: ReadonlySet<string> = new Set([
  'title',
  'ctrTitle',
  'subTitle',
  'body',
  'pic',
  'chart',
  'tbl',
  'obj',
  'ftr',
  'dt',
  'sldNum',
] satisfies readonly PlaceholderType[]);

function planPlaceholder(
  region: Region,
  placeholder: TemplatePlaceholder & { readonly box: PlaceholderPlan['box'] },
  theme: Theme,
  ink: string,
): PlaceholderPlan {
  const { kind, box, inset, valign, index, reference, autofit, levels } = placeholder;
  const isText = region.placeholder !== null && kind !== 'pic';
  return {
    region: region.name,
    type: kinds.has(kind) ? (kind as PlaceholderType) : 'body',
    index,
    // A chart or a table takes the whole box, text what its insets leave.
    box: isText ? textBoxOf(placeholder) : box,
    inset: { top: 0, right: 0, bottom: 0, left: 0 },
    valign,
    // What the template says itself: a colour that could not be read there is written on the slide.
    style: {
      ...(theme.deck.styles[region.style] ?? plainStyle),
      color: styleOfPlaceholder(placeholder, '', ink).color,
    },
    bulleted: levels[0]?.bullet === 'mark',
    prompt: '',
    foreign: {
      reference,
      outer: box,
      inset,
      saysSize: levels[0]?.size !== undefined,
      shrinks: autofit === 'shrink',
    },
  };
}
