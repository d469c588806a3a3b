/** A workbook's bytes to the parts of its package. What is no workbook, or too much of one, is a diagnostic. */
import { notAWorkbook, workbookTooLarge } from '../../../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../../../diagnostics/diagnostic.js';
import { unpackEntry, zipEntries } from './zip-entries.js';

export interface WorkbookPackage {
  /**
   * A part's text by its path in the package; null where there is none, or it cannot be unpacked. Unpacked when it is
   * first asked for.
   */
  readonly read: (path: string) => string | null;
  readonly has: (path: string) => boolean;
  /** Why a part could not be read, where it could not: that it is damaged, or too much. */
  readonly fault: () => Diagnostic;
}

/** Bytes of the file, and of all parts that are read when unpacked: a report's tables are a hundredth of it. */
const mostPacked = 32 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;

/** Null where it cannot be opened. */
export function openPackage(path: string, bytes: Uint8Array, tell: Tell): WorkbookPackage | null {
  const kind = otherKind(bytes);
  if (kind !== null) {
    tell(notAWorkbook(path, kind.found, kind.hint));
    return null;
  }
  if (bytes.length > mostPacked) {
    tell(workbookTooLarge(path, 'its file is larger than 32 MB'));
    return null;
  }
  const opened = packageOf(path, bytes);
  if (opened === null) tell(notAWorkbook(path, ...damaged));
  return opened;
}

/** What it is found to be, and what to do about it. */
export const damaged = ['a damaged file', 'open it in Excel, which can repair it, and save it again'] as const;
export const saveAsWorkbook = 'save it in Excel as "Excel Workbook (*.xlsx)"';

function otherKind(bytes: Uint8Array): { readonly found: string; readonly hint: string } | null {
  const starts = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: Excel 97's own format, or the wrapping of what is encrypted ([MS-OFFCRYPTO] 2.3.4), with names
    // in UTF-16.
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    return isEncrypted
      ? {
          found: 'encrypted',
          hint: 'take its password off in Excel: File, Info, Protect Workbook, Encrypt with Password',
        }
      : { found: 'in the format of Excel 97 to 2003', hint: saveAsWorkbook };
  }
  return starts(0x50, 0x4b)
    ? null
    : { found: bytes.length === 0 ? 'an empty file' : 'another kind of file', hint: saveAsWorkbook };
}

/**
 * Names of parts are the same in whatever case (ISO 29500-2, 6.2.2.3). Pictures, charts and macros are never asked for,
 * and never unpacked.
 */
function packageOf(path: string, bytes: Uint8Array): WorkbookPackage | null {
  const entries = zipEntries(bytes);
  if (entries === null) return null;
  const byName = new Map(entries.map((entry) => [partName(entry.name), entry]));
  const texts = new Map<string, string | null>();
  let left = mostUnpacked;
  let isTooLarge = false;
  const unpack = (name: string): string | null => {
    const entry = byName.get(name);
    if (entry === undefined) return null;
    isTooLarge ||= entry.size > left;
    // One that unpacks to more than its directory says is a damaged one.
    const content = entry.size > left ? null : unpackEntry(bytes, entry);
    if (content === null) return null;
    left -= content.length;
    return decodePart(content);
  };
  return {
    has: (name) => byName.has(partName(name)),
    read(name) {
      const key = partName(name);
      if (!texts.has(key)) texts.set(key, unpack(key));
      return texts.get(key)!;
    },
    fault: () =>
      isTooLarge ? workbookTooLarge(path, 'unpacked it is larger than 64 MB') : notAWorkbook(path, ...damaged),
  };
}

const partName = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/** XML is UTF-8, or UTF-16 with its mark in front (ISO 29500-2, 6.2.5). */
function decodePart(content: Uint8Array): string {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}
