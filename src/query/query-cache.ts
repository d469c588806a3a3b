/** Answers of earlier builds, by their question: a file each under output/.cache/queries/, which may be deleted. */
import { join } from 'node:path';
import { markOfBytes } from '../memo/content-mark.js';
import type { QueryAnswer } from '../read/report/query.js';
import { readOrNull, replaceFile } from '../project/cache-file.js';

export interface KeptAnswer {
  readonly answer: QueryAnswer;
  /** The state of its source; null of one that does not say. */
  readonly state: string | null;
}

export interface QueryCache {
  readonly find: (key: string) => KeptAnswer | null;
  readonly keep: (key: string, kept: KeptAnswer) => void;
}

/** @param folder null keeps nothing. */
export function queryCache(folder: string | null): QueryCache {
  if (folder === null) return { find: () => null, keep: () => undefined };
  const pathOf = (key: string): string => join(folder, `${markOfBytes(key)}.json`);
  return {
    find(key) {
      const bytes = readOrNull(pathOf(key));
      return bytes === null ? null : parse(bytes.toString(), key);
    },
    keep(key, { answer, state }) {
      const kept = { key, state, answer };
      replaceFile(pathOf(key), Buffer.from(JSON.stringify({ ...kept, seal: markOfBytes(JSON.stringify(kept)) })));
    },
  };
}

/** Null for a file that is not as it was written. */
function parse(text: string, asked: string): KeptAnswer | null {
  try {
    const { key, state, answer, seal } = JSON.parse(text) as KeptAnswer & { key: string; seal: string };
    const isWhole = key === asked && seal === markOfBytes(JSON.stringify({ key, state, answer }));
    return isWhole ? { answer, state } : null;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return null;
    throw cause;
  }
}
