/**
 * A sheet about files: data that is no report's, through a bundle of its own, to the bytes of a PDF or a deck. What
 * changed between two builds, what came of a file that came back.
 */
import { noOutputOf } from './diagnostics/messages.js';
import { tellOnce } from './diagnostics/tell-once.js';
import type { Effects } from './job.js';
import type { OutputEnding } from './model/document-spec.js';
import type { DocumentMeta } from './model/document.js';
import { hasFonts } from './read-sources.js';
import { usualTheme } from './read/report/usual-look.js';
import { outputFormats } from './writers/output-format.js';

export const sheetKinds = ['pdf', 'pptx'] as const satisfies readonly OutputEnding[];
export type SheetKind = (typeof sheetKinds)[number];

export interface SheetJob {
  /** One of this name beside the report's templates wins. */
  readonly bundle: string;
  readonly kind: SheetKind;
  /** Null for the usual one. */
  readonly theme: string | null;
  readonly meta: DocumentMeta;
  /** What the templates see as `sheet`: plain data. */
  readonly sheet: object;
}

/** Null where a mistake was found; it is reported. */
export async function compileSheet(
  { bundle: bundleName, kind, theme: themeName, meta, sheet }: SheetJob,
  { files, fonts: fontFiles, roots, tell: passOn }: Effects,
): Promise<Uint8Array | null> {
  const { readBundle } = await import('./read/read-bundle.js');
  const { readTheme } = await import('./read/read-theme.js');
  const { readPlainTemplate } = await import('./read/read-template.js');
  const { noNames, resolveDocument } = await import('./resolve/resolve-document.js');
  const { layoutPages } = await import('./layout/layout-pages.js');
  const { loadFonts } = await import('./text/fonts.js');

  let failed = false;
  const tell = tellOnce((diagnostic) => {
    failed ||= diagnostic.severity === 'error';
    passOn(diagnostic);
  });
  const bundle = readBundle(bundleName, { files, tell }, { roots });
  const theme = readTheme(themeName ?? usualTheme, { files, tell, roots });
  if (bundle === null || theme === null || !hasFonts(theme, fontFiles, tell)) return null;
  const fonts = loadFonts(theme, (path) => fontFiles.read(path), tell);
  const output = bundle.outputs.find(({ ending }) => ending === kind);
  if (output === undefined) {
    tell(noOutputOf(bundle.name, kind));
    return null;
  }
  const draft = readPlainTemplate(output.document, bundle, { sheet }, meta, tell);
  if (draft === null) return null;
  const pages = layoutPages(resolveDocument(draft, noNames, tell), { theme, layouts: bundle.layouts, fonts }, tell);
  const bytes = await outputFormats[kind].write(pages, { fonts, tell });
  return failed ? null : bytes;
}
