/** Pictures: opened, measured, and made sure to be what their names say. */
import {
  missingAlt,
  notAPicture,
  pictureLies,
  pictureTooLarge,
  pictureOfOtherShape,
} from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Picture } from '../../model/document.js';
import type { Size } from '../../model/length.js';
import type { PictureSpec } from '../../model/report.js';
import type { Span } from '../../model/span.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { decodeText, readNamed } from '../source/read-text.js';
import { readSvg } from '../../svg/read-svg.js';
import { readPictureHeader } from './picture-header.js';
import type { ReportSource } from './report-source.js';

/** Pixels on a side: beyond that a page gains nothing and a build runs out of memory. */
const mostPixels = 10_000;
/** Pixels in all: decoded, each takes four bytes. */
const mostPixelsInAll = 36_000_000;

const endings: Readonly<Record<string, Picture['format']>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', svg: 'svg' };
const formatNames: Readonly<Record<Picture['format'], string>> = { png: 'PNG', jpeg: 'JPEG', svg: 'SVG' };

export function readPictures(cursor: DataCursor, source: ReportSource): ReadonlyMap<string, PictureSpec> {
  return new Map(
    cursor.entries().map(([id, entry]): [string, PictureSpec] => [
      id,
      {
        picture: readPicture(id, entry, source),
        caption: source.words.readLine(entry.at('caption').source()),
        span: entry.keySpan,
      },
    ]),
  );
}

type OpenedFile = Pick<Picture, 'file' | 'format' | 'bytes' | 'width' | 'height'>;

/**
 * Stands for a picture whose file is no good: it keeps its place, in a shape that most layouts have room for, so that
 * nothing is told but its own mistake.
 */
const standIn: OpenedFile = { file: '', format: 'png', bytes: new Uint8Array(), width: 16, height: 9 };

function readPicture(id: string, entry: DataCursor, source: ReportSource): Picture {
  const opened = openPicture(id, entry.at('file'), source) ?? standIn;
  const others = entry
    .at('also')
    .items()
    .flatMap((name) => openOther(id, opened, name, source) ?? []);
  const vector = [opened, ...others].find(({ format }) => format === 'svg')?.bytes;
  const also = others.flatMap(({ format, bytes, width, height }) =>
    format === 'svg' ? [] : [{ format, bytes, width, height }],
  );
  const alt = entry.at('alt').text() ?? entry.at('caption').text();
  if (alt === null) source.tell(missingAlt('picture', id, entry.keySpan));
  const focus = entry.at('focus');
  return {
    id,
    ...opened,
    ...(vector === undefined ? {} : { vector }),
    ...(also.length === 0 ? {} : { also }),
    ...(entry.at('fit').text() === 'cover' && { covers: true }),
    ...(isPhotograph(opened) && { isPhotograph: true }),
    made: entry.keySpan,
    focus: { x: focus.at('x').number() ?? 0.5, y: focus.at('y').number() ?? 0.5 },
    alt: alt ?? '',
  };
}

/**
 * A PNG of a photograph takes more than this, in bytes a pixel, for no two of its pixels are alike; drawings and charts
 * take a tenth of a byte.
 */
const leastOfPhotograph = 0.7;

const isPhotograph = ({ format, bytes, width, height }: OpenedFile): boolean =>
  format === 'jpeg' || (format === 'png' && bytes.length / (width * height) >= leastOfPhotograph);

/**
 * The file, if it is there and what its name says. Its pixels are not decoded; an SVG is read, so that its mistakes are
 * told.
 */
function openPicture(id: string, name: DataCursor, { files, folder, memo, tell }: ReportSource): OpenedFile | null {
  const file = name.text();
  const found = file === null ? null : readNamed(files, folder, file, `the picture "${id}"`, name.span, tell);
  if (file === null || found === null) return null;
  const { path } = found;
  const header = readPictureHeader(found.bytes);
  if (header.kind === 'other') {
    tell(notAPicture(path, header.what, name.span));
    return null;
  }
  const named = endings[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
  if (named !== header.kind)
    tell(
      pictureLies(
        path,
        named === undefined ? 'something else' : formatNames[named],
        `${header.kind === 'svg' ? 'an' : 'a'} ${formatNames[header.kind]}`,
        name.span,
      ),
    );
  const bytes = memo.marked(found.bytes);
  const size =
    header.kind === 'svg'
      ? memo.recall('svg', [path, bytes, name.span], (told) => sizeOfSvg(path, bytes, name.span, told), tell)
      : header;
  if (size === null) return null;
  const { width, height } = size;
  if (header.kind !== 'svg' && (Math.max(width, height) > mostPixels || width * height > mostPixelsInAll)) {
    tell(pictureTooLarge({ path, width, height, most: mostPixels, mostInAll: mostPixelsInAll }, name.span));
    return null;
  }
  return { file: path, format: header.kind, bytes, width, height };
}

function sizeOfSvg(path: string, bytes: Uint8Array, named: Span, tell: Tell): Size | null {
  const source = decodeText(path, bytes, tell);
  return source === null ? null : (readSvg(path, source, bytes, named, tell)?.size ?? null);
}

/** How far the shapes of two files that show the same may be apart. */
const shapeTolerance = 0.01;

/** The same picture in another file: of other pixels, or an SVG. */
function openOther(id: string, picture: OpenedFile, name: DataCursor, source: ReportSource): OpenedFile | null {
  const opened = openPicture(id, name, source);
  if (opened === null || picture === standIn) return opened;
  const difference = opened.width / opened.height / (picture.width / picture.height) - 1;
  if (Math.abs(difference) > shapeTolerance) source.tell(pictureOfOtherShape(opened.file, picture.file, name.span));
  return opened;
}
