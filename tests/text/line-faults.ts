/** What is wrong with the lines of a Chinese paragraph, as plain sentences. */
const badStart = /^[、，。．；：！？”’）》〉」』】〕〗］…—·～–%％‰℃/／]/u;
const badEnd = /[“‘（《〈「『【〔〖［｛￥¥$/／]\s*$/u;
/** Stretches that no line may part. */
const whole =
  /——|……|十[四五]五|第?[-+−±]?\d[\d,.]*\s?(?:[%％‰℃年月日个家条项次]|亿元|万元|万亿元|万平方米|平方米|万人|个百分点|微克\/立方米|万)?|二〇二五|Cixi|GDP|PM2\.5|smart/gu;

/** What is wrong with these lines of `text`; a word that alone is wider than its line is no fault. */
export function faultsOf(text: string, lines: readonly string[]): string[] {
  const faults: string[] = [];
  let offset = 0;
  const ends = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (index > 0 && badStart.test(line)) faults.push(`starts with ${line.slice(0, 2)}`);
    if (index < lines.length - 1 && badEnd.test(line)) faults.push(`ends with ${line.trimEnd().slice(-2)}`);
    offset += line.length;
    ends.add(offset);
  }
  for (const match of text.matchAll(whole)) {
    for (let at = match.index + 1; at < match.index + match[0].length; at++)
      if (ends.has(at)) faults.push(`parts ${match[0]}`);
  }
  return faults;
}
