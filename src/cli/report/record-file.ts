/** What a build leaves on disk: its outputs, and the record of them beside. */
import type { CompileResult } from '../../compile.js';
import type { OutputFile } from '../../project/write-outputs.js';

export const recordName = 'build.json';

/** The record comes last: where it stands, so do they. */
export const filesOfBuild = ({ outputs, record }: CompileResult): readonly OutputFile[] =>
  record === null
    ? outputs
    : [...outputs, { name: recordName, bytes: new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`) }];
