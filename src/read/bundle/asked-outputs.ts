/** Names of the outputs that a report is made into. */
import type { OutputSpec } from '../../model/document-spec.js';

export interface AskedOutputs {
  /** Typed: they hold before all else. */
  readonly only: readonly string[] | null;
  /** Those that the report names. */
  readonly named: readonly string[];
  /** The bundle is another than the report's own: its names hold as far as that bundle has them. */
  readonly isLent: boolean;
}

/** What is typed, else what the report names, else what its bundle makes as a rule. */
export function askedOutputs({ only, named, isLent }: AskedOutputs, made: readonly OutputSpec[]): readonly string[] {
  if (only !== null) return only;
  const kept = isLent ? named.filter((name) => made.some((output) => output.name === name)) : named;
  return kept.length > 0 ? kept : made.filter(({ usual }) => usual).map(({ name }) => name);
}
