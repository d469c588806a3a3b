/** What a command compiles with: the disk of its world. */
import type { Effects } from '../../compile.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { diskFiles } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { fontFiles } from '../../project/font-files.js';
import { templateRoots } from '../../project/package-folder.js';
import { diskDatabases } from '../../query/disk-databases.js';
import type { World } from '../input/command.js';

export function diskEffects(
  { workingFolder, clock, environment }: World,
  log: Effects['log'],
  tell: Tell,
  files: Files = diskFiles(workingFolder),
): Effects {
  return {
    files,
    fonts: fontFiles(files, [workingFolder]),
    roots: templateRoots(workingFolder),
    clock,
    log,
    tell,
    ask: diskDatabases(workingFolder, environment),
  };
}
