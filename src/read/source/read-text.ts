/** A text file: decoded, without its byte order mark, with `\n` at line ends. */
import {
  fileTooLarge,
  leadsOutside,
  missingFile,
  noFile,
  outsideFolder,
  readAsOtherCharset,
  wrongEncoding,
} from '../../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { assertNever } from '../../model/assert-never.js';
import type { Span } from '../../model/span.js';
import { mostFileBytes, pathBelow } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { fileText } from './source-text.js';
import type { SourceText } from './source-text.js';

/**
 * Null and a diagnostic where the bytes are not text. `chinese` also takes GB 18030 and Windows-1252, as
 * Excel writes CSV in China and in the West.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
  tell: Tell,
  options: { readonly chinese?: boolean } = {},
): SourceText | null {
  const text = decode(bytes, unicodeForm(bytes));
  if (text !== null && !text.includes('\0')) return fileText(path, unifyBlanks(text));
  if (options.chinese === true && !bytes.includes(0)) {
    const charset = isWestern(bytes) ? 'windows-1252' : 'gb18030';
    const other = decode(bytes, charset);
    if (other !== null) {
      tell(readAsOtherCharset(path, charset === 'gb18030' ? 'GB 18030' : 'Windows-1252'));
      return fileText(path, unifyBlanks(other));
    }
  }
  tell(wrongEncoding(path));
  return null;
}

/**
 * Whether bytes beyond ASCII stand one by one among letters, as in Süd: in GB 18030 they come in pairs. Most must, for
 * a few characters of Chinese have an ASCII letter as their second byte.
 */
function isWestern(bytes: Uint8Array): boolean {
  let [alone, all] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    let end = at;
    while (end < bytes.length && bytes[end]! >= 0x80) end++;
    all++;
    if (end - at === 1) alone++;
    at = end;
  }
  return alone * 2 > all;
}

/** UTF-16 by its mark, or by the zeros that each Latin letter or digit of a text has in it; else UTF-8. */
function unicodeForm(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 400); at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (odd > 8 && even === 0) return 'utf-16le';
  return even > 8 && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Bytes of a file that a report names, below its folder; `what` says in a diagnostic what it is for. */
export function readNamed(
  files: Files,
  folder: string,
  name: string,
  what: string,
  span: Span,
  tell: Tell,
): { readonly path: string; readonly bytes: Uint8Array } | null {
  const path = pathBelow(folder, name);
  if (path === null) {
    tell(outsideFolder(name, folder, span));
    return null;
  }
  const bytes = files.read(path);
  if (bytes === null) {
    tell(whyNot(files, folder, path, what, span));
    return null;
  }
  return { path, bytes };
}

function whyNot(files: Files, folder: string, path: string, what: string, span: Span): Diagnostic {
  const refusal = files.refusal?.(path) ?? null;
  switch (refusal) {
    case 'outside':
      return leadsOutside(path, folder, span);
    case 'no file':
      return noFile(path, what, span);
    case 'too large':
      return fileTooLarge(path, what, mostFileBytes / 1024 / 1024, span);
    case null:
      return missingFile(path, what, span, nearestFile(files, path));
    default:
      return assertNever(refusal);
  }
}

function nearestFile(files: Files, path: string): string | null {
  const slash = path.lastIndexOf('/');
  const siblings = files.list(path.slice(0, Math.max(slash, 0)) || '.') ?? [];
  const near = nearestName(path.slice(slash + 1), siblings);
  return near === null ? null : `${path.slice(0, slash + 1)}${near}`;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line ends as one, and spaces that no line parts as the one that every font has: French numbers hold narrow ones. */
const unifyBlanks = (text: string): string =>
  (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).replace(/[\u2007\u202f]/g, '\u00a0');
