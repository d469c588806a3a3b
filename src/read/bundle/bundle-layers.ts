/**
 * The folders that a bundle is read from: the one that it extends, its own, and what the report has in a `templates`
 * folder of its own.
 */
import { notAName, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Memo } from '../../memo/memo.js';
import type { Span } from '../../model/span.js';
import { filesWithin, type Files } from '../../project/files.js';
import { readYaml } from '../data/yaml.js';
import { checkShape } from '../shape/check-shape.js';
import { DataCursor } from '../shape/data-cursor.js';
import { bundleSchema } from '../shape/schema.js';
import { decodeText } from '../source/read-text.js';

export interface BundleLayer {
  readonly folder: string;
  /** Those of its folder of templates alone. */
  readonly files: Files;
  /** Its `bundle.yaml`; null where there is none or it is wrong. */
  readonly own: DataCursor | null;
}

interface LayerSource {
  readonly files: Files;
  readonly tell: Tell;
  readonly memo?: Memo;
}

export const joinPath = (root: string, path: string): string =>
  root === '' || root === '.' ? path : `${root.replace(/\/+$/, '')}/${path}`;

/** A folder below `templates/`, not a way to some other; an empty name is missed elsewhere. */
export const isFolderName = (name: string): boolean => !/[/\\\0]|^\.+$/.test(name);

/** What stands beside bundles in a folder of templates. */
const isBundle = (folder: string): boolean => folder !== 'themes' && !folder.includes('.');

/**
 * Base first, so that what comes later replaces what came before. Null and a diagnostic where none of the roots has the
 * bundle; `span` is where it was named. A bundle may extend another, once round.
 */
export function bundleLayers(
  name: string,
  source: LayerSource,
  {
    roots,
    report,
    span,
  }: { readonly roots: readonly string[]; readonly report: string | null; readonly span: Span | null },
): readonly BundleLayer[] | null {
  const layers = findLayers(name, source, roots, span, []);
  const own = report === null ? null : joinPath(report, 'templates');
  if (layers === null || own === null || source.files.list(own) === null) return layers;
  return [...layers, openLayer(own, { ...source, files: filesWithin(source.files, own) })];
}

function findLayers(
  name: string,
  source: LayerSource,
  roots: readonly string[],
  span: Span | null,
  below: readonly string[],
): readonly BundleLayer[] | null {
  if (!isFolderName(name)) {
    source.tell(notAName('bundle', name, span));
    return null;
  }
  const known = new Set<string>();
  for (const root of roots) {
    const names = (source.files.list(joinPath(root, 'templates')) ?? []).filter(isBundle);
    names.forEach((folder) => known.add(folder));
    if (!names.includes(name)) continue;
    const files = filesWithin(source.files, joinPath(root, 'templates'));
    const layer = openLayer(joinPath(root, `templates/${name}`), { ...source, files });
    const base = layer.own?.at('extends');
    const baseName = base?.text() ?? null;
    if (base === undefined || baseName === null || [...below, name].includes(baseName)) return [layer];
    const under = findLayers(baseName, source, roots, base.span, [...below, name]);
    return under === null ? null : [...under, layer];
  }
  const nearest = nearestName(name, known);
  if (name !== '')
    source.tell(unknownName('bundle', name, span, nearest === null ? null : { name: nearest }, [...known]));
  return null;
}

function openLayer(folder: string, { files, tell, memo }: LayerSource): BundleLayer {
  const path = `${folder}/bundle.yaml`;
  const bytes = files.read(path);
  const source = bytes === null ? null : decodeText(path, bytes, tell);
  const document = source === null ? null : readYaml(source, tell, memo);
  return {
    folder,
    files,
    own:
      document === null || !checkShape(document, bundleSchema, 'a bundle', tell)
        ? null
        : new DataCursor(document, document.value),
  };
}
