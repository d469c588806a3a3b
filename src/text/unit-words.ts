/** Units of more than one character, which a line never parts: 亿元, 万平方米, 个百分点. */

const scales = ['万亿', '亿', '千万', '百万', '十万', '万', '千', '百', '余', '多'];
const counters = ['个', ''];
const units = [
  '平方公里', '平方千米', '平方米', '立方米', '千瓦时', '百分点', '公里', '千米', '海里', '毫米', '厘米', '公顷', '公斤', '千克', '毫克', '微克', '毫升', '千瓦', '兆瓦', '小时', '分钟', '人次',
  '周年', '年度', '季度', '月份', '美元', '欧元', '日元', '港元', '元', '吨', '克', '升', '米', '亩', '度', '秒', '人', '户', '家', '个', '次', '项', '条', '件', '台', '辆', '倍', '位', '名', '所',
  '座', '处', '天', '期', '届', '万', '亿',
];

let longest: { readonly words: ReadonlySet<string>; readonly length: number } | null = null;

function allUnits(): { readonly words: ReadonlySet<string>; readonly length: number } {
  const words = new Set<string>();
  for (const scale of ['', ...scales]) for (const more of ['', '余', '多']) for (const counter of counters) for (const unit of [...units, '']) {
    words.add(scale + more + counter + unit);
  }
  words.delete('');
  return { words, length: Math.max(...[...words].map((word) => word.length)) };
}

const solidus = '/'.codePointAt(0)!;

/** How many characters from `start` are the unit of the number before them, 微克/立方米 as well; 0 where they are none. */
export function unitLength(codes: Uint32Array, start: number, count: number): number {
  longest ??= allUnits();
  const end = Math.min(count, start + longest.length);
  let word = String.fromCodePoint(...codes.subarray(start, end));
  while (word.length > 0 && !longest.words.has(word)) word = word.slice(0, -1);
  const behind = start + word.length;
  if (word.length === 0 || behind + 1 >= count || codes[behind] !== solidus) return word.length;
  const below = unitLength(codes, behind + 1, count);
  return below === 0 ? word.length : word.length + 1 + below;
}
