/**
 * Loaded before a measured script: on the process's exit, writes its peak memory in kB to file descriptor 3, and the
 * time of processors in ms that its threads have taken.
 * On Linux the kernel's own mark is read, for there `maxRSS` begins with what the starting process held.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const { user, system } = process.cpuUsage();
  writeSync(3, `${/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS} ${(user + system) / 1000}`);
});
