/** Loaded before a measured script: on the process's exit, writes its peak memory in kB to file descriptor 3. */
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
