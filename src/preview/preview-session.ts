/** A report under preview: built again on each change, drawn where somebody looks, compared with an earlier state. */
import { createHash } from 'node:crypto';
import { checkContent } from '../check/check-content.js';
import { applySilences } from '../check/apply-silences.js';
import { surveyToDraw, type DrawableSurvey, type Effects, type Job, type LaidEarly } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { orderDiagnostics } from '../diagnostics/print-diagnostics.js';
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import type { Document } from '../model/document.js';
import type { PageSet } from '../model/page.js';
import type { Report } from '../model/report.js';
import { recordBuild } from '../provenance/record-build.js';
import type { Baseline, EarlierState } from './earlier-state.js';
import type { SvgPage } from '../writers/svg/draw-page-svg.js';
import { svgPages } from '../writers/svg/svg-pages.js';
import { WebFonts } from '../writers/svg/web-fonts.js';

export interface DrawnPage extends SvgPage {
  readonly mark: string;
}

/** A report without mistakes, as it was read last. */
export interface SoundState {
  readonly data: Report;
  /** By their names. */
  readonly bound: ReadonlyMap<string, Document>;
  readonly record: BuildRecord;
  /** By view: those of the report's documents, and pages arranged on others. */
  readonly pages: ReadonlyMap<string, PageSet>;
  readonly drawnWith: NonNullable<DrawableSurvey['drawnWith']>;
}

/** An address of the preview's server for these bytes. */
export type Publish = (bytes: Uint8Array, type: 'image/png' | 'image/jpeg') => string;

export class PreviewSession {
  /** Counts builds. */
  version = 0;
  /** The last state without mistakes; null before there was one. */
  sound: SoundState | null = null;
  /** What the last build told. */
  diagnostics: readonly Diagnostic[] = [];
  failed = false;
  /** Null shows no changes. */
  baseline: Baseline | null = null;
  /** Pages that differ from it. */
  changedPages: readonly { readonly document: string; readonly page: number }[] = [];
  /** Printed figures of earlier builds, by id. */
  readonly history = new Map<string, { readonly when: string; readonly printed: string }[]>();
  readonly web = new WebFonts();
  /** Earlier states that were read, by id; null for one that is not there. */
  private readonly earlier = new Map<string, EarlierState | null>();
  /** By view: its drawings, and the pages that they were made of. */
  private readonly drawn = new Map<string, { readonly of: PageSet; readonly pages: readonly DrawnPage[] }>();
  /** Views that somebody looked at, the last one first. */
  private looked: readonly string[] = [];

  constructor(
    private job: Job,
    readonly baselines: readonly Baseline[],
    readonly publish: Publish,
    /** The time of day, for what changed when. */
    private readonly now: () => string,
  ) {}

  /** The report's folder, as it was typed. */
  get report(): string {
    return this.job.report;
  }

  /**
   * Reads and lays the report; what is wrong is kept to be shown, and the last good state stays.
   *
   * @param onDrawn is told of the view that somebody looks at as soon as it is drawn, before all else is known.
   * @param job the report as it is asked for from here on: about another row.
   */
  async build(effects: Effects, onDrawn: (view: string) => void = () => undefined, job = this.job): Promise<void> {
    this.job = job;
    const diagnostics: Diagnostic[] = [];
    const [lookedAt = null] = this.looked;
    const wanted = lookedAt === null ? null : this.documentOf(lookedAt);
    const found = await surveyToDraw(
      this.job,
      { ...effects, tell: (diagnostic) => void diagnostics.push(diagnostic) },
      {
        first: wanted === null ? [] : [wanted],
        laid: async (early) => {
          if (lookedAt === null || early.name !== wanted || early.failed || this.sound === null) return;
          this.takeEarly(early);
          await this.draw(lookedAt);
          onDrawn(lookedAt);
          // Who asks for something is answered before the rest is laid.
          await new Promise((resolved) => setImmediate(resolved));
        },
      },
    );
    this.failed = found.failed;
    if (found.data !== null) {
      const checked: Diagnostic[] = [];
      checkContent(found.data, [...found.bound.values()], (diagnostic) => void checked.push(diagnostic));
      diagnostics.push(...applySilences(checked, found.data.silences, found.data.folder).shown);
    }
    this.diagnostics = orderDiagnostics(diagnostics);
    if (!found.failed && found.data !== null && found.drawnWith !== null) this.takeOver(found, found.data);
    this.version += 1;
  }

  /** There is no report to be read: what is shown stays, and why is told. */
  refuse(diagnostics: readonly Diagnostic[]): void {
    this.failed = true;
    this.diagnostics = orderDiagnostics(diagnostics);
    this.version += 1;
  }

  /** What is known of one document is shown; all that is known of the others stays. */
  private takeEarly({ name, data, document, pages, drawnWith }: LaidEarly): void {
    const { sound } = this;
    if (sound === null) return;
    // A handout is arranged anew of the new slides.
    const others = [...sound.pages].filter(([view]) => sound.bound.has(view));
    this.sound = {
      ...sound,
      data,
      bound: new Map([...sound.bound, [name, document]]),
      pages: new Map([...others, [name, pages]]),
      drawnWith: (asked) => (asked === name ? drawnWith : sound.drawnWith(asked)),
    };
  }

