/**
 * Chinese punctuation beside `*`, `_` and `~~`. CommonMark's rules for emphasis lean on spaces between words: in
 * `**超7.9万元，**再` the second `**` would stay as it is, because it follows a punctuation mark and precedes a letter.
 * Hidden behind private-use characters, which are letters to the parser, the marks do not mislead it.
 */
const ranges: readonly (readonly [number, number])[] = [
  [0xb7, 0xb7],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x3001, 0x3003],
  [0x3008, 0x3011],
  [0x3014, 0x301f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
];
const firstHidden = 0xe600;

const marks = ranges.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
);
const hidden = new Map(marks.map((mark, index) => [mark, String.fromCharCode(firstHidden + index)]));
const shown = new Map(marks.map((mark, index) => [String.fromCharCode(firstHidden + index), mark]));
const anyMark = new RegExp(`[${marks.join('')}]`, 'g');

/** Same length as before; only where there is something to mislead. */
export function hidePunctuation(text: string): string {
  return /[*_~]/.test(text) ? text.replace(anyMark, (mark) => hidden.get(mark)!) : text;
}

export function showPunctuation(text: string): string {
  return text.replace(/[\ue600-\ue9ff]/g, (found) => shown.get(found) ?? found);
}
