/** What a numeral comes to: 12, 十二, 两千, 一百二十, 万. */

const digits = '〇一二三四五六七八九';
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Null for what is none. A scale alone is one of it: 千 is 1000. */
export function numeralValue(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '').replaceAll('零', '〇').replaceAll('两', '二');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const mixed = /^(\d*(?:\.\d+)?)([〇一二三四五六七八九十百千]*)([万亿]*)$/.exec(plain);
  if (plain === '' || mixed === null) return null;
  const [, arabic = '', chinese = '', large = ''] = mixed;
  const small = chinese === '' ? 1 : smallValue(chinese);
  const head = (arabic === '' ? 1 : Number(arabic)) * small;
  return [...large].reduce((value, scale) => value * (scale === '万' ? 1e4 : 1e8), head);
}

function smallValue(text: string): number {
  let [sum, digit] = [0, 0];
  for (const character of text) {
    const scale = scales[character];
    if (scale === undefined) digit = digits.indexOf(character);
    else {
      sum += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return sum + digit;
}
