/** Which helpers each kind of template has. */
import { briefingHelpers } from './briefing.js';
import { deckHelpers } from './deck.js';
import { figureHelpers, periodHelpers } from './figure-helpers.js';
import type { Helper } from '../helper.js';
import { languageHelpers } from './language-helpers.js';
import { logicHelpers } from './logic.js';
import { numberingHelpers } from './numbering.js';
import { structureHelpers } from './structure-helpers.js';
import { briefingThings, thingHelpers } from './things.js';

export type TemplateKind = 'deck' | 'briefing' | 'words';

const setOf = (...families: readonly Readonly<Record<string, Helper>>[]): ReadonlyMap<string, Helper> =>
  new Map(families.flatMap((family) => Object.entries(family)));

const sharedHelpers = [
  logicHelpers,
  numberingHelpers,
  languageHelpers,
  figureHelpers,
  periodHelpers,
  thingHelpers,
  structureHelpers,
];

/** `words` is that of a report's own words and narratives: figures alone. */
export const helperSets: Readonly<Record<TemplateKind, ReadonlyMap<string, Helper>>> = {
  deck: setOf(...sharedHelpers, deckHelpers),
  briefing: setOf(...sharedHelpers, briefingThings, briefingHelpers),
  words: setOf(figureHelpers),
};

/** Helpers of the other kinds: known, but not here. */
export function helpersElsewhere(kind: TemplateKind): ReadonlySet<string> {
  return new Set(
    Object.values(helperSets)
      .flatMap((set) => [...set.keys()])
      .filter((name) => !helperSets[kind].has(name)),
  );
}
