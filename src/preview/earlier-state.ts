/** States of a report that a preview shows changes against: what each says of pages and figures as they are now. */
import type { BuildRecord } from '../model/build-record.js';
import type { Approval } from '../model/record/approval.js';
import { differencesFrom } from '../provenance/approvals.js';
import { compareBuilds } from '../provenance/compare-builds.js';

/** A state that was read. */
export interface EarlierState {
  /** Pages that are not what they were, from 1. */
  readonly changedPages: (now: BuildRecord) => readonly { readonly document: string; readonly page: number }[];
  /** Figure → as it was printed then. */
  readonly printed: ReadonlyMap<string, string>;
}

/** A state that can be chosen. */
export interface Baseline {
  readonly id: string;
  readonly label: (language: string) => string;
  /** Null where there is none. */
  readonly read: () => Promise<EarlierState | null>;
  /** It is read without much work, so that each figure may tell what it was then. */
  readonly isCheap: boolean;
}

export const recordedState = (before: BuildRecord): EarlierState => ({
  changedPages: (now) => compareBuilds(before, now).pages,
  printed: new Map(before.figures.map(({ id, printed }) => [id, printed.full])),
});

/** An approval knows figures alone: pages on which one stands that is another now. */
export const approvedState = (approval: Approval): EarlierState => ({
  changedPages(now) {
    const other = new Set(differencesFrom(approval, now, null).map(({ name }) => name));
    return now.figures.filter(({ id }) => other.has(id)).flatMap(({ places }) => places);
  },
  // What is approved is printed with its change and its rank behind commas.
  printed: new Map(approval.figures.map(({ id, printed }) => [id, printed])),
});
