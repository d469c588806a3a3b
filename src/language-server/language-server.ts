/**
 * A language server (LSP 3.17) over a connection: names of a report completed, explained, found, renamed; its mistakes
 * as one types.
 */
import {
  CompletionItemKind,
  DiagnosticSeverity,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type Diagnostic as EditorDiagnostic,
  type Hover,
  type InitializeResult,
  type Location,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../model/span.js';
import { completionsAt } from './completions.js';
import { nameAt, namePlaces, type NameAt } from './name-places.js';
import { thingsNamed, type Thing } from './report-index.js';
import type { ReportWorkspace } from './report-workspace.js';

export interface Addresses {
  /** The editor says which folder it has open. */
  readonly openRoot: (uri: string) => void;
  /** `file:///…` of a path of the working folder, and back; null for a file elsewhere. */
  readonly uriOf: (file: string) => string;
  readonly fileOf: (uri: string) => string | null;
}

/** In ms: who types is not disturbed. */
const pause = 150;

export class LanguageServer {
  private readonly waits = new Map<string, NodeJS.Timeout>();
  /** Files that have been told of something, by report: what is mended is taken away. */
  private readonly told = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly connection: Connection,
    private readonly workspace: ReportWorkspace,
    private readonly addresses: Addresses,
  ) {
    connection.onInitialize(({ rootUri, workspaceFolders }) => {
      const root = workspaceFolders?.[0]?.uri ?? rootUri;
      if (root) addresses.openRoot(root);
      return this.abilities();
    });
    this.followDocuments();
    this.answerQuestions();
  }

  private abilities(): InitializeResult {
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Full,
        completionProvider: { triggerCharacters: ['"', "'", '{', ' ', '.'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
      },
      serverInfo: { name: 'briefkit' },
    };
  }

  private followDocuments(): void {
    const { connection, workspace } = this;
    const take = (uri: string, text: string): void => {
      const file = this.addresses.fileOf(uri);
      if (file === null) return;
      workspace.typed.set(file, text);
      this.surveySoon(file);
    };
    connection.onDidOpenTextDocument(({ textDocument }) => take(textDocument.uri, textDocument.text));
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const text = contentChanges.at(-1)?.text;
      if (text !== undefined) take(textDocument.uri, text);
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const file = this.addresses.fileOf(textDocument.uri);
      if (file === null) return;
      workspace.typed.delete(file);
      this.surveySoon(file);
    });
  }

  private answerQuestions(): void {
    const { connection } = this;
    connection.onCompletion(async (place) => {
      const found = await this.at(place);
      if (found === null) return [];
      const { file, text, offset, report } = found;
      return completionsAt(file, text, offset, this.workspace.index(report)).map(({ label, detail, kind }) => ({
        label,
        detail,
        kind: kind === 'helper' ? CompletionItemKind.Function : CompletionItemKind.Value,
      }));
    });
    connection.onHover(async (place) => this.hover(await this.at(place)));
    connection.onDefinition(async (place) => {
      const found = await this.at(place);
      return found === null ? [] : this.thingsAt(found).map(({ span }) => this.locationOf(span));
    });
    connection.onReferences(async (place) => {
      const found = await this.at(place);
      return found === null || found.name === null ? [] : this.references(found.report, found.name.name);
    });
    connection.onPrepareRename(async (place) => {
      const found = await this.at(place);
      if (found === null || found.name === null || this.thingsAt(found).length === 0) return null;
      return rangeOf(found.text, found.name.start, found.name.end);
    });
    connection.onRenameRequest(async (place) => this.rename(await this.at(place), place.newName));
  }

  /** The place as text, with the report that it belongs to read; null outside of all reports. */
  private async at({ textDocument, position }: TextDocumentPositionParams): Promise<PlaceInReport | null> {
    const file = this.addresses.fileOf(textDocument.uri);
    const text = file === null ? null : this.workspace.text(file);
    const report = file === null ? null : this.workspace.reportOf(file);
    if (file === null || text === null || report === null) return null;
    if (this.workspace.index(report).record === null) await this.workspace.survey(report);
    const offset = documentOf(text).offsetAt(position);
    return { file, text, offset, report, name: nameAt(text, offset) };
  }

  private thingsAt({ report, name }: PlaceInReport): readonly Thing[] {
    return name === null ? [] : thingsNamed(this.workspace.index(report), name.name);
  }

  private hover(found: PlaceInReport | null): Hover | null {
    const things = found === null ? [] : this.thingsAt(found);
    if (found === null || found.name === null || things.length === 0) return null;
    return {
      contents: { kind: 'markdown', value: things.map(describe).join('\n\n---\n\n') },
      range: rangeOf(found.text, found.name.start, found.name.end),
    };
  }

  private references(report: string, name: string): Location[] {
    return this.workspace.filesOf(report).flatMap((file) => {
      const text = this.workspace.text(file) ?? '';
      return namePlaces(file, text, name).map((at) => ({
        uri: this.addresses.uriOf(file),
        range: rangeOf(text, at, at + name.length),
      }));
    });
  }

  private rename(found: PlaceInReport | null, newName: string): WorkspaceEdit | null {
    if (found === null || found.name === null || this.thingsAt(found).length === 0) return null;
    const { name } = found.name;
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(newName))
      throw new ResponseError(1, `"${newName}" is no name: letters, digits, points and dashes make one`);
    if (thingsNamed(this.workspace.index(found.report), newName).length > 0)
      throw new ResponseError(1, `"${newName}" is the name of something else in this report`);
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, range } of this.references(found.report, name))
      (changes[uri] ??= []).push({ range, newText: newName });
    return { changes };
  }

  private locationOf({ file, line, column, cell }: Span): Location {
    const start = cell === undefined ? { line: line - 1, character: column - 1 } : { line: 0, character: 0 };
    return { uri: this.addresses.uriOf(file), range: { start, end: start } };
  }

  private surveySoon(file: string): void {
    const report = this.workspace.reportOf(file);
    if (report === null) return;
    clearTimeout(this.waits.get(report));
    this.waits.set(
      report,
      setTimeout(() => void this.publish(report), pause),
    );
  }

  private async publish(report: string): Promise<void> {
    const byFile = new Map<string, EditorDiagnostic[]>();
    for (const diagnostic of await this.workspace.survey(report)) {
      const file = diagnostic.span?.file ?? `${report}/report.yaml`;
      const known = byFile.get(file);
      if (known === undefined) byFile.set(file, [this.editorDiagnostic(diagnostic)]);
      else known.push(this.editorDiagnostic(diagnostic));
    }
    for (const file of this.told.get(report) ?? []) if (!byFile.has(file)) byFile.set(file, []);
    for (const [file, diagnostics] of byFile)
      await this.connection.sendDiagnostics({ uri: this.addresses.uriOf(file), diagnostics });
    this.told.set(report, new Set([...byFile].filter(([, found]) => found.length > 0).map(([file]) => file)));
  }

  /** It covers the word at its place. */
  private editorDiagnostic({ severity, code, message, hint, span }: Diagnostic): EditorDiagnostic {
    const text = span === null || span.cell !== undefined ? '' : (this.workspace.text(span.file) ?? '');
    const start = { line: (span?.line ?? 1) - 1, character: span?.cell === undefined ? (span?.column ?? 1) - 1 : 0 };
    const offset = documentOf(text).offsetAt(start);
    const end = nameAt(text, offset)?.end ?? offset;
    return {
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      code,
      source: 'briefkit',
      message: [span?.cell === undefined ? message : `${span.cell}: ${message}`, hint].filter(Boolean).join('\n'),
      range: { start, end: text === '' ? start : documentOf(text).positionAt(end) },
    };
  }
}

