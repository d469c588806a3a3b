/** Where the brand's logo stands in a deck: on its master, and on each layout that needs it otherwise. */
import { shapeCreationId } from '../../../powerpoint/identity/creation-ids.js';
import type { PageItem, PageSet } from '../../../model/page.js';
import type { LogoPlan } from './deck-plan.js';
import { cleanText } from './plain-xml-text.js';
import { ownTables } from './own-tables.js';
import { planShape, type SlideContext } from './plan-shape.js';

/** `layouts` in the order of the pages' layouts: nothing where the master's logo serves. */
interface PlannedLogos {
  readonly master: LogoPlan;
  readonly layouts: readonly ({ readonly logo: LogoPlan } | Record<never, never>)[];
}

type LogoWorld = Pick<SlideContext, 'collected' | 'shown' | 'pictures'> & { readonly report: string };

/** Null for a theme without a logo. The master has that of the first layout on a light ground. */
export function planLogos(pages: PageSet, world: LogoWorld): PlannedLogos | null {
  const { logos } = pages;
  if (logos === undefined) return null;
  const of = (name: string): readonly PageItem[] => logos[name] ?? [];
  const light =
    pages.layouts.find(({ background }) => background.slot === 'lt1' && !background.lighten) ?? pages.layouts[0];
  const shared = light === undefined ? [] : of(light.name);
  return {
    master: planLogo(shared, 'master', pages, world),
    layouts: pages.layouts.map(({ name }) =>
      sameLogo(of(name), shared) ? {} : { logo: planLogo(of(name), name, pages, world) },
    ),
  };
}

const sameLogo = (one: readonly PageItem[], other: readonly PageItem[]): boolean =>
  one.length === other.length &&
  one.every((item, at) => {
    const twin = other[at]!;
    return item.kind === 'picture' && twin.kind === 'picture' ? item.picture === twin.picture : item.kind === twin.kind;
  });

function planLogo(items: readonly PageItem[], place: string, { meta }: PageSet, world: LogoWorld): LogoPlan {
  const { report, ...shared } = world;
  const context: SlideContext = {
    ...shared,
    layout: { label: '', background: { slot: 'lt1' }, decorations: [], placeholders: [] },
    filled: new Set(),
    tables: ownTables,
    lastPage: 0,
    language: meta.language,
    clean: (text) => cleanText(text).text,
    guidOf: (name) => shapeCreationId(report, ` ${place}`, name),
  };
  return items
    .map((item) => planShape(item, context))
    .filter((shape) => shape.kind === 'picture' || shape.kind === 'geometry');
}
