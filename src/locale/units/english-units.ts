/**
 * Units as English reports write them: $ million, €m, USD 300 million, people, million people, kWh, °C, pp, $ per
 * tonne, g/km. A grammar rather than a list: a currency, a multiple and a thing that is counted may each be there or
 * not.
 */
import { countedNouns, currencies, pointUnits, scales, unitSymbols } from '../../model/unit.js';

/** What stands around a number. */
export interface EnglishUnit {
  /** Before it, with its space: `$`, `USD\u00a0`. */
  readonly before: string;
  /** Behind it, with its space: `\u00a0million`, `m`, `\u00a0people`. */
  readonly after: string;
  /** Behind a one: `\u00a0day`. */
  readonly afterOne: string;
  readonly family: 'money' | 'size' | 'points';
}

const nbsp = '\u00a0';

const plurals = new Map(
  Object.entries(countedNouns).flatMap(([one, more]) => [[one, one] as const, [more, one] as const]),
);

const bySize = (names: readonly string[]): string =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll('$', '\\$'))
    .join('|');
const sign = new RegExp(`^(${bySize(currencies.signs)})\\s*`);
const code = new RegExp(`^(${bySize(currencies.codes)})(?=\\s|$)\\s*`);
const scale = new RegExp(`^(?:(${bySize(scales.words)})|(${bySize(scales.letters)}))(?=\\s|$)\\s*`);

const known = new Map<string, EnglishUnit | null>();

/** Null for what is no unit of this grammar. */
export function englishUnit(name: string): EnglishUnit | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const unit = parseUnit(name.trim().replace(/\s+/g, ' '));
  known.set(name, unit);
  return unit;
}

function parseUnit(name: string): EnglishUnit | null {
  if (name === '') return null;
  if ((pointUnits as readonly string[]).includes(name)) return pointUnit(name);
  const money = parseMoney(name);
  if (money !== null) return money;
  const rate = /^(.+?)( per |\/)(.+)$/.exec(name);
  if (rate !== null) return rateUnit(rate[1]!, rate[2]!, rate[3]!);
  return parseAmount(name);
}

const pointUnit = (name: string): EnglishUnit => ({
  before: '',
  after: nbsp + name.replace(' ', nbsp),
  afterOne: nbsp + name.replace(' ', nbsp).replace(/(?<=point|bp|pp)s$/, ''),
  family: 'points',
});

/** $, $m, $ million, USD million, million USD, RMB bn; with a rate behind: $ per tonne, €m/year. */
function parseMoney(name: string): EnglishUnit | null {
  const ahead = sign.exec(name) ?? code.exec(name);
  if (ahead === null) return moneyBehind(name);
  const before = sign.test(name) ? ahead[1]! : ahead[1]! + nbsp;
  const rest = name.slice(ahead[0].length);
  const rate = /^(.*?)(?:( ?per |\/)(.+))?$/.exec(rest)!;
  const [amount = '', link = '', per = ''] = rate.slice(1);
  const size = amount.trim() === '' ? '' : scaleText(amount.trim());
  if (size === null || (per !== '' && !isShare(per))) return null;
  const after = size + (per === '' ? '' : link === '/' ? `/${per}` : `${nbsp}per${nbsp}${singular(per)}`);
  return { before, after, afterOne: after, family: 'money' };
}

/** million USD: said with the currency before, as the others are. */
function moneyBehind(name: string): EnglishUnit | null {
  const found = /^(\S+) (\S+)$/.exec(name);
  if (found === null || scaleText(found[1]!) === null) return null;
  const isCode = (currencies.codes as readonly string[]).includes(found[2]!);
  return isCode ? parseMoney(`${found[2]} ${found[1]}`) : null;
}

/** ` million`, `m`; 000, '000 and 000s behind a currency are thousands; null for what is no multiple. */
function scaleText(text: string): string | null {
  if (/^['’]?000['’]?s?$/.test(text)) return `${nbsp}thousand`;
  const found = scale.exec(text);
  if (found === null || found[0].length !== text.length) return null;
  return found[1] === undefined ? found[2]! : nbsp + found[1];
}

/** million, bn, people, million people, thousand tonnes, million kWh. */
function parseAmount(name: string): EnglishUnit | null {
  if ((unitSymbols as readonly string[]).includes(name)) return { ...plain(nbsp + name), family: 'size' };
  const size = scale.exec(name);
  const multiple = size === null ? '' : scaleText(size[0].trim())!;
  const thing = size === null ? name : name.slice(size[0].length);
  if (thing === '') return { ...plain(multiple), family: 'size' };
  // A thing that something is per (capita, 1,000 people) is no amount by itself.
  const symbol = (unitSymbols as readonly string[]).includes(thing);
  const more = symbol ? thing : plurals.has(thing) ? countedNouns[singular(thing)] : undefined;
  if (more === undefined) return null;
  const text = multiple + nbsp + more.replaceAll(' ', nbsp);
  return {
    before: '',
    after: text,
    afterOne: multiple === '' ? nbsp + singular(thing).replaceAll(' ', nbsp) : text,
    family: 'size',
  };
}

const plain = (text: string) => ({ before: '', after: text, afterOne: text });

const isThing = (text: string): boolean => (unitSymbols as readonly string[]).includes(text) || plurals.has(text);

/** What an amount is given for each of: people, capita, 100,000 people. */
const isShare = (text: string): boolean => isThing(text) || text === 'capita' || /^\d[\d,]* \p{L}+$/u.test(text);

/** What is said of one: person of people. */
const singular = (text: string): string => plurals.get(text) ?? text;

/** people per km², kWh/m², trips per person. */
function rateUnit(of: string, link: string, per: string): EnglishUnit | null {
  const unit = parseAmount(of);
  if (unit === null || !isShare(per)) return null;
  const behind = link === '/' ? `/${per}` : `${nbsp}per${nbsp}${singular(per)}`;
  return { ...unit, after: unit.after + behind, afterOne: unit.afterOne + behind };
}

/** Whether a qualifier is a currency: `$` before `m`. */
export const isCurrency = (text: string): boolean =>
  (currencies.signs as readonly string[]).includes(text) || (currencies.codes as readonly string[]).includes(text);

/** Names to guess a misspelt unit by. */
export const englishUnitNames: readonly string[] = [
  ...currencies.signs,
  ...currencies.codes,
  ...scales.words,
  ...scales.letters,
  ...unitSymbols,
  ...pointUnits,
  ...plurals.keys(),
];
