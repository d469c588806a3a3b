/**
 * Numbers that someone typed into prose or a template, where a figure should stand. Dates, names and what is quoted may
 * stay.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { faultInText, unboundNumber } from '../diagnostics/messages.js';
import { checkWords, type CheckWords } from '../locale/check-words.js';
import type { Document } from '../model/document.js';
import { spreadsheetFaults } from '../locale/sheet-words.js';
import { groupsOf } from '../model/field.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { leavesOf, shortText, textOf, walkDocument } from './walk-document.js';

export function checkWrittenNumbers(data: Report, documents: readonly Document[], tell: Tell): void {
  const words = checkWords(data.meta.language);
  const lookForFaults = (text: string, sentence: string, span: Span): void => {
    for (const found of spreadsheetFaults(text.replace(quoted, '')))
      tell(faultInText(found, shortText(sentence), span));
  };
  const look = (text: string, sentence: string, span: Span): void => {
    lookForFaults(text, sentence, span);
    for (const found of writtenNumbers(text, data.names, words)) tell(unboundNumber(found, shortText(sentence), span));
  };
  for (const document of documents) {
    walkDocument(document, {
      // What a table of data holds is held against the figures elsewhere.
      cell: (inlines) =>
        leavesOf(inlines).forEach(
          (leaf) => leaf.kind === 'text' && lookForFaults(leaf.text, textOf(inlines), leaf.span),
        ),
      text: (inlines) =>
        leavesOf(inlines).forEach((leaf) => leaf.kind === 'text' && look(leaf.text, textOf(inlines), leaf.span)),
    });
  }
  const charts = [...data.charts.values()].filter(({ titleWords }) => titleWords === undefined);
  for (const { title, span } of [...groupsOf(data.fields), ...charts])
    if (typeof title === 'string') look(title, title, span);
}

/** As they stand in the text. */
function writtenNumbers(text: string, names: readonly string[], words: CheckWords): readonly string[] {
  let rest = text;
  for (const name of [...names, ...spreadsheetFaults(text)]) rest = rest.replaceAll(name, gap);
  for (const pattern of words.plain) rest = rest.replaceAll(pattern, gap);
  const spoken =
    words.spoken === null ? [] : (rest.match(words.spoken) ?? []).filter((found) => !words.isSpeech(found));
  return [...(rest.match(words.digits) ?? []), ...spoken].map((found) => found.trim());
}

/** Signs of which a text speaks. */
const quoted = /[“"‘「『][^“”"‘’「」『』]*[”"’」』]/g;

/** Parts what stands on either side of what was taken out. */
const gap = '\n';
