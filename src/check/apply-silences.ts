/** Leaves out what a report silences with a reason, and says which silences have become idle. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sourceLine } from '../diagnostics/source-place.js';
import { cannotSilence, unusedSilence } from '../diagnostics/messages.js';
import type { Silence } from '../model/silence.js';

/** Told of by writers alone, so that a check cannot know whether their silence is idle. */
const ofWriters: ReadonlySet<string> = new Set(['chart-as-picture', 'characters-removed', 'drawing-lacks']);

/** Errors that are judgements on what a report says; all others mean that it cannot be built. */
const judged: ReadonlySet<string> = new Set(['rank-out-of-range', 'table-total', 'check-failed']);

export interface Silenced {
  readonly shown: readonly Diagnostic[];
  readonly silenced: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
}

const canBeSilenced = ({ severity, code }: Diagnostic): boolean => severity === 'warning' || judged.has(code);

/** For a build, which says nothing of idle silences. */
export const isSilenced = (diagnostic: Diagnostic, silences: readonly Silence[], folder: string): boolean =>
  canBeSilenced(diagnostic) && silences.some((silence) => covers(silence, diagnostic, folder));

export function applySilences(
  diagnostics: readonly Diagnostic[],
  silences: readonly Silence[],
  folder: string,
): Silenced {
  const used = new Set<Silence>();
  const shown: Diagnostic[] = [];
  const silenced: { diagnostic: Diagnostic; reason: string }[] = [];
  for (const diagnostic of diagnostics) {
    const silence = silences.find((known) => covers(known, diagnostic, folder));
    if (silence === undefined) {
      shown.push(diagnostic);
      continue;
    }
    used.add(silence);
    if (canBeSilenced(diagnostic)) silenced.push({ diagnostic, reason: silence.reason });
    else shown.push(diagnostic, cannotSilence(diagnostic.code, silence.span));
  }
  const idle = silences
    .filter((silence) => !used.has(silence) && !ofWriters.has(silence.code))
    .map(({ code, span }) => unusedSilence(code, span));
  return { shown: [...shown, ...idle], silenced };
}

function covers({ code, at }: Silence, diagnostic: Diagnostic, folder: string): boolean {
  if (code !== diagnostic.code) return false;
  if (at === null) return true;
  const { span, message } = diagnostic;
  const file = span === null ? '' : span.file.startsWith(`${folder}/`) ? span.file.slice(folder.length + 1) : span.file;
  return at === file || at === (span === null ? '' : sourceLine({ ...span, file })) || message.includes(`"${at}"`);
}
