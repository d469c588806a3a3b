/** Returned files, decks and PDFs, to what each of their numbers is; with a report, whether it is still so. */
import { surveyToDraw, type Effects } from './compile.js';
import { unusableDeck, unusablePaper } from './diagnostics/deck-messages.js';
import { allFigures } from './model/figure-id.js';
import type { Report } from './model/report.js';
import type { DeckIdentity } from './powerpoint/identity/deck-identity.js';
import type { NumberFinding } from './verify/text/number-finding.js';
import type { DeckSides } from './verify/verify-deck.js';

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
}

export interface VerifyResult {
  readonly data: Report | null;
  readonly files: readonly VerifiedFile[];
}

/** Null where the report or one of the files cannot be read; that is told. */
export async function compileVerify(job: VerifyJob, effects: Effects): Promise<VerifyResult | null> {
  const side = job.report === null ? null : await readReportSide(job.report, effects);
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

interface ReportSide {
  readonly data: Report;
  readonly figures: DeckSides['figures'];
  readonly language: string;
  readonly deck: () => Promise<DeckIdentity | null>;
}

async function readReportSide(report: string, effects: Effects): Promise<ReportSide | null> {
  const found = await surveyToDraw({ report, only: ['deck.pptx'], strict: false }, effects);
  const { data, drawnWith, landed } = found;
  if (found.failed || data === null || drawnWith === null) return null;
  const pages = found.documents.get('deck');
  return {
    data,
    language: data.meta.language,
    figures: new Map([...allFigures(data.figures, data.series)].map((figure) => [figure.id, figure])),
    deck: async () => {
      if (pages === undefined) return null;
      const { describeDeck } = await import('./writers/pptx/describe-deck.js');
      const context = {
        ...drawnWith('deck'),
        tell: () => undefined,
        report: data.id,
        ...(landed !== null && { template: landed }),
      };
      return (await describeDeck(pages, context, false)).identity;
    },
  };
}

async function verifyDeckFile({ name, bytes }: ReturnedFile, side: ReportSide | null): Promise<VerifiedFile | string> {
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const { verifyDeck } = await import('./verify/verify-deck.js');
  const deck = readEditedDeck(bytes);
  if (typeof deck === 'string') return deck;
  const own = deck.identity?.report ?? deck.slides.find((slide) => slide.own !== null)?.own?.report ?? null;
  const isOurs = own !== null && (side === null || own === side.data.id);
  const base: DeckIdentity | null = !isOurs
    ? null
    : deck.identity?.report === own
      ? deck.identity
      : { format: 2, report: own, language: '', build: '', slides: [] };
  const findings = verifyDeck(deck, {
    base,
    next: base === null ? null : ((await side?.deck()) ?? null),
    figures: side?.figures ?? new Map(),
    language: side?.language ?? base?.language ?? 'zh-CN',
  });
  return { name, kind: 'deck', builtFrom: own, build: deck.identity?.build ?? null, findings };
}

async function verifyPaperFile({ name, bytes }: ReturnedFile, side: ReportSide | null): Promise<VerifiedFile | string> {
  const { readPaper } = await import('./verify/paper/read-paper.js');
  const { verifyPaper } = await import('./verify/paper/verify-paper.js');
  const paper = await readPaper(bytes);
  if (typeof paper === 'string') return paper;
  const isOurs = paper.record !== null && (side === null || paper.record.report === side.data.id);
  const findings = verifyPaper(isOurs ? paper : { ...paper, record: null }, {
    figures: side?.figures ?? null,
    language: side?.language ?? paper.record?.language ?? 'zh-CN',
  });
  return { name, kind: 'paper', builtFrom: paper.record?.report ?? null, build: paper.record?.build ?? null, findings };
}
