/** YAML with places: plain YAML by a fast reader, all else by the full parser. */
import type { Reporter } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../source-text.js';
import type { DataDocument } from './data-document.js';
import { readFullYaml } from './full-yaml.js';
import { placedDocument } from './placed-node.js';
import { readPlainYaml } from './plain-yaml.js';

/** Null where the file has a syntax error; every error is reported. */
export function readYaml(source: SourceText, report: Reporter): DataDocument | null {
  const root = readPlainYaml(source.text) ?? readFullYaml(source, report);
  return root === null ? null : placedDocument(source, root);
}
