/** What a build leaves on disk: its outputs, and the record of them beside. */
import type { CompileResult } from '../../compile.js';
import type { BuildRecord } from '../../model/build-record.js';
import type { OutputFile } from '../../project/write-outputs.js';

export const recordName = 'build.json';

/** The record comes last: where it stands, so do they. */
export const filesOfBuild = ({ outputs, record }: CompileResult): readonly OutputFile[] =>
  record === null ? outputs : [...outputs, { name: recordName, bytes: recordBytes(record) }];

/**
 * As `JSON.stringify` writes it with an indent of one, and a line's end; encoded entry by entry, for the record of a
 * thousand slides is a text of 10 MB.
 */
function recordBytes(record: BuildRecord): Uint8Array {
  const pieces: Buffer[] = [];
  const add = (text: string): void => void pieces.push(Buffer.from(text));
  const indented = (value: unknown, depth: number): string =>
    JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);
  const members = Object.entries(record).filter(([, value]) => value !== undefined);
  for (const [index, [name, value]] of members.entries()) {
    add(`${index === 0 ? '{' : ','}\n ${JSON.stringify(name)}: `);
    if (!Array.isArray(value) || value.length === 0) {
      add(indented(value, 1));
      continue;
    }
    for (const [place, entry] of value.entries()) add(`${place === 0 ? '[' : ','}\n  ${indented(entry, 2)}`);
    add('\n ]');
  }
  add('\n}\n');
  return Buffer.concat(pieces);
}
