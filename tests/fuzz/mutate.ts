/** Inputs damaged as people, programs and bad days damage them: by a seed, so that each can be made again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { dice, type Dice } from './dice.js';
import type { Inputs } from './base-report.js';

export interface Mutant {
  readonly seed: number;
  /** Files that were damaged. */
  readonly damaged: readonly string[];
  readonly inputs: Inputs;
}

/** Kinds of inputs by their names; each is as likely as another, though bundles have many files. */
const kinds: readonly RegExp[] = [
  /report\.yaml$/,
  /figures\.csv$/,
  /\.md$/,
  /tables\/.*\.(?:csv|tsv)$/,
  /\.json$/,
  /\.xlsx$/,
  /\.jpg$/,
  /\.png$/,
  /\.svg$/,
  /\.ttf$/,
  /\.pptx$/,
  /theme\.yaml$/,
  /layouts\/.*\.yaml$/,
  /bundle\.yaml$/,
  /\.hbs$/,
];

/** A blow on one file, or on two or three of different kinds. */
export function mutantOf(base: Inputs, seed: number): Mutant {
  const thrown = dice(seed * 2654435761);
  const inputs: Record<string, string | Uint8Array> = { ...base };
  const damaged = new Set<string>();
  for (let count = thrown.next(3) > 0 ? 1 : 2 + thrown.next(2); count > 0; count--) {
    const kind = thrown.pick(kinds);
    const name = thrown.pick(Object.keys(base).filter((path) => kind.test(path)));
    damaged.add(name);
    const content = inputs[name]!;
    inputs[name] = typeof content === 'string' ? damageText(content, thrown) : damageBytes(name, content, thrown);
  }
  return { seed, damaged: [...damaged], inputs };
}

const long = (text: string, times: number): string => text.repeat(times);
const scraps = [
  '',
  '\0',
  '\n',
  '\r\n',
  '\t',
  '\ufeff',
  '\ud800',
  '\ue000',
  '\u2028',
  '{{',
  '}}',
  '{{{',
  '{{figure "x"}}',
  '{{#each report.sections}}',
  '{{/each}}',
  '{{> finding}}',
  '{{else}}',
  '{{@index}}',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ': ',
  '- ',
  '&a',
  '*a',
  '!!js/function',
  '|',
  '>',
  '#',
  '%',
  ',',
  ';',
  '=1+1',
  '@',
  '~',
  'null',
  'true',
  '-1',
  '0',
  '1e308',
  'NaN',
  '999999999999999999999',
  '0.1',
  '-0',
  '1904-01-01',
  '2024-13-45',
  'FY2024',
  'gdp@-1',
  'share(gdp, gdp)',
  '/ 0',
  '../../etc/passwd',
  '/dev/zero',
  '<script>alert(1)</script>',
  '<br>',
  '&amp;',
  '&#0;',
  '<![CDATA[',
  '<!DOCTYPE a>',
  '<use href="#a"/>',
  'url(#g)',
  'M0 0L1e400 2',
  'var(--x)',
  '![a](b)',
  '```',
  '[^a]',
  '\u202e',
  '🙂',
  '\u001b[31m',
  long('甲', 6000),
  long('a', 4000),
  long('> ', 60),
  long('- ', 60),
  long('**', 300),
  long('{{#if report}}', 70),
  long('<g>', 300),
  long('(', 200),
  long('\n', 500),
  long('|a', 200),
];
const keys = [
  'title',
  'file',
  'head',
  'rows',
  'type',
  'unit',
  'value',
  'lineHeight',
  'size',
  'box',
  'extends',
  'accepts',
  'align',
  'options',
  'datasets',
];

function damageText(text: string, { next, pick }: Dice): string {
  const at = next(text.length + 1);
  const lines = (): string[] => text.split('\n');
  switch (next(9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(40));
    case 1:
      return text.slice(0, at) + pick(scraps) + text.slice(at);
    case 2:
      return text.slice(0, at) + pick(scraps) + text.slice(at + next(12));
    case 3: {
      const from = next(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + next(200)) + text.slice(at);
    }
    case 4: {
      const all = lines();
      const [one, other] = [next(all.length), next(all.length)];
      [all[one], all[other]] = [all[other]!, all[one]!];
      return all.join('\n');
    }
    case 5:
      return text.slice(0, at);
    case 6: {
      const all = lines();
      const index = next(all.length);
      return [
        ...all.slice(0, index),
        ...Array.from({ length: 1 + next(40) }, () => all[index]!),
        ...all.slice(index),
      ].join('\n');
    }
    case 7: {
      // A number, or a word, becomes another thing.
      const found = [...text.matchAll(/-?\d+(?:\.\d+)?|\b[a-z]{3,}\b/g)];
      if (found.length === 0) return pick(scraps);
      const { index, 0: word } = pick(found);
      return text.slice(0, index) + pick([...scraps, ...keys]) + text.slice(index + word.length);
    }
    default: {
      const from = next(text.length + 1);
      return text.slice(0, at) + long(text.slice(from, from + 1 + next(20)), 1 + next(300)) + text.slice(at);
    }
  }
}

function damageBytes(name: string, bytes: Uint8Array, thrown: Dice): Uint8Array {
  const { next, pick } = thrown;
  if (/\.(?:xlsx|pptx)$/.test(name) && next(3) > 0) return damagePart(bytes, thrown);
  const copy = Uint8Array.from(bytes);
  switch (next(6)) {
    case 0:
      return copy.slice(0, next(copy.length));
    case 1: {
      const at = next(copy.length);
      copy.fill(pick([0, 255]), at, at + 1 + next(64));
      return copy;
    }
    case 2: {
      const at = next(copy.length);
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at + 1 + next(32))]);
    }
    case 3: {
      const at = next(Math.max(1, copy.length - 4));
      copy.set(
        pick([
          [255, 255, 255, 255],
          [0, 0, 0, 0],
          [127, 255, 255, 255],
          [0, 0, 0, 1],
        ]).slice(0, copy.length - at),
        at,
      );
      return copy;
    }
    case 4: {
      // Heads of files hold what is read first: sizes, tables, counts.
      for (let count = 1 + next(4); count > 0; count--) copy[next(Math.min(copy.length, 400))] = next(256);
      return copy;
    }
    default: {
      for (let count = 1 + next(12); count > 0; count--) copy[next(copy.length)] = next(256);
      return copy;
    }
  }
}

/** Of a package: the text of one of its parts, a part that is missing, or one that stands twice. */
function damagePart(bytes: Uint8Array, thrown: Dice): Uint8Array {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return bytes.slice(0, thrown.next(bytes.length));
  }
  const names = Object.keys(parts);
  if (names.length === 0) return bytes;
  const name = thrown.pick(names);
  if (thrown.next(8) === 0) delete parts[name];
  else parts[name] = strToU8(damageText(strFromU8(parts[name]!), thrown));
  return zipSync(parts, { level: 1 });
}