interface PlaceInReport {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly report: string;
  readonly name: NameAt | null;
}

const documentOf = (text: string): TextDocument => TextDocument.create('', '', 0, text);

function rangeOf(text: string, start: number, end: number): Location['range'] {
  const document = documentOf(text);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** At most so many places are listed; the preview shows them all. */
const mostPlaces = 12;

/** Markdown: the value large, where it comes from, where it stands. */
function describe({ kind, id, detail, span, record }: Thing): string {
  const place = span.cell === undefined ? `${span.file}:${span.line}` : `${span.file} ${span.cell}`;
  if (record === null) return [`**${id}** (${kind})`, escapeMarkdown(detail), `\`${place}\``].join('\n\n');
  const { printed, label, source, places } = record;
  const values = [printed.full, printed.change, printed.rank].filter((part) => part !== null).join(' · ');
  const stands = places
    .slice(0, mostPlaces)
    .map(({ document, page, context }) => `- ${document} ${page}: ${escapeMarkdown(context)}`);
  const more = places.length > mostPlaces ? [`- … (${places.length})`] : [];
  return [
    `**${escapeMarkdown(label)}** ${escapeMarkdown(values)}`,
    ...(source === null ? [] : [escapeMarkdown(source)]),
    `\`${place}\``,
    [...stands, ...more].join('\n'),
  ].join('\n\n');
}

/** What data holds is never markup. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&');
