/** Why a disk refuses, in plain words. */
import { isSystemError } from './system-error.js';

export interface DiskReason {
  readonly words: string;
  readonly isFull: boolean;
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where the folder should be',
  EISDIR: 'a folder stands where the file should be',
  EBUSY: 'another program has it open',
  ENAMETOOLONG: 'the name is too long',
};

/** Null where it is not the disk that refuses: a fault of ours. */
export function diskReason(cause: unknown): DiskReason | null {
  if (!isSystemError(cause) || !('code' in cause)) return null;
  const code = String(cause.code);
  return { words: words[code] ?? `the system says ${code}`, isFull: code === 'ENOSPC' || code === 'EDQUOT' };
}
