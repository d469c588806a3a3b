/**
 * What the preview's page can ask for: its own files, drawings, fonts, pictures, things that were pointed at, changes,
 * builds.
 */
import type { Effects } from '../compile.js';
import { previewAnswers } from '../locale/preview-words.js';
import { describeGallery } from './describe-gallery.js';
import { describeEarly, describeState, fontsOf } from './describe-state.js';
import { describeChart, describeFigure, describeNotes, describeText, searchPages } from './describe-things.js';
import { findCell, isPlainNumber, numberOf, withCell } from './edit-cell.js';
import type { PreviewSession } from './preview-session.js';
import type { Reply, Request, Routes } from './preview-server.js';
import type { Answer, PagesEvent, PreviewState, SourcePlace } from './protocol.js';

/** The world of a preview, passed in. */
export interface PreviewHost {
  /** `index.html`, `app.js`, `app.css`; null for another name. */
  readonly asset: (name: string) => { readonly type: string; readonly body: string } | null;
  /** Text of a file of the report, by the path that diagnostics show; null where it cannot be read. */
  readonly readText: (file: string) => string | null;
  /** Whole or not at all. */
  readonly writeText: (file: string, text: string) => void;
  /** Null where no editor is named. */
  readonly openEditor: ((place: SourcePlace) => void) | null;
  /** What the gallery reads the report with. */
  readonly effects: () => Effects;
  /** Reports of a batch, and the one that is shown. */
  readonly rows: () => Pick<PreviewState, 'rows' | 'row'>;
  /** Shows the report of another row; false where there is none of that title. */
  readonly showRow: (title: string) => Promise<boolean>;
  /** Builds the outputs; null where the report has mistakes. */
  readonly build: () => Promise<readonly string[] | null>;
  /** Bytes of an output that was built; null for another name. */
  readonly output: (name: string) => Uint8Array | null;
}

interface CellChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Pictures and other bytes that drawings name. */
export type Published = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly type: string }>;

export class PreviewRoutes {
  private readonly undoable: CellChange[] = [];
  private last: PreviewState | null = null;

  constructor(
    private readonly session: PreviewSession,
    private readonly host: PreviewHost,
    private readonly published: Published,
    /** Somebody looks at another view, or against another state: all pages are told. */
    private readonly onNewState: () => Promise<void>,
  ) {}

  readonly answer: Routes = async (request) =>
    request.method === 'POST' ? this.act(request) : ((await this.read(request)) ?? null);

  async state(): Promise<PreviewState> {
    this.last = await describeState(this.session, {
      canUndo: this.undoable.length > 0,
      canOpenEditor: this.host.openEditor !== null,
      ...this.host.rows(),
    });
    return this.last;
  }

  /** The pages of a view that was drawn before the rest of its build is done. */
  async early(view: string): Promise<Omit<PagesEvent, 'drawings'>> {
    return { view, pages: await describeEarly(this.session, view, this.last), fonts: fontsOf(this.session) };
  }

  private async read({ path, query }: Request): Promise<Reply | null> {
    const [what = '', first = '', second = ''] = path.split('/');
    const page = Number(query.get('page'));
    const view = query.get('view') ?? '';
    switch (what) {
      case 'state':
        return json(await this.state());
      case 'page':
        return this.page(first, Number(second));
      case 'font':
        return this.font(first, second);
      case 'bytes': {
        const found = this.published.get(first);
        return found === undefined ? null : { type: found.type, body: found.bytes, isFixed: true };
      }
      case 'figure':
        return jsonOrNull(await describeFigure(this.session, query.get('id') ?? '', this.host.readText));
      case 'text':
        return jsonOrNull(await describeText(this.session, view, page, Number(query.get('text'))));
      case 'chart':
        return jsonOrNull(await describeChart(this.session, view, page, query.get('id') ?? ''));
      case 'notes':
        return jsonOrNull(await describeNotes(this.session, view, page));
      case 'gallery':
        return jsonOrNull(await describeGallery(this.session, query.get('table') ?? '', this.host.effects()));
      case 'search':
        return json(await searchPages(this.session, query.get('words') ?? ''));
      case 'download': {
        const bytes = this.host.output(first);
        return bytes === null ? null : { type: 'application/octet-stream', body: bytes, saveAs: first };
      }
      default: {
        const asset = this.host.asset(path === '' ? 'index.html' : path);
        return asset;
      }
    }
  }

