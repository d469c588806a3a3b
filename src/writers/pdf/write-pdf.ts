/**
 * Pages to a PDF that is tagged (PDF/UA-1) and archival (PDF/A-2a, with attachments PDF/A-3a), the same bytes for the
 * same pages.
 */
import type { Drawing } from '../../model/drawing.js';
import type { Page, PageSet } from '../../model/page.js';
import type { PaperRecord } from '../../model/record/paper-record.js';
import type { Attachment, WriteContext } from '../job/write-context.js';
import { beginPictures } from '../job/fit-pictures.js';
import type { FittingPictures } from '../job/fitted-pictures.js';
import { writeAttachments } from './file/attachments.js';
import { chartDrawings, type ChartDrawings } from '../drawn/chart-drawings.js';
import { rgbReader } from './draw/color.js';
import { writeDrawing } from './draw/draw-drawing.js';
import { drawPage } from './draw/draw-page.js';
import { FontBook } from './fonts/font-book.js';
import { ImageStore } from './images/image-store.js';
import { Links } from './structure/links.js';
import { describeFile } from './file/metadata.js';
import { paperRecord, recordPage } from './file/paper-record.js';
import { writeOutline, writePageLabels } from './file/outline.js';
import { openPdf } from './file/pdf-file.js';
import type { PdfFile, PdfReference } from './file/pdf-objects.js';
import { Structure } from './structure/structure-tree.js';
import type { Form, Shared } from './draw/surface.js';
import { writeStructure } from './structure/write-structure.js';

export const writePdf = (
  pages: PageSet,
  context: WriteContext,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> => writePages(takeApart(pages, context), context, attachments);

/** A set of pages whose items wait apart: each page's are let go when it is drawn. */
interface WaitingPages {
  /** Without any item. */
  readonly bare: PageSet;
  readonly waiting: Page[];
  /** For each page the numbers of those that are placed on it. */
  readonly placed: readonly (readonly number[])[];
  readonly pictures: FittingPictures;
}

const takeApart = (pages: PageSet, context: WriteContext): WaitingPages => ({
  bare: { ...pages, pages: pages.pages.map((page) => ({ ...page, items: [] })) },
  waiting: [...pages.pages],
  placed: pages.pages.map(({ items }) => items.flatMap((item) => (item.kind === 'page' ? [item.number] : []))),
  pictures: context.pictures ?? beginPictures(pages, context, true),
});

async function writePages(
  { bare: pages, waiting, placed, pictures }: WaitingPages,
  context: WriteContext,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const { meta } = pages;
  const metadata = describeFile(meta, attachments.length > 0 ? 3 : 2);
  const recorded: PaperRecord['pages'][number][] = [];
  const { report } = context;
  const xmp = (): string => metadata.xmp(report === undefined ? null : paperRecord(pages, report, recorded));
  const file = await openPdf({ title: meta.title, language: meta.language, ...metadata, xmp }, context.memo);
  const shared: Shared = {
    file,
    theme: pages.theme,
    rgbOf: rgbReader(pages.theme),
    language: meta.language,
    ink: pages.ink,
    watermark: pages.watermark,
    grounds: new Map(Object.entries(pages.grounds ?? {})),
    layouts: new Map(pages.layouts.map((layout) => [layout.name, layout])),
    book: new FontBook(file, context.fonts, context.tell),
    images: new ImageStore(file),
    pictures: await pictures.of([...Object.values(pages.logos ?? {}), ...Object.values(pages.grounds ?? {})].flat()),
    formOf: formsOf(),
    structure: new Structure(pages.structure),
    links: new Links(file),
    graphicsState: graphicsStates(file),
  };

  for await (const { page, drawn } of readyPages(waiting, chartDrawings(pages.theme, context), pictures)) {
    if (report !== undefined) recorded.push(recordPage(page, drawn));
    drawPage(shared, page, drawn);
  }

  const references = (file.document._root.data['Pages'] as PdfReference).data['Kids'] as readonly PdfReference[];
  writeStructure(file, shared.structure);
  shared.links.finish(pagesOfLinks(placed, references));
  shared.book.embedAll();
  writeOutline(file, pages.outline, pages.pages, references);
  writePageLabels(
    file,
    pages.pages.map((page) => page.label),
  );
  writeAttachments(file, attachments, metadata.date);
  return shared.book.finish(() => file.finish());
}

/** Of so many pages the charts are drawn while the first waits for its pictures: a briefing takes 0.94 by the clock. */
const mostAhead = 8;

/** Each page, in order, when its charts are drawn and its pictures are there; then nothing here holds it. */
async function* readyPages(
  waiting: Page[],
  drawingsOn: (page: Page) => Promise<ChartDrawings>,
  pictures: FittingPictures,
): AsyncGenerator<{ readonly page: Page; readonly drawn: ChartDrawings }> {
  const ahead: ChartDrawings[] = [];
  while (waiting.length > 0) {
    const most = waiting[0]!.items.some(({ kind }) => kind === 'picture') ? mostAhead : 1;
    while (ahead.length < Math.min(most, waiting.length)) ahead.push(await drawingsOn(waiting[ahead.length]!));
    await pictures.of(waiting[0]!.items);
    yield { page: waiting.shift()!, drawn: ahead.shift()! };
  }
}

/** Links name pages of their own document: where that was placed on other pages, the page on which each stands. */
function pagesOfLinks(
  numbers: readonly (readonly number[])[],
  references: readonly PdfReference[],
): readonly PdfReference[] {
  const placed: PdfReference[] = [];
  numbers.forEach((own, index) => {
    for (const number of own) placed[number] = references[index]!;
  });
  return placed.length > 0 ? placed : references;
}

function formsOf(): Shared['formOf'] {
  const known = new Map<Drawing, Form>();
  return (drawing, surface) => {
    let form = known.get(drawing);
    if (form === undefined) known.set(drawing, (form = writeDrawing(surface, drawing)));
    return form;
  };
}

function graphicsStates(file: PdfFile): Shared['graphicsState'] {
  const known = new Map<string, { readonly name: string; readonly reference: PdfReference }>();
  return (entries) => {
    const key = JSON.stringify(entries);
    let state = known.get(key);
    if (state === undefined) {
      const reference = file.ref({ Type: 'ExtGState', ...entries });
      reference.end();
      known.set(key, (state = { name: `Gs${known.size + 1}`, reference }));
    }
    return state;
  };
}
