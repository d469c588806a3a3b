/** What a report's documents say of themselves: title, author, date, language, and how their words are set. */
import { wrongDate } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DocumentMeta } from '../../model/document.js';
import { prohibitions } from '../../model/typesetting.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { SpokenLines } from './spoken-lines.js';

/** `subtitle` as it is written, figures and all. */
export function readMeta(root: DataCursor, subtitle: string, lines: SpokenLines, tell: Tell): DocumentMeta {
  const text = (key: string): string => lines.text(root.at(key)) ?? '';
  return {
    title: text('title'),
    subtitle: plainSubtitle(subtitle),
    author: text('author'),
    subject: text('subject'),
    keywords: idsOf(root, 'keywords'),
    language: fullLanguage(root.at('locale').text() ?? 'zh'),
    date: readDate(root.at('date'), tell),
    footer: text('footer'),
    typesetting: {
      keep: idsOf(root, 'names'),
      prohibition: prohibitions.find((known) => known === root.at('prohibition').text()) ?? 'gb',
    },
  };
}

/** The document's properties hold no figures: the file's own title must not change with them. */
const plainSubtitle = (source: string): string => (source.includes('{{') ? '' : source);

/** The names of a list, in the order given. */
export const idsOf = (root: DataCursor, key: string): readonly string[] =>
  root
    .at(key)
    .names()
    .map(({ id }) => id);

function readDate(cursor: DataCursor, tell: Tell): string {
  const text = cursor.text();
  if (text === null) return '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) tell(wrongDate(text, cursor.span));
  return text;
}

/** Office programs ask for a region: `en` is American English, `zh` that of China. */
const fullLanguage = (locale: string): string => ({ en: 'en-US', zh: 'zh-CN' })[locale] ?? locale;
