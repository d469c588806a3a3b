/** What a build is asked for, and the world that it may touch. */
import type { Tell } from './diagnostics/diagnostic.js';
import type { Memo } from './memo/memo.js';
import type { BuildRecord } from './model/build-record.js';
import type { Files } from './project/files.js';
import type { FontFiles } from './project/font-files.js';
import type { ReportRow } from './model/report-row.js';
import type { PictureThread } from './model/pictures/shrink-png.js';
import type { ReturnedDeck } from './model/record/returned-deck.js';
import type { AskQueries } from './read/report/ask-queries.js';
import type { FontShelf } from './text/fonts.js';

export type { FontShelf };

export interface Job {
  /** The report's folder, as the user typed it. */
  readonly report: string;
  /** Names of outputs; null takes those that the report names. */
  readonly only: readonly string[] | null;
  /** Of those outputs the ones that are made here, where others are made elsewhere; left out, all are. */
  readonly part?: JobPart;
  /** Taken in place of the bundle that the report names. */
  readonly bundle?: string;
  /** Taken in place of its theme. */
  readonly theme?: string;
  /** Warnings fail too. */
  readonly strict: boolean;
  /** Says across every page that it is one, whether or not the report does. */
  readonly draft?: boolean;
  /**
   * A PowerPoint file that the deck is made inside of, as the user typed it; in place of the one that the report names.
   */
  readonly template?: string;
  /** A folder whose fonts measure a template's text in place of the machine's; `none` for no font of the machine's. */
  readonly templateFonts?: string;
  /** A finished deck that takes the slides in, behind the slide of that title; behind its last for null. */
  readonly into?: { readonly file: string; readonly behind: string | null };
  /** The row that the report is about, of a batch: `row` in its texts and templates. */
  readonly row?: ReportRow;
  /** Marks what changed since this build, in outputs of names of their own. */
  readonly markedAgainst?: BuildRecord;
  /** The deck that came back, for a survey that is compared with it. */
  readonly returned?: ReturnedDeck;
}

/** Outputs by the documents that they show: those of these, or those of all others. */
export interface JobPart {
  /** By their names. */
  readonly documents: readonly string[];
  readonly takes: 'these' | 'others';
}

/** The world outside, passed in. */
export interface Effects {
  readonly files: Files;
  readonly fonts: FontFiles;
  /** Folders in which `templates/` is looked up, in order. */
  readonly roots: readonly string[];
  /** Milliseconds, from any start. */
  readonly clock: () => number;
  readonly log: (event: StageEvent) => void;
  /** Takes mistakes as they are found; the printer sorts them. */
  readonly tell: Tell;
  /** Results of earlier builds; left out, all is done anew. The bytes are the same either way. */
  readonly memo?: Memo;
  /** Takes what a writer was going to write, plain data, by the name of its document: for whoever looks for a fault. */
  readonly trace?: (name: string, plan: unknown) => void;
  /** Answers what a report asks of databases; left out, such a question is a mistake. */
  readonly ask?: AskQueries;
  /**
   * Pages are let go as soon as the last output that shows them is written, for a caller who wants nothing but files:
   * the result has neither pages nor documents.
   */
  readonly letsGo?: boolean;
  /** Nobody asks where each figure stands: the result has no record. */
  readonly unrecorded?: boolean;
  /** Makes pictures smaller beside the build; left out, it is done within it. */
  readonly thread?: PictureThread;
  /** Fonts that earlier builds of this process opened. */
  readonly shelf?: FontShelf;
  /** Ends the build between two of its stages: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export type StageName = 'read' | 'template' | 'resolve' | 'layout' | 'write';

/** A stage began (`milliseconds` is null) or ended. */
export interface StageEvent {
  readonly stage: StageName;
  /** The document or output that it is about; null for what all share. */
  readonly subject: string | null;
  readonly milliseconds: number | null;
}

/** Tells how long a stage took. */
export async function timed<Result>(
  effects: Effects,
  stage: StageName,
  subject: string | null,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  if (effects.signal !== undefined) {
    // Whoever would end the build gets its turn.
    await new Promise((resolved) => setImmediate(resolved));
    effects.signal.throwIfAborted();
  }
  effects.log({ stage, subject, milliseconds: null });
  const start = effects.clock();
  const result = await run();
  effects.log({ stage, subject, milliseconds: effects.clock() - start });
  return result;
}

/** A program called briefkit with something that it does not take; the message says what is missing. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'BRIEFKIT_USAGE';
}

const neededEffects = ['files', 'fonts', 'roots', 'clock', 'log', 'tell'] as const satisfies readonly (keyof Effects)[];

/** Throws where a caller without types left something out. */
export function requireCall(caller: string, job: unknown, effects: unknown): void {
  if (typeof job !== 'object' || job === null || !('report' in job) || typeof job.report !== 'string')
    throw new UsageError(
      `${caller} takes a job, { report: "data/my-report", only: null, strict: false }; build("data/my-report") has defaults for all`,
    );
  const given = typeof effects === 'object' && effects !== null ? effects : {};
  const missing = neededEffects.filter((name) => !(name in given));
  if (missing.length > 0)
    throw new UsageError(`${caller} lacks effects.${missing.join(', ')}; build("data/my-report") has defaults for all`);
}
