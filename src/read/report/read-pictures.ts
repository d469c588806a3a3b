/** Pictures: opened, measured, and made sure to be what their names say. */
import { missingAlt, notAPicture, pictureLies, pictureTooLarge } from '../../diagnostics/messages.js';
import type { Picture } from '../../model/document.js';
import type { PictureSpec } from '../../model/report.js';
import type { DataCursor } from '../data-cursor.js';
import { readNamed } from '../read-text.js';
import { readPictureHeader } from './picture-header.js';
import type { ReportSource } from './report-source.js';

/** Pixels on a side: beyond that a page gains nothing and a build runs out of memory. */
const mostPixels = 10_000;

const endings: Readonly<Record<string, Picture['format']>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg' };
const formatNames: Readonly<Record<Picture['format'], string>> = { png: 'PNG', jpeg: 'JPEG' };

export function readPictures(cursor: DataCursor, source: ReportSource): ReadonlyMap<string, PictureSpec> {
  return new Map(cursor.entries().flatMap(([id, entry]): [string, PictureSpec][] => {
    const picture = readPicture(id, entry, source);
    return picture === null ? [] : [[id, { picture, caption: source.words.read(entry.at('caption').source()), span: entry.keySpan }]];
  }));
}

function readPicture(id: string, entry: DataCursor, { files, folder, report }: ReportSource): Picture | null {
  const name = entry.at('file');
  const file = name.text();
  if (file === null) return null;
  const found = readNamed(files, folder, file, `the picture "${id}"`, name.span, report);
  if (found === null) return null;
  const header = readPictureHeader(found.bytes);
  if (header.kind === 'other') {
    report(notAPicture(found.path, header.what, name.span));
    return null;
  }
  const named = endings[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
  if (named !== header.kind) {
    report(pictureLies(found.path, named === undefined ? 'something else' : formatNames[named], `a ${formatNames[header.kind]}`, name.span));
    return null;
  }
  if (Math.max(header.width, header.height) > mostPixels) {
    report(pictureTooLarge(found.path, header.width, header.height, mostPixels, name.span));
    return null;
  }
  const alt = entry.at('alt').text() ?? entry.at('caption').text();
  if (alt === null) report(missingAlt('picture', id, entry.keySpan));
  const focus = entry.at('focus');
  return {
    id, file: found.path, format: header.kind, bytes: found.bytes, width: header.width, height: header.height,
    focus: { x: focus.at('x').number() ?? 0.5, y: focus.at('y').number() ?? 0.5 }, alt: alt ?? '',
  };
}
