/** Returned files, decks and PDFs, to what each of their numbers is; with a report, whether it is still so. */
import { unusableDeck, unusablePaper } from './diagnostics/deck-messages.js';
import type { Effects } from './job.js';
import type { PaperRecord } from './model/record/paper-record.js';
import type { Report } from './model/report.js';
import type { Damage } from './powerpoint/edited/find-damage.js';
import { emptyIdentity, type DeckIdentity } from './powerpoint/identity/deck-identity.js';
import type { NumberFinding } from './verify/text/number-finding.js';
import { deckName, surveyDeck, type SurveyedDeck } from './survey-deck.js';

export interface ReturnedFile {
  /** As the user typed it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface VerifyJob {
  readonly files: readonly ReturnedFile[];
  /** The report's folder; null compares each file with what it says of itself alone. */
  readonly report: string | null;
}

export interface VerifiedFile {
  readonly name: string;
  readonly kind: 'deck' | 'paper';
  /** The report that it was built from, as it says itself; null where it does not. */
  readonly builtFrom: string | null;
  /** The mark of the build that it says. */
  readonly build: string | null;
  readonly findings: readonly NumberFinding[];
  /** Parts with numbers in them that cannot be read, each with its slide. */
  readonly unread: readonly (Damage & { readonly page: number })[];
}

export interface VerifyResult {
  readonly data: Report | null;
  readonly files: readonly VerifiedFile[];
}

/** Null where the report or one of the files cannot be read; that is told. */
export async function compileVerify(job: VerifyJob, effects: Effects): Promise<VerifyResult | null> {
  const side = job.report === null ? null : await readReportSide(job.report, job.files, effects);
  if (job.report !== null && side === null) return null;
  const files: VerifiedFile[] = [];
  let failed = false;
  for (const file of job.files) {
    const verified = isPaper(file.bytes) ? await verifyPaperFile(file, side) : await verifyDeckFile(file, side);
    if (typeof verified !== 'string') files.push(verified);
    else {
      failed = true;
      effects.tell(isPaper(file.bytes) ? unusablePaper(file.name, verified) : unusableDeck(file.name, verified));
    }
  }
  return failed ? null : { data: side?.data ?? null, files };
}

/** `%PDF-`. */
const isPaper = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** `deck` is what the report would be as a deck, made once for all files. */
interface ReportSide extends Pick<SurveyedDeck, 'data' | 'figures'> {
  readonly deck: () => Promise<DeckIdentity | null>;
  /** What the papers that it would be say of themselves, likewise. */
  readonly papers: () => Promise<readonly PaperRecord[]>;
}

/** Where no deck came back the report need not have one. */
async function readReportSide(
  report: string,
  files: readonly ReturnedFile[],
  effects: Effects,
): Promise<ReportSide | null> {
  const only = files.every(({ bytes }) => isPaper(bytes)) ? null : [deckName];
  const now = await surveyDeck({ report, only }, effects);
  if (now === null) return null;
  let deck: Promise<DeckIdentity | null> | undefined;
  const describe = async (): Promise<DeckIdentity | null> => (await now.describe?.(false))?.identity ?? null;
  let papers: Promise<readonly PaperRecord[]> | undefined;
  return { ...now, deck: () => (deck ??= describe()), papers: () => (papers ??= readPapers(report, effects)) };
}

/** The papers that the report names, made anew; what is told of them has been told. */
async function readPapers(report: string, effects: Effects): Promise<readonly PaperRecord[]> {
  const { compile } = await import('./compile.js');
  const { readPaper } = await import('./verify/paper/read-paper.js');
  const { outputs } = await compile({ report, only: null, strict: false }, { ...effects, tell: () => undefined });
  const papers = await Promise.all(
    outputs.filter(({ name }) => name.endsWith('.pdf')).map(({ bytes }) => readPaper(bytes)),
  );
  return papers.flatMap((paper) => (typeof paper === 'string' || paper.record === null ? [] : [paper.record]));
}

async function verifyDeckFile({ name, bytes }: ReturnedFile, side: ReportSide | null): Promise<VerifiedFile | string> {
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const { damageOf } = await import('./powerpoint/edited/find-damage.js');
  const { verifyDeck } = await import('./verify/verify-deck.js');
  const deck = readEditedDeck(bytes);
  if (typeof deck === 'string') return deck;
  const own = deck.identity?.report ?? deck.slides.find((slide) => slide.own !== null)?.own?.report ?? null;
  const isOurs = own !== null && (side === null || own === side.data.id);
  const base: DeckIdentity | null = !isOurs ? null : deck.identity?.report === own ? deck.identity : emptyIdentity(own);
  const findings = verifyDeck(deck, {
    base,
    next: base === null ? null : ((await side?.deck()) ?? null),
    figures: side?.figures ?? new Map(),
    language: side?.data.meta.language ?? base?.language ?? 'zh-CN',
  });
  const unread = deck.slides.flatMap((slide) =>
    damageOf(deck.pack, slide, ({ kind }) => kind === 'chart', true).map((damage) => ({
      ...damage,
      page: slide.number,
    })),
  );
  return { name, kind: 'deck', builtFrom: own, build: deck.identity?.build ?? null, findings, unread };
}

async function verifyPaperFile({ name, bytes }: ReturnedFile, side: ReportSide | null): Promise<VerifiedFile | string> {
  const { readPaper } = await import('./verify/paper/read-paper.js');
  const { verifyPaper } = await import('./verify/paper/verify-paper.js');
  const paper = await readPaper(bytes);
  if (typeof paper === 'string') return paper;
  const isOurs = paper.record !== null && (side === null || paper.record.report === side.data.id);
  const { pairPapers } = await import('./verify/paper/pair-papers.js');
  const now = isOurs && side !== null ? await side.papers() : [];
  const findings = verifyPaper(isOurs ? paper : { ...paper, record: null }, {
    ...(now.length > 0 && paper.record !== null && { twins: pairPapers(paper.record, now) }),
    figures: side?.figures ?? null,
    language: side?.data.meta.language ?? paper.record?.language ?? 'zh-CN',
  });
  const { report = null, build = null } = paper.record ?? {};
  return { name, kind: 'paper', builtFrom: report, build, findings, unread: [] };
}
