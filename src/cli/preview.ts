/** `briefkit preview`: a report's pages in the browser, anew on each save, each number with where it comes from. */
import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { BatchReport } from '../batch/run-batch.js';
import { compile, type Effects, type Job } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { alreadyShown, portTaken } from '../diagnostics/preview-messages.js';
import { keepResults } from '../memo/keep-results.js';
import { PreviewRoutes, type PreviewHost } from '../preview/preview-routes.js';
import { servePreview, type PreviewServer } from '../preview/preview-server.js';
import { PreviewSession } from '../preview/preview-session.js';
import { PublishedBytes } from '../preview/published-bytes.js';
import type { PagesEvent, StateEvent } from '../preview/protocol.js';
import { makeBell, untilChanged } from '../project/watching/change-bell.js';
import { diskFiles, type Files } from '../project/files.js';
import { keepFonts } from '../project/font-files.js';
import { openEditor, openInBrowser } from '../project/open-editor.js';
import { previewAsset } from '../project/package-folder.js';
import { notePreview, runningPreview } from '../project/preview-notice.js';
import { rememberReads, type Reads } from '../project/remember-reads.js';
import { isSystemError } from '../project/system-error.js';
import { recheckFiles } from '../project/watching/recheck-files.js';
import { watchFolders } from '../project/watching/watch-folders.js';
import { writeOutputs } from '../project/write-outputs.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { buildInto } from './build-into.js';
import { diskEffects } from './report/disk-effects.js';
import { checkPositionals } from './input/positionals.js';
import { jobOptions, readJob, targetOf } from './report/read-job.js';
import { eachMistakes, rowJobs, rowOptions } from './report/row-jobs.js';
import { previewBaselines } from './report/preview-baselines.js';
import { printMistakes, refuseInput } from './report/survey-report.js';

const example = 'briefkit preview data/cixi-2024';

export const preview: Command = {
  summary: "shows a report's pages in the browser while it is written",
  usage: '<report folder>',
  options: {
    port: { value: '<number>', what: 'any that is free if not given' },
    open: { value: null, what: 'opens the page in the browser' },
    editor: {
      value: '<program>',
      what: 'opens places in this editor when they are clicked: code, codium, zed, subl …',
    },
    host: { value: null, what: 'lets others of the same network in, by an address that only they are told' },
    out: jobOptions.out,
    draft: jobOptions.draft,
    ...rowOptions,
  },
  explanation: [
    'Serves a page on this machine alone: slides and pages as they will be written, new on every save, with findings of briefkit check',
    'beside them. Click a number to see its figure, its source, its cell and every other place where it stands; click a text to see the',
    'line that it was written in. A number of a CSV or YAML file can be changed there. Whoever asks must know the word in the address.',
    'Keys: PageUp and PageDown, / to search, p to present (s for the notes in a window of their own), n for the next change. Ctrl-C ends.',
  ],
  examples: [
    { line: `${example} --open`, what: 'beside the editor' },
    { line: 'briefkit preview data/ward --each departments.csv', what: 'a report for each row, one of them at a time' },
    { line: `${example} --open --editor code`, what: 'a click on a place opens it in VS Code' },
  ],
  run: runPreview,
};

