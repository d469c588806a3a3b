/** Words by which people lay out their sheets, in Chinese and English: unit lines, notes, totals. */

/** `单位：亿元`, `计量单位:万元`, `(in thousands of USD)`, `Unit: %`: the unit of a whole table. */
export function unitOfLine(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const chinese = /(?:计量)?单\s*位\s*:\s*([^\s,;，；()]+)/u.exec(plain);
  if (chinese !== null) return chinese[1]!;
  const english = /^\(?\s*(?:units?\s*:|(?:all figures )?in)\s+([^()]+?)\s*\)?\.?$/iu.exec(plain);
  return english !== null && measure.test(english[1]!) ? english[1]! : null;
}

const measure =
  /^(?:(?:thousand|million|billion|hundred)s?\b|%|per ?cent|[a-z]{0,3}[$£€¥]|(?:usd|eur|gbp|cny|rmb|jpy|hkd|tonnes?|tons?|kg|km|gwh|kwh|people|persons|number|days|hours)\b)/iu;

/** What a row that numbers the columns says over the names: 甲, A, 栏次. */
export const isColumnMark = (text: string): boolean => /^(?:[甲乙丙丁A-D]|栏\s*次|行\s*次)$/u.test(text.trim());

/** A line that stands below a table and speaks of it: 注：…, 资料来源：…, Source: …, Note 1 …, * … */
export const isNoteLine = (text: string): boolean =>
  /^[（(]?(?:注|备注|说明|附注|资料来源|数据来源|来源|口径|\*|†|‡|①|1[)）])|^\(?(?:notes?|sources?|footnotes?|symbols?|prepared by|n\.?b\.?)\b/iu.test(
    text.trim(),
  );

/** What stands where a number is missing: nothing, a dash, …, n/a, a letter for what is kept secret. */
export const isMissing = (text: string): boolean =>
  /^(?:[-—–−…⋯/:*]|——|……|\.{2,3}[A-Z]?|n\/?a|x|无|缺)?$/iu.test(text.trim());

/** A row or column that adds up the others. */
export const isTotalWord = (text: string): boolean =>
  /^(?:合\s*计|总\s*计|总\s*量|共\s*计|小\s*计|全[市县区省国州]|全部)$|^(?:(?:sub|grand )?total(?:s)?|all|overall|sum)\b/iu.test(
    text.trim(),
  );

/** A head over numbers that only count the rows: 序号, 排名, No. */
export const isRowNumber = (text: string): boolean =>
  /^(?:序号|编号|行次|排名|排序|名次|位次|no\.?|#|nr\.?|index|rank(?:ing)?|pos(?:ition)?\.?|note (?:number|no\.?))$/iu.test(
    text.trim(),
  );

/** A name that a program gave to a sheet, or a number of a yearbook: Sheet1, 工作表1, 2-1, T3. */
export const isPlainSheetName = (name: string): boolean =>
  /^(?:(?:sheet|table|worksheet|工作表|表)\s?\d*|(?:t|表)?\s?\d{1,2}(?:[-–._]\d{1,2})*)$/iu.test(name.trim());

/** What a spreadsheet writes in place of a number where a formula fails; pasted as a text it says the same. */
const faults = String.raw`#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)`;
const wholeFault = new RegExp(`^${faults}$`);
const faultInside = new RegExp(faults, 'g');

/** Whether a cell says nothing else. */
export const isSpreadsheetFault = (text: string): boolean => wholeFault.test(text.trim());

/** Each that stands in a text. */
export const spreadsheetFaults = (text: string): readonly string[] => text.match(faultInside) ?? [];

/** A sheet that tells of the others: contents, notes, a cover. */
export const isAsideSheet = (name: string): boolean =>
  /^(?:目\s*录|封\s*面|说\s*明|编制说明|使用说明|填表说明|注释|索引|元数据|contents?|table of contents|toc|cover(?: page| sheet)?|notes?(?: table)?|read ?me|index|information|about|metadata|glossary|definitions?|legend|lists?|lookups?|(?:all |list of )?(?:work)?sheets|list of tables)$/iu.test(
    name.trim(),
  );

/** `Table 2: Waiting times`, `表2-1 人口` without the number: paper counts its tables itself. */
export const withoutTableNumber = (line: string): string =>
  line.replace(
    /^(?:(?:table|tab\.|exhibit|figure)\s*[A-Z]?\d[\d.–-]*[a-z]?|[附续]?表\s*\d[\d.–-]*)\s*[:：.、]?\s*(?=\p{L})/iu,
    '',
  );

/** A line above a table that tells of the sheet and not of what is in it. */
export const isSheetProse = (line: string): boolean =>
  /^(?:this (?:worksheet|sheet|table|tab) |(?:back|return) to |返回|回目录|link to )/iu.test(line.trim());

/** A head over numbers of the year before: 上年同期, prior year. */
export const isYearBefore = (head: string): boolean => /上年|去年|(?:last|prior|previous) year/iu.test(head);
