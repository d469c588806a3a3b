/** What a character is to the rules of Chinese typesetting (W3C clreq, "Requirements for Chinese Text Layout", 3.1). */

export const Kind = {
  /** Letters of alphabets and all that is not named below. */
  Letter: 0,
  Digit: 1,
  /** Ideographs, kana, full-width letters: all that stands in a square. */
  Han: 2,
  Space: 3,
  /** A line ends here. */
  Newline: 4,
  /** Drawn by nothing: zero-width spaces and joiners, variation selectors. */
  Invisible: 5,
  /** Western punctuation: no letter, and no square. */
  Mark: 6,
  /** Opening brackets and quotation marks. */
  Open: 7,
  /** Closing brackets and quotation marks. */
  Close: 8,
  /** 、，。；：！？ */
  Stop: 9,
  /** · */
  Interpunct: 10,
  /** One half of —— */
  Dash: 11,
  /** One half of …… */
  Ellipsis: 12,
  /** ～ and – */
  Connector: 13,
  /** / */
  Solidus: 14,
  /** % ‰ ℃ °: belongs to the number before it. */
  Percent: 15,
  /** ￥ $ €: belongs to the number behind it. */
  Currency: 16,
  /** + − ± ≥ and the like before a number. */
  Sign: 17,
  /** A superscript or subscript, whatever the character: it stays with what it stands behind. */
  Raised: 18,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const members: readonly (readonly [Kind, string])[] = [
  [Kind.Space, ' \u00a0\u2002\u2003\u2009'],
  [Kind.Newline, '\n'],
  [Kind.Invisible, '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'],
  [Kind.Digit, '0123456789０１２３４５６７８９'],
  [Kind.Mark, '!"#&\'()*,.:;<=>?@[\\]^_`{|}~'],
  [Kind.Open, '“‘（《〈「『【〔〖［｛｟\u2329'],
  [Kind.Close, '”’）》〉」』】〕〗］｝｠\u232a'],
  [Kind.Stop, '、，。；：！？．'],
  [Kind.Interpunct, '·‧•・'],
  [Kind.Dash, '—―⸺'],
  [Kind.Ellipsis, '…⋯'],
  [Kind.Connector, '～–〜'],
  [Kind.Solidus, '/／'],
  [Kind.Percent, '%％‰°℃′″'],
  [Kind.Currency, '￥¥$＄€£￡₹₩₽₺฿₫'],
  [Kind.Sign, '+-−±＋－≥≤＞＜≈×'],
];

const ranges: readonly (readonly [Kind, number, number])[] = [
  [Kind.Han, 0x2460, 0x24ff], // ① ⑵ ⒊: no gap parts them from Han
  [Kind.Han, 0x2e80, 0x2fdf],
  [Kind.Han, 0x2ff0, 0x303f],
  [Kind.Han, 0x3041, 0x312f],
  [Kind.Han, 0x3190, 0x4dbf],
  [Kind.Han, 0x4e00, 0x9fff],
  [Kind.Han, 0xf900, 0xfaff],
  [Kind.Han, 0xff01, 0xff60],
  [Kind.Invisible, 0xfe00, 0xfe0f],
];

/** 十四五, 二〇二四: such words are not parted. */
const numerals = '〇零一二三四五六七八九十百千万亿两';
/** Marks a numeral in the table, beside its kind. */
const numeralBit = 0x80;

let table: Uint8Array | null = null;

function makeTable(): Uint8Array {
  const kinds = new Uint8Array(0x10000); // Kind.Letter
  for (const [kind, from, to] of ranges) kinds.fill(kind, from, to + 1);
  for (const [kind, characters] of members) for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  for (const character of numerals) kinds[character.charCodeAt(0)]! |= numeralBit;
  return kinds;
}

export function kindOf(codePoint: number): Kind {
  table ??= makeTable();
  if (codePoint < 0x10000) return (table[codePoint]! & ~numeralBit) as Kind;
  if (codePoint >= 0x20000 && codePoint <= 0x3ffff) return Kind.Han;
  return codePoint >= 0xe0000 && codePoint <= 0xe01ef ? Kind.Invisible : Kind.Letter;
}

export const isHanNumeral = (codePoint: number): boolean =>
  codePoint < 0x10000 && ((table ??= makeTable())[codePoint]! & numeralBit) !== 0;