  private async page(view: string, number: number): Promise<Reply | null> {
    const wasWatched = this.session.isWatched(view);
    const page = (await this.session.draw(view))?.[number - 1];
    if (!wasWatched && page !== undefined) {
      this.session.lookAt(view);
      await this.onNewState();
    }
    return page === undefined ? null : { type: 'image/svg+xml; charset=utf-8', body: page.markup };
  }

  private font(family: string, mark: string): Reply | null {
    // One that was asked for by an earlier mark has grown since: the later one has all its letters.
    const font = this.session.web.all().find((candidate) => candidate.family === family);
    return font === undefined ? null : { type: 'font/ttf', body: font.bytes(), isFixed: font.mark === mark };
  }

  private async act({ path, body }: Request): Promise<Reply | null> {
    const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
    const text = (key: string): string => (typeof given[key] === 'string' ? given[key] : '');
    switch (path) {
      case 'look':
        this.session.lookAt(text('view'));
        await this.session.draw(text('view'));
        await this.onNewState();
        return json({ ok: true, message: '' } satisfies Answer);
      case 'row': {
        const ok = await this.host.showRow(text('row'));
        return json({ ok, message: ok ? '' : this.words().unknown } satisfies Answer);
      }
      case 'compare':
        return json(await this.compare(text('baseline')));
      case 'edit':
        return json(this.edit(text('figure'), text('field'), text('text').trim()));
      case 'undo':
        return json(this.undo());
      case 'open':
        return json(this.open(text('file'), Number(given['line']), Number(given['column'])));
      case 'build': {
        const files = await this.host.build();
        const { built, notBuilt } = this.words();
        return json(
          (files === null ? { ok: false, message: notBuilt } : { ok: true, message: built, files }) satisfies Answer,
        );
      }
      default:
        return null;
    }
  }

  private async compare(id: string): Promise<Answer> {
    const isThere = await this.session.showChangesSince(id);
    await this.onNewState();
    return { ok: isThere, message: isThere ? '' : this.words().noSuchState };
  }

  private words(): ReturnType<typeof previewAnswers> {
    return previewAnswers(this.session.sound?.data.meta.language ?? 'en');
  }

  /** The cell is looked for again in the file as it is now: what somebody else has changed meanwhile is left alone. */
  private edit(id: string, field: string, written: string): Answer {
    const words = this.words();
    const figure = this.session.sound?.record.figures.find((candidate) => candidate.id === id);
    const span = figure?.cells[field];
    const number = figure === undefined ? null : numberOf(figure, field);
    if (figure === undefined || span === undefined || number === null) return { ok: false, message: words.unknown };
    if (!isPlainNumber(written)) return { ok: false, message: words.notANumber };
    if (span.cell !== undefined) return { ok: false, message: words.openWorkbook };
    const before = this.host.readText(span.file);
    const cell = before === null ? null : findCell(before, span, number);
    const place = `${span.file}:${span.line}`;
    if (before === null || cell === null) return { ok: false, message: words.elsewhere(place) };
    const after = withCell(before, cell, written);
    this.host.writeText(span.file, after);
    this.undoable.push({ file: span.file, before, after });
    if (this.undoable.length > mostUndoable) this.undoable.shift();
    return { ok: true, message: words.saved(place) };
  }

  /** Only where the file is still as the change left it. */
  private undo(): Answer {
    const words = this.words();
    const last = this.undoable.at(-1);
    if (last === undefined) return { ok: false, message: words.nothingToUndo };
    if (this.host.readText(last.file) !== last.after) return { ok: false, message: words.elsewhere(last.file) };
    this.undoable.pop();
    this.host.writeText(last.file, last.before);
    return { ok: true, message: words.undone(last.file) };
  }

  /** Only what was read for this report is opened. */
  private open(file: string, line: number, column: number): Answer {
    const words = this.words();
    if (this.host.openEditor === null) return { ok: false, message: words.noEditor };
    if (this.host.readText(file) === null) return { ok: false, message: words.elsewhere(file) };
    this.host.openEditor({ file, line: whole(line), column: whole(column) });
    return { ok: true, message: words.opened(`${file}:${whole(line)}`) };
  }
}

const mostUndoable = 100;

const whole = (value: number): number => (Number.isInteger(value) && value > 0 ? value : 1);

const json = (value: unknown): Reply => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

const jsonOrNull = (value: unknown): Reply | null => (value === null ? null : json(value));
