/** How most slides of a template look: the master that serves best, its body, and the roles of its colours. */
import { seenGround } from './colors-under.js';
import { singleOf, type LayoutRoom, type PlacedPlaceholder } from './measure-layout.js';
import { buildPalette, type Palette } from './palette.js';
import { rankLayouts, type LayoutNeed } from './score-layouts.js';
import type { Template, TemplatePlaceholder } from './template.js';

export interface HomeLook {
  /** Index among the masters. */
  readonly home: number;
  /** The layout for one place of content. */
  readonly body: LayoutRoom;
  /** Null where the template has no body: plain text serves. */
  readonly bodyPlaceholder: PlacedPlaceholder | null;
  readonly palette: Palette;
}

/** The same colours in the same roles on a white page. */
export function paperPalette(template: Template): Palette {
  const { body, bodyPlaceholder } = homeLook(template);
  return buildPalette({
    scheme: template.masters[body.layout.master]!.theme.colors,
    map: body.layout.colorMap,
    ground: { kind: 'colors', colors: ['FFFFFF'] },
    ink: inkOf(bodyPlaceholder ?? body.contents[0] ?? null),
    title: inkOf(body.title),
  });
}

const known = new WeakMap<Template, HomeLook>();

/** Found once for a template: it is asked at each size that a deck is tried at. */
export function homeLook(template: Template): HomeLook {
  let look = known.get(template);
  if (look === undefined) known.set(template, (look = findHomeLook(template)));
  return look;
}

function findHomeLook(template: Template): HomeLook {
  const home = homeMaster(template);
  const body = rankLayouts(template, 'single', home)[0]!.room;
  const bodyPlaceholder = singleOf(body, template.size);
  const master = template.masters[body.layout.master]!;
  const palette = buildPalette({
    scheme: master.theme.colors,
    map: body.layout.colorMap,
    ground: seenGround(body.layout, body.free, template.size),
    ink: inkOf(bodyPlaceholder ?? body.contents[0] ?? null),
    title: inkOf(body.title),
  });
  return { home, body, bodyPlaceholder, palette };
}

const inkOf = (placeholder: TemplatePlaceholder | null): string | null => {
  const look = placeholder?.levels[0];
  return look === undefined || look.fancyFill === true ? null : (look.color ?? null);
};

/** The master whose layouts serve best in all; the first of equals. One deck keeps to one master where it can. */
function homeMaster(template: Template): number {
  const needs: readonly LayoutNeed[] = ['cover', 'divider', 'single', 'pair', 'free'];
  const ranked = needs.map((need) => [need, rankLayouts(template, need)] as const);
  const totals = template.masters.map((_, master) =>
    ranked.reduce((sum, [need, layouts]) => {
      const best = layouts.find(({ room }) => room.layout.master === master);
      return sum + Math.min(need === 'cover' || need === 'divider' ? 1.5 : 2, Math.max(-1, best?.score ?? -1));
    }, 0),
  );
  return totals.indexOf(Math.max(...totals));
}
