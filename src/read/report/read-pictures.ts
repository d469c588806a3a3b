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
  return new Map(cursor.entries().map(([id, entry]): [string, PictureSpec] =>
    [id, { picture: readPicture(id, entry, source), caption: source.words.read(entry.at('caption').source()), span: entry.keySpan }]));
}

type OpenedFile = Pick<Picture, 'file' | 'format' | 'bytes' | 'width' | 'height'>;

/** Of a picture whose file is no good: it keeps its place, so that nothing is told but its own mistake. */
const standIn: OpenedFile = { file: '', format: 'png', bytes: new Uint8Array(), width: 4, height: 3 };

function readPicture(id: string, entry: DataCursor, source: ReportSource): Picture {
  const opened = openPicture(id, entry.at('file'), source) ?? standIn;
  const alt = entry.at('alt').text() ?? entry.at('caption').text();
  if (alt === null) source.report(missingAlt('picture', id, entry.keySpan));
  const focus = entry.at('focus');
  return { id, ...opened, focus: { x: focus.at('x').number() ?? 0.5, y: focus.at('y').number() ?? 0.5 }, alt: alt ?? '' };
}

/** The file, if it is there and what its name says. Its pixels are not decoded. */
function openPicture(id: string, name: DataCursor, { files, folder, memo, report }: ReportSource): OpenedFile | null {
  const file = name.text();
  const found = file === null ? null : readNamed(files, folder, file, `the picture "${id}"`, name.span, report);
  if (file === null || found === null) return null;
  const header = readPictureHeader(found.bytes);
  if (header.kind === 'other') {
    report(notAPicture(found.path, header.what, name.span));
    return null;
  }
  const { kind: format, width, height } = header;
  const named = endings[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
  if (named !== format) report(pictureLies(found.path, named === undefined ? 'something else' : formatNames[named], `a ${formatNames[format]}`, name.span));
  if (Math.max(width, height) > mostPixels) report(pictureTooLarge(found.path, width, height, mostPixels, name.span));
  return { file: found.path, format, bytes: memo.marked(found.bytes), width, height };
}
