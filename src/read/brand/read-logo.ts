/** The picture of a logo: SVG, PNG or JPEG, from the folder that names it. */
import { missingFile, notAPicture } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Picture } from '../../model/document.js';
import { pathBelow } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { readSvg } from '../../svg/read-svg.js';
import { readPictureHeader } from '../report/picture-header.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { decodeText } from '../source/read-text.js';

export function readLogo(cursor: DataCursor, folder: string, files: Files, tell: Tell): Picture | null {
  const name = cursor.text() ?? '';
  const path = pathBelow(folder, name);
  const bytes = path === null ? null : files.read(path);
  if (path === null || bytes === null) {
    tell(missingFile(name, 'the logo', cursor.span, null));
    return null;
  }
  const header = readPictureHeader(bytes);
  if (header.kind === 'other') {
    tell(notAPicture(path, header.what, cursor.span));
    return null;
  }
  const common = { id: 'logo', file: path, bytes, focus: { x: 0.5, y: 0.5 }, alt: '' } as const;
  if (header.kind !== 'svg') return { ...common, format: header.kind, width: header.width, height: header.height };
  const source = decodeText(path, bytes, tell);
  const size = source === null ? undefined : readSvg(path, source, bytes, cursor.span, tell)?.size;
  return size === undefined
    ? null
    : { ...common, format: 'svg', width: size.width, height: size.height, vector: bytes };
}
