/** What a command is, and the world that it runs in. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** Where text goes; a terminal may be coloured and rewritten in place. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export interface World {
  readonly workingFolder: string;
  /** What was asked for: results, help. */
  readonly stdout: TextStream;
  /** What is said about it: progress, diagnostics. */
  readonly stderr: TextStream;
  /** Asks whoever sits at the terminal, and gives what was typed; left out where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, from any start. */
  readonly clock: () => number;
  /** Marks the code that runs, so that other code builds anew; without it nothing is remembered. */
  readonly program?: () => string | null;
  /** Ends a command that goes on until it is told to stop; where there is none, the end of the process does. */
  readonly signal?: AbortSignal;
}

/** 0: done. 1: the user's mistake. 2: our own. */
export type ExitCode = 0 | 1 | 2;

export interface CommandOption {
  /** `<folder>` where it takes a value; null for a switch. */
  readonly value: string | null;
  readonly what: string;
  /** May be given several times: its values are lines of one. */
  readonly many?: true;
}

export interface Command {
  /** One line. */
  readonly summary: string;
  /** After the command's name: `<report folder>`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What a newcomer should know, as lines. */
  readonly explanation: readonly string[];
  readonly examples: readonly { readonly line: string; readonly what: string }[];
  readonly run: (input: CommandInput, world: World) => Promise<ExitCode>;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** Mistakes on the command line itself. */
export type InputResult = { readonly input: CommandInput } | { readonly mistakes: readonly Diagnostic[] };

/** Whether a stream takes colour: a terminal, unless NO_COLOR is set (no-color.org). */
export const takesColor = (stream: TextStream, environment: World['environment']): boolean =>
  stream.isTTY === true && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
