/** Any of the pipeline's plain data as an indented tree that people can read, search and compare. */

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** At most two digits behind the point: a hundredth of a pt is less than anyone sees. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

const isSpan = (value: Plain): boolean => 'file' in value && 'start' in value;

/**
 * What fits on its parent's line: a text, a number, a place, a box, a colour, a short list of these. Null for all else.
 */
function inline(value: unknown): string | null {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) {
    const items = value.map(inline);
    return items.every((item) => item !== null) && items.join(' ').length < 60 ? `[${items.join(' ')}]` : null;
  }
  if (!isPlain(value) || value instanceof Map || value instanceof Set) return null;
  if (isSpan(value)) return spanText(value);
  const { x, y, width, height } = value;
  if (Object.keys(value).length === 4 && [x, y, width, height].every((each) => typeof each === 'number'))
    return `${number(x as number)},${number(y as number)} ${number(width as number)}×${number(height as number)}`;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  const parts = entries.map(([key, each]) => [key, inline(each)] as const);
  if (parts.some(([, each]) => each === null)) return null;
  const text = parts.map(([key, each]) => `${key}=${each}`).join(' ');
  return text.length < 60 ? `{${text}}` : null;
}

function spanText(span: Plain): string {
  const start = span['start'];
  const place = isPlain(start) ? [start['line'], start['column']] : [span['line'], span['column']];
  return [span['file'], ...place].filter((part) => part !== undefined).join(':');
}

/** What a node's line begins with, where its data say what kind of thing it is. */
const headOf = (value: unknown): string => {
  const kind = isPlain(value) ? (value['kind'] ?? value['type']) : undefined;
  return typeof kind === 'string' ? kind : '';
};

const entriesOf = (value: Plain): readonly (readonly [string, unknown])[] => {
  if (value instanceof Map) return [...value].map(([key, each]) => [String(key), each] as const);
  if (value instanceof Set) return [...value].map((each, index) => [String(index), each] as const);
  if (Array.isArray(value)) return value.map((each, index) => [String(index), each] as const);
  return Object.entries(value).filter(([key]) => key !== 'kind');
};

/**
 * A line for the node with all that is short, then its children, each two spaces further in. Null and empty are left
 * out.
 */
function lines(name: string, value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const short = inline(value);
  if (short !== null) return [`${indent}${name}: ${short}`];
  if (!isPlain(value)) return [];
  const entries = entriesOf(value).filter(
    ([, each]) =>
      each !== null && each !== undefined && typeof each !== 'function' && !(Array.isArray(each) && each.length === 0),
  );
  const isList = Array.isArray(value) || value instanceof Map || value instanceof Set;
  const attributes = isList
    ? []
    : entries.flatMap(([key, each]) => {
        const text = inline(each);
        return text === null ? [] : [`${key}=${text}`];
      });
  const children = entries.filter(([, each]) => isList || inline(each) === null);
  return [
    `${indent}${[name, headOf(value), ...attributes].filter((part) => part !== '').join(' ')}`,
    ...children.flatMap(([key, each]) => lines(key, each, depth + 1)),
  ];
}

export const treeText = (name: string, value: unknown): string => `${lines(name, value, 0).join('\n')}\n`;
