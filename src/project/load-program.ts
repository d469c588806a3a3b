/** The bundled program in one script, compiled by V8 or taken over from what it compiled before. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { codeCache } from './code-cache.js';

export interface Program<Exports> {
  readonly exports: Exports;
  /** Leaves the next run what was compiled in this one, where that is much. */
  readonly keep: () => void;
}

/**
 * The script is a function as of a CommonJS module. `load` imports what is no part of it, as seen from here; `place` is
 * what `import.meta.url` is to a module.
 */
type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: { readonly exports: object },
  fileName: string,
  folder: string,
  load: (name: string) => Promise<unknown>,
  place: string,
) => void;

/** Kept again when so much was compiled beside what was taken over: another command, another output. */
const muchMore = 1.15;

const compiledBytes = (): number => getHeapCodeStatistics().bytecode_and_metadata_size;

/** @typeParam Exports what the script exports, which nothing checks. */
export function loadProgram<Exports>(place: URL): Program<Exports> {
  const file = fileURLToPath(place);
  // Its own switch of Node's for the same thing, of later versions.
  const cache = process.env['NODE_DISABLE_COMPILE_CACHE'] === '1' ? null : codeCache(file);
  const cachedData = cache?.read() ?? undefined;
  // Of ASCII alone, as the bundle is, a text takes a byte a character.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
  const taken = cachedData !== undefined && script.cachedDataRejected === false ? compiledBytes() : 0;
  const module = { exports: {} };
  const load = (name: string): Promise<unknown> => import(name);
  const wrapper = script.runInThisContext() as Wrapper;
  wrapper(module.exports, createRequire(file), module, file, dirname(file), load, place.href);
  return {
    exports: module.exports as Exports,
    keep() {
      if (compiledBytes() > taken * muchMore) cache?.write(script.createCachedData());
    },
  };
}
