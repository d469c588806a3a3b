/** The registry of structured data formats, by the ending of a file's name. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../source/source-text.js';
import type { DataDocument } from './data-document.js';
import { readJson } from './json.js';
import { readYaml } from './yaml.js';

export const dataFormats = { yaml: readYaml, yml: readYaml, json: readJson } satisfies Record<
  string,
  (source: SourceText, tell: Tell) => DataDocument | null
>;

/** Null where the name's ending is no structured format. */
export function dataFormatOf(path: string): ((source: SourceText, tell: Tell) => DataDocument | null) | null {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(dataFormats, ending) ? dataFormats[ending as keyof typeof dataFormats] : null;
}
