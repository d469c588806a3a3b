/** The system that this process runs in, and its processes: who owns a lock, and whether the owner lives. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

let name: string | null = null;

/**
 * One word, the same for processes that see each other's numbers: the machine since its last start and, on Linux, the
 * container.
 */
export function systemName(): string {
  name ??= [hostname(), textOf('/proc/sys/kernel/random/boot_id'), linkOf('/proc/self/ns/pid')]
    .join('/')
    .replace(/\s+/g, '');
  return name;
}

/**
 * When a process began, in ticks since the system did; null where it does not run, or where the system does not say.
 */
export function processStart(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name of the program, in parentheses, may hold anything; the 22nd field is the 20th behind it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Whether a process of this number runs, though another user's. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
