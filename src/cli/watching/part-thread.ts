/** The file of the second thread of a watch. It loads the script that the command is, as the threads of a batch do. */
import { loadProgram } from '../../project/load-program.js';

/** As of the command's own file. */
declare const BRIEFKIT_PROGRAM: string;

interface ThreadProgram {
  readonly servePart: () => Promise<void>;
}

void loadProgram<ThreadProgram>(new URL(BRIEFKIT_PROGRAM, import.meta.url)).exports.servePart();