async function runPreview(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = [
    ...checkPositionals(input, ['the report folder'], 'briefkit preview', example),
    ...eachMistakes(input),
  ];
  const port = Number(input.values.get('port') ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    mistakes.push(portTaken(input.values.get('port') ?? '', 'number'));
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  return new Preview(input, world, port).run();
}

/** In ms. A file that is looked at while it is written is looked at again: nothing but a flicker is lost. */
const quiet = 12;

/** One preview from its first build to Ctrl-C. */
class Preview {
  private readonly report: string;
  private readonly memo = keepResults();
  private readonly shelf: NonNullable<Effects['shelf']> = new Map();
  private readonly fonts: ReturnType<typeof keepFonts>;
  /** Opens the disk for one look. */
  private readonly disk: () => Files;
  private readonly published = new PublishedBytes();
  private readonly session: PreviewSession;
  private readonly routes: PreviewRoutes;
  private reads: Reads = new Map();
  /** The mistakes that were printed last. */
  private told = '[]';
  private built = new Map<string, Uint8Array>();
  private server: PreviewServer | null = null;
  /** Marks of the pages that were sent last, by `view/number`. */
  private sent = new Map<string, string>();
  /** Of a batch: its reports, and the title of the one that is shown. */
  private rows: readonly BatchReport[] = [];
  private row: string | null = null;
  /** One build after the other: a save and the wish for another row may come together. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly input: CommandInput,
    private readonly world: World,
    private readonly port: number,
  ) {
    this.report = input.positionals[0]!;
    this.fonts = keepFonts([world.workingFolder]);
    this.disk = recheckFiles(world.workingFolder);
    const job = { ...readJob(this.report, input), strict: false };
    const baselines = previewBaselines(
      this.report,
      targetOf(this.report, input, world),
      () => this.session.sound?.record ?? null,
      world,
    );
    this.session = new PreviewSession(job, baselines, this.published.publish, timeOfDay);
    this.routes = new PreviewRoutes(this.session, this.host(), this.published.all, () => this.sendState());
  }

  async run(): Promise<ExitCode> {
    const { input, world } = this;
    const bell = makeBell();
    const folders = watchFolders(world.workingFolder, bell.ring);
    world.signal?.addEventListener('abort', bell.ring);
    try {
      await this.build();
      const isBatch = input.values.has('each');
      if (
        diskFiles(world.workingFolder).read(join(this.report, 'report.yaml')) === null ||
        (isBatch && this.rows.length === 0)
      ) {
        printMistakes(this.session.diagnostics, world);
        return 1;
      }
      folders.add(this.reads.keys());
      if (!(await this.serve())) return 1;
      this.say();
      while (world.signal?.aborted !== true) {
        const changed = await untilChanged(this.reads, this.disk, bell, world.signal, quiet);
        if (changed.length === 0) break;
        await this.again();
        folders.add(this.reads.keys());
      }
    } finally {
      folders.close();
      await this.server?.close();
    }
    return 0;
  }

  private effects(files: Files): Effects {
    const silent = (): void => undefined;
    const effects = diskEffects(this.world, silent, silent, files);
    return { ...effects, fonts: this.fonts(files), memo: this.memo, shelf: this.shelf };
  }

  /** Whoever looks at the terminal is told there too that the report is broken, and that it is mended. */
  private say(): void {
    const { failed, diagnostics } = this.session;
    const mistakes = failed ? diagnostics.filter(({ severity }) => severity === 'error') : [];
    const told = JSON.stringify(mistakes);
    if (told === this.told) return;
    if (failed) printMistakes(mistakes, this.world);
    else this.world.stdout.write('mended\n');
    this.told = told;
  }

  private again(): Promise<void> {
    this.turn = this.turn.then(async () => {
      await this.build();
      await this.sendState();
      this.say();
    });
    return this.turn;
  }

  /** What is asked for now. Null where its rows cannot be read, which is told. */
  private async jobNow(files: Files): Promise<Job | null> {
    const { report, input, world } = this;
    if (!input.values.has('each')) return { ...readJob(report, input), strict: false };
    const mistakes: Diagnostic[] = [];
    const rows = await rowJobs(report, input, world, files, (mistake) => void mistakes.push(mistake));
    if (rows === null) {
      this.session.refuse(mistakes);
      return null;
    }
    this.rows = rows;
    const chosen = this.chosenRow() ?? rows[0]!;
    this.row = chosen.title;
    return { ...chosen.job, strict: false };
  }

  private chosenRow = (): BatchReport | undefined => this.rows.find(({ title }) => title === this.row);

  private async build(): Promise<void> {
    const files = rememberReads(this.disk());
    const job = await this.jobNow(files);
    this.reads = files.reads;
    if (job === null) return;
    let early: Promise<void> = Promise.resolve();
    await this.session.build(
      this.effects(files),
      (view) => {
        early = this.sendEarly(view);
      },
      job,
    );
    await early;
    if (!this.session.failed) {
      for (const view of this.session.views()) if (this.session.isWatched(view)) await this.session.draw(view);
      this.memo.turn();
      this.published.turn();
    }
  }

  private async serve(): Promise<boolean> {
    const isOpen = this.input.switches.has('host');
    const other = await runningPreview(this.world.workingFolder, this.report);
    if (other !== null) printMistakes([alreadyShown(this.report, other)], this.world);
    const token = randomBytes(16).toString('hex');
    const alsoNamed = isOpen ? ownAddresses() : [];
    try {
      this.server = await servePreview(
        { host: isOpen ? '0.0.0.0' : '127.0.0.1', port: this.port, token, alsoNamed },
        this.routes.answer,
      );
    } catch (cause) {
      if (!isSystemError(cause)) throw cause;
      refuseInput([portTaken(String(this.port), systemCode(cause) === 'EACCES' ? 'forbidden' : 'taken')], this.world);
      return false;
    }
    const { address, port } = this.server;
    notePreview(this.world.workingFolder, this.report, address);
    this.world.stdout.write(`${this.report} is shown at ${address}\n`);
    for (const name of alsoNamed)
      this.world.stdout.write(`  for others in this network: http://${name}:${port}/${token}/\n`);
    this.world.stdout.write('Ctrl-C ends the preview.\n');
    if (this.input.switches.has('open')) openInBrowser(address);
    return true;
  }

  /** The new state, with the drawings of pages that are new in it. */
  private async sendState(): Promise<void> {
    const state = await this.routes.state();
    const drawings: Record<string, string> = {};
    const marks = new Map<string, string>();
    for (const { id, pages } of state.views)
      if (pages !== null) Object.assign(drawings, await this.newDrawings(id, marks));
    this.sent = marks;
    this.server?.send('state', JSON.stringify({ state, drawings } satisfies StateEvent));
  }

  /** The pages that somebody looks at go out before all else is known. */
  private async sendEarly(view: string): Promise<void> {
    const pages = await this.routes.early(view);
    const drawings = await this.newDrawings(view, this.sent);
    this.server?.send('pages', JSON.stringify({ ...pages, drawings } satisfies PagesEvent));
  }

  /** Drawings of a view that were not sent yet, by `view/number`; all that it has is noted in `marks`. */
  private async newDrawings(view: string, marks: Map<string, string>): Promise<Readonly<Record<string, string>>> {
    const drawings: Record<string, string> = {};
    const isFirst = this.sent.size === 0;
    (await this.session.draw(view))?.forEach(({ mark, markup }, index) => {
      const key = `${view}/${index + 1}`;
      if (!isFirst && this.sent.get(key) !== mark) drawings[key] = markup;
      marks.set(key, mark);
    });
    return drawings;
  }

  private host(): PreviewHost {
    const { world } = this;
    const editor = this.input.values.get('editor') ?? null;
    const readText = (file: string): string | null => {
      const bytes = this.reads.has(file) ? diskFiles(world.workingFolder).read(file) : null;
      return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    };
    return {
      asset: (name) => {
        const body = previewAsset(name);
        return body === null ? null : { type: assetTypes[name.split('.').at(-1)!]!, body };
      },
      readText,
      writeText: (file, text) => {
        const folder = resolve(world.workingFolder, dirname(file));
        const bytes = new TextEncoder().encode(text);
        writeOutputs(folder, [{ name: basename(file), bytes }], () => undefined);
      },
      openEditor: editor === null ? null : (place) => openEditor(editor, place, world.workingFolder),
      effects: () => this.effects(diskFiles(world.workingFolder)),
      rows: () => ({ rows: this.rows.map(({ title }) => title), row: this.row }),
      showRow: async (title) => {
        if (!this.rows.some((row) => row.title === title)) return false;
        this.row = title;
        await this.again();
        return true;
      },
      build: () => this.buildOutputs(),
      output: (name) => this.built.get(name) ?? null,
    };
  }

  /** As `briefkit build` does. */
  private async buildOutputs(): Promise<readonly string[] | null> {
    const { report, input, world } = this;
    const effects = diskEffects(
      world,
      () => undefined,
      () => undefined,
    );
    const target = resolve(world.workingFolder, targetOf(report, input, world));
    const row = this.chosenRow();
    if (row !== undefined) return this.buildRow(row, target, { ...effects, memo: this.memo });
    const job = { ...readJob(report, input), strict: false };
    const { result, written } = await buildInto(target, job, { ...effects, memo: this.memo });
    if (written === null) return null;
    this.built = new Map(result.outputs.map(({ name, bytes }) => [name, bytes]));
    await this.session.readEarlierAgain();
    await this.sendState();
    return result.outputs.map(({ name }) => name);
  }

  /** As `briefkit build --each` does, of this row alone. */
  private async buildRow(
    { job, nameOf }: BatchReport,
    target: string,
    effects: Effects,
  ): Promise<readonly string[] | null> {
    const { failed, outputs } = await compile({ ...job, strict: false }, effects);
    const files = outputs.map(({ name, bytes }) => ({ name: nameOf(name), bytes }));
    if (failed || writeOutputs(target, files, effects.tell) === null) return null;
    this.built = new Map(files.map(({ name, bytes }) => [name, bytes]));
    return files.map(({ name }) => name);
  }
}
const assetTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

const systemCode = (error: Error): unknown => ('code' in error ? error.code : null);

const timeOfDay = (): string => new Date().toTimeString().slice(0, 8);

/** The addresses that this machine has in its networks, IPv4. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
