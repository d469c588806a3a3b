/**
 * Numbers that someone typed into prose or a template, where a figure should stand. Dates, names and what is quoted may
 * stay.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { unboundNumber } from '../diagnostics/messages.js';
import type { Document } from '../model/document.js';
import { groupsOf } from '../model/field.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { unitNames } from '../model/unit.js';
import { leavesOf, shortText, textOf, walkDocument } from './walk-document.js';

export function checkWrittenNumbers(data: Report, documents: readonly Document[], tell: Tell): void {
  const look = (text: string, sentence: string, span: Span): void => {
    for (const found of writtenNumbers(text, data.names)) tell(unboundNumber(found, shortText(sentence), span));
  };
  for (const document of documents) {
    walkDocument(document, {
      text: (inlines) =>
        leavesOf(inlines).forEach((leaf) => leaf.kind === 'text' && look(leaf.text, textOf(inlines), leaf.span)),
    });
  }
  for (const { title, span } of [...groupsOf(data.fields), ...data.charts.values()])
    if (typeof title === 'string') look(title, title, span);
}

/** Units that are as often part of another word (十分, 万家, 一对) are left out. */
const countWords = unitNames.filter(
  (name) => !['分', '对', '头', '位', '部', '天', '门', '点', '只', '期', '百分点'].includes(name),
);
const units = [...countWords, '大', '方面', '倍', '成', '余', '多']
  .sort((left, right) => right.length - left.length)
  .join('|');

/**
 * What has numerals in it and is no figure, whoever writes it: dates, quotations, titles, Latin names, ordinals,
 * five-year plans.
 */
const plain: readonly RegExp[] = [
  /[“‘《「][^”’》」]*[”’》」]/g,
  /\d{4}[—–~～至-]\d{4}年?/g,
  /(?:\d{4}年(?:度)?)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:度|代)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d{2}/g,
  /[A-Za-z][\w.-]*\d[\w.-]*|\d+[A-Za-z]\w*/g,
  /第[\d一二三四五六七八九十百千]+/g,
  /十[一二三四五六七八九]五/g,
  /[二两一]〇[〇一二三四五六七八九]{2}年/g,
];

const digits = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?\\s*(?:${units}|％)?`, 'g');
const spoken = new RegExp(
  `(?:百分之[一二三四五六七八九十百点零]+|[一二两三四五六七八九十百千万亿零〇]+(?:点[一二三四五六七八九零]+)?(?:${units}))`,
  'g',
);

/** 一个 and 两项 are speech, 万家 and 千户 are images, and 万平方米 is a unit; from 三 on a count word makes a number. */
const isSpeech = (found: string): boolean =>
  /^[一两二](?![一二三四五六七八九十百千万亿])/.test(found) ||
  /^[百千万亿]+(?:家|户|个|人)/.test(found) ||
  (unitNames as readonly string[]).includes(found);

/** As they stand in the text. */
function writtenNumbers(text: string, names: readonly string[]): readonly string[] {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, '　');
  for (const pattern of plain) rest = rest.replaceAll(pattern, '　');
  return [...(rest.match(digits) ?? []), ...(rest.match(spoken) ?? []).filter((found) => !isSpeech(found))].map(
    (found) => found.trim(),
  );
}
