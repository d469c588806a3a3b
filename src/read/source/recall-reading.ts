/** Something read from files, taken over from the build before as long as each of those files is the same. */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Memo, QuickWork } from '../../memo/memo.js';
import { makeTold } from '../../memo/told-result.js';
import type { Files } from '../../project/files.js';
import { hashOf } from '../../project/remember-reads.js';

/** An answer of the files in a word, and the way to ask for it again. */
interface Asked {
  readonly answer: string;
  readonly again: (files: Files) => string;
}

interface Reading<Result> {
  readonly result: Result;
  readonly told: readonly Diagnostic[];
  readonly asked: readonly Asked[];
  readonly useAgain: () => void;
}

interface ReadingSource {
  readonly files: Files;
  readonly tell: Tell;
  readonly memo: Memo;
}

/**
 * The very result of the build before where all answers of the files are the same; they are asked again, so that who
 * watches them knows. Its diagnostics are told again.
 *
 * @param parts what it depends on beside the files, as `Memo.recallSame` takes it.
 */
export function recallReading<Result>(
  work: QuickWork,
  parts: readonly unknown[],
  { files, tell, memo }: ReadingSource,
  read: (source: { readonly files: Files; readonly tell: Tell }) => Result,
): Result {
  if (!memo.isLasting) return read({ files, tell });
  const place = memo.recallSame(work, parts, (): { last: Reading<Result> | null } => ({ last: null }));
  const { last } = place;
  if (last === null || last.asked.some(({ again, answer }) => again(files) !== answer)) {
    const remembering = rememberAnswers(files);
    const { value, told } = makeTold((heard) => memo.using(() => read({ files: remembering.files, tell: heard })));
    place.last = { ...value, told, asked: [...remembering.asked.values()] };
  } else last.useAgain();
  const { result, told } = place.last!;
  told.forEach(tell);
  return result;
}

function rememberAnswers(files: Files): { readonly files: Files; readonly asked: ReadonlyMap<string, Asked> } {
  const asked = new Map<string, Asked>();
  const note = (key: string, answer: string, again: Asked['again']): void => void asked.set(key, { answer, again });
  return {
    asked,
    files: {
      asked: files.asked,
      read(path) {
        const bytes = files.read(path);
        note(`read ${path}`, hashOf(bytes), (now) => hashOf(now.read(path)));
        return bytes;
      },
      list(folder) {
        const names = files.list(folder);
        note(`list ${folder}`, listed(names), (now) => listed(now.list(folder)));
        return names;
      },
      ...(files.refusal && {
        refusal(path: string) {
          const refusal = files.refusal!(path);
          note(`refusal ${path}`, String(refusal), (now) => String(now.refusal?.(path) ?? null));
          return refusal;
        },
      }),
      ...(files.realPath && {
        realPath(path: string) {
          const real = files.realPath!(path);
          note(`real ${path}`, real, (now) => now.realPath?.(path) ?? '');
          return real;
        },
      }),
    },
  };
}

const listed = (names: readonly string[] | null): string => (names === null ? '-' : names.join('\0'));
