/**
 * Lines that were set before in the same fonts. A slide tries several layouts and sizes, and the next build of a watch
 * sets most of its paragraphs again: the same text at the same width comes out the same.
 */
import { Generations } from '../memo/generations.js';
import { RecentInSetting } from '../memo/recent-results.js';
import type { Pt } from '../model/length.js';
import type { Bullet, Line, Run, SetParagraph } from '../model/page.js';
import type { Breaking } from './breaking.js';
import { styleNumber } from './style-number.js';

export interface KnownLines {
  readonly lines: readonly Line[];
  readonly forced: boolean;
}

/** How a paragraph is set, beside its runs. */
interface Content extends Placed {
  readonly bullet: Pick<Bullet, 'style' | 'text'> | null;
  readonly breaking?: Breaking;
}

type Placed = Pick<SetParagraph, 'align' | 'lineHeight' | 'firstIndent' | 'indent'>;

/** All that lines depend on beside their runs and the fonts. */
interface LinesSetting extends Placed {
  readonly width: Pt;
  readonly breaking: string;
  /** Number of the bullet's style, -1 without one. */
  readonly bulletStyle: number;
  readonly bullet: string;
}

interface Entry extends LinesSetting {
  readonly known: KnownLines;
}

/** So many paragraphs are kept, and as many that were set before them. */
const most = 4000;

/** Settings of the same runs that are kept: a short word stands in hundreds of columns. */
const mostSettings = 16;

export class RecentLines {
  private readonly known = new Generations<number, Entry[]>(most);

  /** `runs` are cleaned. What they print and where they lead does not matter. */
  recall(runs: readonly Run[], content: Content, width: Pt, set: () => KnownLines): KnownLines {
    const number = numberOf(runs);
    const setting = settingOf(content, width);
    const young = this.known.young.get(number);
    const found = young === undefined ? undefined : entryOf(young, setting);
    if (found !== undefined) return found.known;
    const before = this.known.old.get(number);
    const entry = (before === undefined ? undefined : entryOf(before, setting)) ?? { ...setting, known: set() };
    this.keep(number, entry);
    return entry.known;
  }

  forget(): void {
    this.known.forget();
  }

  private keep(number: number, entry: Entry): void {
    const place = this.known.makeRoom();
    const own = this.known.young.get(number);
    if (own === undefined) this.known.young.set(number, [entry]);
    else if (own.length < mostSettings) own.push(entry);
    else own[place % mostSettings] = entry;
  }
}

function settingOf(content: Content, width: Pt): LinesSetting {
  const { align, lineHeight, firstIndent, indent, bullet, breaking } = content;
  return {
    width,
    align,
    lineHeight,
    firstIndent,
    indent,
    breaking: breaking === undefined ? '' : breakingKey(breaking),
    bulletStyle: bullet === null ? -1 : styleNumber(bullet.style),
    bullet: bullet === null ? '' : bullet.text,
  };
}

function entryOf(entries: readonly Entry[], setting: LinesSetting): Entry | undefined {
  for (const entry of entries)
    if (
      entry.width === setting.width &&
      entry.lineHeight === setting.lineHeight &&
      entry.align === setting.align &&
      entry.indent === setting.indent &&
      entry.firstIndent === setting.firstIndent &&
      entry.bulletStyle === setting.bulletStyle &&
      entry.breaking === setting.breaking &&
      entry.bullet === setting.bullet
    )
      return entry;
  return undefined;
}

/**
 * A number for the texts and styles of runs, the same for equal ones. The same runs are set again and again, at other
 * widths and in other fonts.
 */
function numberOf(runs: readonly Run[]): number {
  const [first] = runs;
  if (first !== undefined && runs.length === 1) return knownRuns.recall(settingOfRun(first), first.text, nextNumber);
  let number = numbers.get(runs);
  if (number === undefined) {
    let key = '';
    for (const run of runs) key += `\u0004${settingOfRun(run)} ${run.text}`;
    numbers.set(runs, (number = knownRuns.recall(several, key, nextNumber)));
  }
  return number;
}
const numbers = new WeakMap<readonly Run[], number>();
const several = -1;
const knownRuns = new RecentInSetting<number, number>(most);
let last = 0;
const nextNumber = (): number => ++last;

const settingOfRun = ({ style, whole, figure }: Run): number =>
  styleNumber(style) * 4 + (whole ? 2 : 0) + (figure === null ? 0 : 1);

function breakingKey(breaking: Breaking): string {
  let key = breakingKeys.get(breaking);
  if (key === undefined) {
    const { prohibition, optimal, spacing, keep = [], language } = breaking;
    key = [prohibition, optimal, spacing, language, ...keep].join('\u0002');
    breakingKeys.set(breaking, key);
  }
  return key;
}
const breakingKeys = new WeakMap<Breaking, string>();
