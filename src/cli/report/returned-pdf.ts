/** The sheet about a file that came back, in the look and the language of its report. */
import { compileSheet } from '../../compile-sheet.js';
import type { Effects } from '../../compile.js';
import type { Report } from '../../model/report.js';
import type { ReturnedSheet } from '../text/returned-sheet.js';

/**
 * @param data the report; null where none was asked: then the usual look
 * @returns null where a mistake was found, which is told
 */
export const returnedPdf = (
  sheet: ReturnedSheet,
  data: Pick<Report, 'meta' | 'theme'> | null,
  effects: Effects,
  language = data?.meta.language ?? 'en-US',
): Promise<Uint8Array | null> =>
  compileSheet(
    {
      bundle: 'returned',
      kind: 'pdf',
      theme: data?.theme ?? null,
      sheet,
      meta: {
        title: `${sheet.title} · ${sheet.subtitle}`,
        subtitle: '',
        author: data?.meta.author ?? '',
        subject: '',
        keywords: [],
        language,
        date: sheet.date,
        footer: sheet.subtitle,
      },
    },
    effects,
  );
