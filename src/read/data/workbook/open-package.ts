/** A workbook's bytes to the parts of its package. What is no workbook, or too much of one, is a diagnostic. */
import { strFromU8, unzipSync } from 'fflate';
import { notAWorkbook, workbookTooLarge } from '../../../diagnostics/messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';

export interface WorkbookPackage {
  /** A part's text by its path in the package; null where there is none, or none that a table needs. */
  readonly read: (path: string) => string | null;
  readonly has: (path: string) => boolean;
}

/** Bytes of the file, and of the parts that are read when unpacked: a report's tables are a hundredth of it. */
const mostPacked = 32 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;

/** What a table needs; pictures, charts and macros are never unpacked. */
const isNeeded = (name: string): boolean =>
  /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:media|drawings|charts|theme|embeddings|printerSettings)\//.test(name);

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
  const opened = unpack(bytes);
  if (opened === 'too large') tell(workbookTooLarge(path, 'unpacked it is larger than 64 MB'));
  else if (opened === 'damaged') tell(notAWorkbook(path, ...damaged));
  return typeof opened === 'string' ? null : opened;
}

/** What it is found to be, and what to do about it. */
export const damaged = ['a damaged file', 'open it in Excel, which can repair it, and save it again'] as const;
export const saveAsWorkbook = 'save it in Excel as "Excel Workbook (*.xlsx)"';

function otherKind(bytes: Uint8Array): { readonly found: string; readonly hint: string } | null {
  const starts = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: Excel 97's own format, or the wrapping of what is encrypted ([MS-OFFCRYPTO] 2.3.4), with names in UTF-16.
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

class TooLarge extends Error {}

/** Names of parts are the same in whatever case (ISO 29500-2, 6.2.2.3). */
function unpack(bytes: Uint8Array): WorkbookPackage | 'damaged' | 'too large' {
  const names = new Set<string>();
  let size = 0;
  try {
    const entries = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.add(name.toLowerCase());
        if (!isNeeded(name)) return false;
        size += originalSize;
        if (size > mostUnpacked) throw new TooLarge();
        return true;
      },
    });
    const parts = new Map(Object.entries(entries).map(([name, content]) => [name.toLowerCase(), content]));
    return {
      has: (name) => names.has(name.toLowerCase()),
      read(name) {
        const part = parts.get(name.toLowerCase());
        return part === undefined ? null : strFromU8(part);
      },
    };
  } catch (cause) {
    // The library throws on whatever is not as it should be in an archive.
    return cause instanceof TooLarge ? 'too large' : 'damaged';
  }
}
