/**
 * A PowerPoint file looked at as a template: where a bundle's layouts land on it, in words and, where asked for, drawn.
 */
import type { Effects } from './job.js';
import type { Box } from './model/length.js';
import type { TemplateSpec } from './model/report.js';
import type { LandedLayout } from './powerpoint/template/landing.js';
import { layoutLabel } from './powerpoint/template/template.js';
import { usualBundle, usualTheme } from './read/report/usual-look.js';

export interface TemplateQuestion {
  readonly file: string;
  /** Whose bundle, theme and mapping count; null takes the bundle and the theme below. */
  readonly report: string | null;
  /** A folder whose fonts are taken in place of the machine's, or `none`; null takes the machine's. */
  readonly fonts: string | null;
  readonly wantsPages: boolean;
}

/** What is taken where no report says more. */
const usual = { bundle: usualBundle, theme: usualTheme, language: 'zh-CN' } as const;

/** Null, and told, where the file or the report cannot be used. `pages` is a PDF. */
export async function describeTemplateFile(
  { file, report, fonts: folder, wantsPages }: TemplateQuestion,
  { files, fonts: fontFiles, roots, tell }: Effects,
): Promise<{ readonly text: string; readonly pages: Uint8Array | null } | null> {
  const { readReport } = await import('./read/read-report.js');
  const { readBundle } = await import('./read/read-bundle.js');
  const { readTheme } = await import('./read/read-theme.js');
  const { openTemplate } = await import('./powerpoint/template/open-template.js');
  const { landTemplate } = await import('./powerpoint/template/land-template.js');
  const { describeTemplate } = await import('./powerpoint/template/describe-template.js');
  const { noMemo } = await import('./memo/memo.js');
  const data = report === null ? null : await readReport(report, files, tell);
  if (report !== null && data === null) return null;
  const bundle = readBundle(
    data?.bundle ?? usual.bundle,
    { files, tell, memo: noMemo },
    { roots, report: data?.folder ?? null, span: data?.places.bundle ?? null },
  );
  const theme = readTheme(data?.theme ?? usual.theme, { files, tell, roots }, { span: data?.places.theme ?? null });
  const spec: TemplateSpec = {
    keep: [],
    mapping: [],
    ...data?.template,
    ...(folder !== null && { fonts: folder }),
    file,
    span: null,
  };
  const named = openTemplate(spec, (path) => files.read(path), tell);
  const { seeGrounds } = await import('./see-grounds.js');
  const opened = named === null ? null : await seeGrounds(named);
  if (bundle === null || theme === null || opened === null) return null;
  const language = data?.meta.language ?? usual.language;
  const { wearTemplate } = await import('./wear-template.js');
  const worn = wearTemplate(opened, { theme, fonts: fontFiles, files, language }, () => undefined);
  const landed = landTemplate(opened.template, {
    theme: worn.theme,
    layouts: bundle.layouts,
    language,
    mapping: opened.mapping,
    tone: 1,
    roomy: false,
  });
  const text = describeTemplate(file, landed, worn.faces);
  if (!wantsPages) return { text, pages: null };
  const { loadFonts } = await import('./text/fonts.js');
  const { layoutSheet } = await import('./layout/template-sheet.js');
  const { writePdf } = await import('./writers/pdf/write-pdf.js');
  const fonts = loadFonts(worn.theme, (path) => worn.fonts.read(path), tell);
  const sheets = [...landed.landed.values()].map((one) => ({
    title: `${one.slideLayout.name} → ${layoutLabel(one.target)}`,
    layout: one.slideLayout,
    unfilled: unfilledOf(one),
  }));
  const { withGrounds } = await import('./draw-ground.js');
  const pages = layoutSheet(sheets, landed.theme, fonts, language);
  const kept = { ...landed, kept: opened.kept, isHost: false };
  const grounded = withGrounds(pages, kept, { fonts, span: null }, tell);
  return { text, pages: await writePdf(grounded, { fonts, tell }) };
}

/** What a slide would leave empty; footers, numbers and dates are as it likes. */
const unfilledOf = ({
  target,
  placeholders,
}: LandedLayout): readonly { readonly box: Box; readonly words: string }[] => {
  const filled = [...placeholders.values()].map(({ index }) => index);
  return target.placeholders.flatMap(({ kind, index, name, box }) =>
    box === null || filled.includes(index) || ['dt', 'ftr', 'sldNum'].includes(kind)
      ? []
      : [{ box, words: `${kind} ${index} "${name}"` }],
  );
};
