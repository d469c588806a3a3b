/**
 * The public API. `build`, `check` and `diff` have defaults for everything; `compile` and what stands below it are for
 * those who bring a world of their own.
 *
 * @packageDocumentation
 */
export { build } from './library/build.js';
export type { Build, BuildOptions } from './library/build.js';
export { check } from './library/check.js';
export type { Checked } from './library/check.js';
export { diff } from './library/diff.js';
export type { ReportState } from './library/diff.js';
export type { ReportOptions } from './library/library-options.js';
export { ReportError } from './library/report-error.js';
export { UsageError } from './job.js';
export type { BuildChanges } from './provenance/compare-builds.js';

export { compile, survey } from './compile.js';
export { compileChanges } from './compile-changes.js';
export type { ChangesJob } from './compile-changes.js';
export { sheetKinds } from './compile-sheet.js';
export type { SheetKind } from './compile-sheet.js';
export type { CompileResult, Effects, Job, Output, StageEvent, StageName, Survey } from './compile.js';

export type { BuildRecord, DocumentRecord, FigureRecord, Place } from './model/build-record.js';

export { diskFiles, memoryFiles } from './project/files.js';
export type { DiskOptions, Files } from './project/files.js';
export { fontFiles } from './project/font-files.js';
export type { FontFiles } from './project/font-files.js';
export { templateRoots } from './project/package-folder.js';
export { writeOutputs } from './project/write-outputs.js';
export type { OutputFile } from './project/write-outputs.js';

export { keepResults } from './memo/keep-results.js';
export type { KeptResults, PackedResults } from './memo/keep-results.js';
export type { Memo } from './memo/memo.js';

export { countDiagnostics, orderDiagnostics, printDiagnostics } from './diagnostics/print-diagnostics.js';
export type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
export type { Span } from './model/span.js';

export type { OutputSpec } from './model/document-spec.js';
