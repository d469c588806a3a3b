/** What can be written at a place: helpers in braces, names that a helper or a key asks for. */
import { helperSets, type TemplateKind } from '../read/template/helpers/helper-sets.js';
import type { ReportIndex, Thing, ThingKind } from './report-index.js';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly kind: ThingKind | 'helper';
}

/** Which things a helper takes by name. */
const helperTakes: Readonly<Record<string, ThingKind>> = {
  figure: 'figure',
  change: 'figure',
  rank: 'figure',
  kpi: 'figure',
  kpis: 'figure',
  series: 'figure',
  chart: 'chart',
  table: 'table',
  picture: 'picture',
  narrative: 'narrative',
};

/** Which things keys of every report take; what the fields of a bundle take, the bundle says. */
const keyTakes: Readonly<Record<string, ThingKind>> = {
  figures: 'figure',
  emphasise: 'figure',
  parts: 'figure',
  total: 'figure',
  table: 'table',
};

export function completionsAt(file: string, text: string, offset: number, index: ReportIndex): readonly Completion[] {
  const before = text.slice(0, offset);
  const braces = /\{\{[#~]?([^{}]*)$/.exec(before)?.[1];
  if (braces !== undefined) return inBraces(braces, templateKind(file), index);
  if (!/\.ya?ml$/i.test(file)) return [];
  const key = keyAround(before) ?? '';
  const kind = index.keys.get(key) ?? (Object.hasOwn(keyTakes, key) ? keyTakes[key] : undefined);
  return kind === undefined ? [] : namesOf(kind, index);
}

const templateKind = (file: string): TemplateKind =>
  /deck[^/]*\.hbs$/.test(file) ? 'deck' : file.endsWith('.hbs') ? 'briefing' : 'words';

function inBraces(braces: string, kind: TemplateKind, index: ReportIndex): readonly Completion[] {
  const call = /^\s*([\w-]+)\s+.*["'][^"']*$/.exec(braces)?.[1];
  if (call !== undefined) {
    const takes = helperTakes[call];
    return takes === undefined ? [] : namesOf(takes, index);
  }
  if (!/^\s*[\w-]*$/.test(braces)) return [];
  return [...helperSets[kind].keys()].map((label) => ({ label, detail: '', kind: 'helper' }));
}

const namesOf = (kind: ThingKind, { things }: ReportIndex): readonly Completion[] =>
  things.filter((thing) => thing.kind === kind).map(({ id, detail }: Thing) => ({ label: id, detail, kind }));

/** The key whose value is being written: on the same line, or above a list that is further in. */
function keyAround(before: string): string | null {
  const lines = before.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const same = /(?:^|[\s{,-])([\w-]+):\s*(?:\[[^\]]*|[^\s:#]*)$/.exec(last)?.[1];
  if (same !== undefined) return same;
  if (!/^\s*-\s*\S*$/.test(last)) return null;
  const indent = /^\s*/.exec(last)![0].length;
  for (const line of lines.slice(0, -1).reverse()) {
    const [, space = '', key] = /^(\s*)(?:-\s+)?([\w-]+):\s*$/.exec(line) ?? [];
    if (key !== undefined && space.length <= indent) return key;
  }
  return null;
}