  private takeOver({ bound, documents, drawnWith }: DrawableSurvey, data: Report): void {
    const record = recordBuild(data, documents);
    for (const { id, printed } of record.figures) {
      const known = this.history.get(id);
      if (known === undefined) this.history.set(id, [{ when: this.now(), printed: printed.full }]);
      else if (known.at(-1)!.printed !== printed.full) {
        known.push({ when: this.now(), printed: printed.full });
        if (known.length > mostRemembered) known.shift();
      }
    }
    const pages = new Map<string, PageSet>(documents);
    this.sound = { data, bound, record, pages, drawnWith: drawnWith! };
    this.compare();
  }

  /** False where there is no such state; then no changes are shown. */
  async showChangesSince(id: string | null): Promise<boolean> {
    const baseline = this.baselines.find((candidate) => candidate.id === id) ?? null;
    if (baseline !== null) this.earlier.set(baseline.id, await baseline.read());
    this.baseline = baseline !== null && this.earlier.get(baseline.id) ? baseline : null;
    this.compare();
    this.version += 1;
    return baseline === null || this.baseline !== null;
  }

  /** The report was built or approved: what was read of that before is another now. */
  async readEarlierAgain(): Promise<void> {
    this.earlier.clear();
    if (this.baseline !== null) await this.showChangesSince(this.baseline.id);
  }

  /** As it was printed in earlier states that are known, where that is another than now. */
  async earlierPrints({ id, printed }: FigureRecord): Promise<readonly (readonly [Baseline, string])[]> {
    for (const baseline of this.baselines) if (baseline.isCheap) this.earlier.set(baseline.id, await baseline.read());
    return this.baselines.flatMap((baseline): (readonly [Baseline, string])[] => {
      const was = this.earlier.get(baseline.id)?.printed.get(id);
      return was === undefined || was === printed.full || was.startsWith(`${printed.full}, `) ? [] : [[baseline, was]];
    });
  }

  private compare(): void {
    const { baseline, sound } = this;
    const earlier = baseline === null ? null : (this.earlier.get(baseline.id) ?? null);
    this.changedPages = earlier === null || sound === null ? [] : earlier.changedPages(sound.record);
  }

  /** Views that can be looked at: the report's documents, and the handout where there are slides. */
  views(): readonly string[] {
    const names = [...(this.sound?.pages.keys() ?? [])].filter((name) => name !== 'handout');
    return this.slides() === undefined ? names : [...names, 'handout'];
  }

  /** The first document of slides, with its name: what a handout shows. */
  private slides(): readonly [string, PageSet] | undefined {
    return [...(this.sound?.pages ?? [])].find(([, { kind }]) => kind === 'deck');
  }

  /** Whether somebody has looked at it, so that it is drawn again with each build. */
  isWatched(view: string): boolean {
    return this.drawn.has(view);
  }

  async pagesOf(view: string): Promise<PageSet | null> {
    const { sound } = this;
    if (sound === null || !this.views().includes(view)) return null;
    const known = sound.pages.get(view);
    if (known !== undefined || view !== 'handout') return known ?? null;
    const { arrangePages } = await import('../layout/arrange-pages.js');
    const [name, slides] = this.slides()!;
    const handout = arrangePages(slides, 'handout', sound.data, sound.drawnWith(name).fonts, () => undefined);
    (sound.pages as Map<string, PageSet>).set(view, handout);
    return handout;
  }

  /** The document that a view shows. */
  private documentOf(view: string): string | null {
    return this.sound?.bound.has(view) ? view : (this.slides()?.[0] ?? null);
  }

  /** Somebody looks at it now: its pages come first from here on. */
  lookAt(view: string): void {
    this.looked = [view, ...this.looked.filter((other) => other !== view)];
  }

  /** Null where there is no such view. Drawn once. */
  async draw(view: string): Promise<readonly DrawnPage[] | null> {
    const pages = await this.pagesOf(view);
    const known = this.drawn.get(view);
    if (pages === null || known?.of === pages) return known?.pages ?? null;
    const { fonts, memo, plugins } = this.sound!.drawnWith(this.documentOf(view)!);
    const drawn = await svgPages(
      pages,
      { fonts, memo, plugins, tell: () => undefined },
      {
        web: this.web,
        prefix: `${view}-`,
        labelOf: ({ label, title }) => [label, title].filter(Boolean).join(' '),
        addressOf: this.publish,
        pixelsOf: (picture) => picture,
        pageAddress: (page) => `#${view}/${page + 1}`,
      },
    );
    const marked = drawn.map((page) => ({ ...page, mark: markOf(page.markup) }));
    this.drawn.set(view, { of: pages, pages: marked });
    return marked;
  }
}

/** So many values that a figure had in this session are remembered. */
const mostRemembered = 20;

export const markOf = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
