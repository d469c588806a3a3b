/**
 * Results of a build as one file, for the next build in another process. What is damaged is as if it had never been.
 */
import { createHash } from 'node:crypto';
import type { PackedResults } from '../memo/keep-results.js';
import { readOrNull, replaceFile } from './cache-file.js';

/** More than this is not kept, in bytes: what came last is left out. */
export const mostResultBytes = 64 * 1024 * 1024;

/** SHA-256 of what follows it, then the length of the table, the table (keys and lengths, as JSON), and the results. */
const digestLength = 32;
const tableStart = digestLength + 4;

export function readResults(path: string): PackedResults {
  const file = readOrNull(path);
  if (
    file === null ||
    file.length < tableStart ||
    !digestOf(file.subarray(digestLength)).equals(file.subarray(0, digestLength))
  )
    return new Map();
  const tableEnd = tableStart + file.readUInt32LE(digestLength);
  const table = JSON.parse(file.toString('utf8', tableStart, tableEnd)) as readonly (readonly [string, number])[];
  let offset = tableEnd;
  return new Map(table.map(([key, length]) => [key, file.subarray(offset, (offset += length))]));
}

/** False where the disk refuses. */
export function keepResultsFile(path: string, results: PackedResults): boolean {
  const kept: (readonly [string, Uint8Array])[] = [];
  let size = 0;
  for (const [key, bytes] of results) if ((size += bytes.length) <= mostResultBytes) kept.push([key, bytes]);
  const table = Buffer.from(JSON.stringify(kept.map(([key, { length }]) => [key, length])));
  const tableLength = Buffer.alloc(4);
  tableLength.writeUInt32LE(table.length);
  const file = Buffer.concat([Buffer.alloc(digestLength), tableLength, table, ...kept.map(([, bytes]) => bytes)]);
  digestOf(file.subarray(digestLength)).copy(file);
  return replaceFile(path, file);
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
