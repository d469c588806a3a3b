/** `template:` of report.yaml: a PowerPoint file, which of its slides stay, and where layouts land on it. */
import { pathOutside } from '../../diagnostics/template-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { LandingSpec, TemplateSpec } from '../../model/report.js';
import { pathBelow } from '../../project/files.js';
import type { DataCursor } from '../shape/data-cursor.js';

export function readTemplateSpec(cursor: DataCursor, folder: string, tell: Tell): TemplateSpec | null {
  if (!cursor.exists) return null;
  const named = cursor.isMap ? cursor.at('file') : cursor;
  const name = named.text();
  if (name === null) return null;
  const file = pathBelow(folder, name);
  if (file === null) tell(pathOutside(name, named.span));
  if (file === null) return null;
  const fonts = cursor.isMap ? fontFolder(cursor.at('fonts'), folder, tell) : null;
  return {
    file,
    span: named.span,
    ...(fonts !== null && { fonts }),
    keep: cursor.isMap
      ? cursor
          .at('keep')
          .names()
          .map(({ id, span }) => ({ name: id, span }))
      : [],
    mapping: cursor.isMap ? cursor.at('mapping').entries().map(readLanding) : [],
  };
}

/** A folder beside report.yaml, or `none`. */
function fontFolder(cursor: DataCursor, folder: string, tell: Tell): string | null {
  const name = cursor.exists ? cursor.text() : null;
  if (name === null || name === 'none') return name;
  const path = pathBelow(folder, name);
  if (path === null) tell(pathOutside(name, cursor.span));
  return path;
}

function readLanding([layout, cursor]: readonly [string, DataCursor]): LandingSpec {
  const own = { layout, layoutSpan: cursor.keySpan };
  if (!cursor.isMap) return { ...own, target: { name: cursor.text() ?? '', span: cursor.span }, placeholders: [] };
  const target = cursor.at('layout');
  return {
    ...own,
    target: target.exists ? { name: target.text() ?? '', span: target.span } : null,
    placeholders: cursor
      .entries()
      .flatMap(([region, placeholder]) =>
        region === 'layout'
          ? []
          : [{ region, placeholder: placeholder.text() ?? String(placeholder.number() ?? ''), span: placeholder.span }],
      ),
  };
}
