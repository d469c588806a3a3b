/** A small report in memory, and what reading it says. */
import { plainDocument } from '../../src/model/document-spec.js';
import { noMemo } from '../../src/memo/memo.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Document, DraftDocument, Inline } from '../../src/model/document.js';
import type { Report } from '../../src/model/report.js';
import { diskFiles, memoryFiles } from '../../src/project/files.js';
import { readBundle, readBundleFields } from '../../src/read/read-bundle.js';
import { workbookReader } from '../../src/read/data/workbook/read-workbook.js';
import { openReport, readOpened } from '../../src/read/read-report.js';
import { readTemplate } from '../../src/read/read-template.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';

export const figuresCsv = `id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note
gdp.growth,地区生产总值,,,,2024,5.7,%,,,,higher,专版,
industry.added,规上工业增加值,546.6,亿元,,2024,8.1,%,同比,,,higher,专版,
income.urban,城镇居民人均可支配收入,7.9,万元,超,2024,,,,,,higher,专版,
safety.accidents,生产安全事故起数,,,,2024,-8.3,%,同比,,,lower,专版,
rank.strength,综合实力,,,,2024,,,,6,全国百强县,higher,专版,
award.innovation,科技创新鼎,,,首夺,2024,,,,,,higher,专版,
`;

export const reportYaml = `bundle: plain
theme: celadon
title: 慈溪
period: '2024'
date: '2025-01-16'
figures: figures.csv
`;

export interface Reading<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
  /** `file:line:column code message`, one a line. */
  readonly told: readonly string[];
}

/** What the annual briefing declares, whatever a report calls its bundle. */
export const annualFields = () =>
  readBundleFields('annual-briefing', { files: diskFiles('.'), tell: () => undefined }, {});

/** Reads a report of these files; report.yaml and figures.csv are there unless given. */
export function readFrom(contents: Readonly<Record<string, string | Uint8Array>> = {}): Reading<Report | null> {
  const files = memoryFiles(
    Object.fromEntries(
      Object.entries({ 'report.yaml': reportYaml, 'figures.csv': figuresCsv, ...contents }).map(([name, text]) => [
        `data/r/${name}`,
        text,
      ]),
    ),
  );
  return collect((tell) => {
    const root = openReport('data/r', files, tell, noMemo, annualFields);
    return root === null
      ? null
      : readOpened(root, { folder: 'data/r', files, tell, memo: noMemo, workbooks: workbookReader() });
  });
}

/** report.yaml with more in it. */
export const withYaml = (more: string): Record<string, string> => ({ 'report.yaml': `${reportYaml}${more}` });

/** Runs a template of one kind over a report. */
export function runOver(
  kind: DraftDocument['kind'],
  template: string,
  given: {
    readonly report?: Readonly<Record<string, string | Uint8Array>>;
    readonly partials?: Readonly<Record<string, string>>;
  } = {},
): Reading<Document | null> {
  const partials = Object.fromEntries(
    Object.entries(given.partials ?? {}).map(([name, text]) => [`templates/plain/partials/${name}.hbs`, text]),
  );
  const files = memoryFiles({ [`templates/plain/${kind}.hbs`]: template, ...partials });
  return collect((tell) => {
    const reading = readFrom(given.report);
    reading.diagnostics.forEach(tell);
    const bundle = readBundle('plain', { files, tell });
    const spec = plainDocument(kind, kind === 'deck' ? 'slides' : 'paper');
    const draft = reading.value === null || bundle === null ? null : readTemplate(spec, bundle, reading.value, tell);
    return draft === null || reading.value === null ? null : resolveDocument(draft, reading.value, tell);
  });
}

/** The blocks of a briefing of one template. */
export function blocksOf(template: string, given: Parameters<typeof runOver>[2] = {}) {
  const { value, told, diagnostics } = runOver('briefing', template, given);
  return { blocks: value?.kind === 'briefing' ? value.blocks : [], told, diagnostics };
}

export function slidesOf(template: string, given: Parameters<typeof runOver>[2] = {}) {
  const { value, told, diagnostics } = runOver('deck', template, given);
  return { slides: value?.kind === 'deck' ? value.slides : [], told, diagnostics };
}

export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('text' in inline ? inline.text : 'children' in inline ? textOf(inline.children) : '\n'))
    .join('');
}

export function collect<Value>(read: (tell: (diagnostic: Diagnostic) => void) => Value): Reading<Value> {
  const diagnostics: Diagnostic[] = [];
  const value = read((diagnostic) => void diagnostics.push(diagnostic));
  return {
    value,
    diagnostics,
    told: diagnostics.map(
      ({ code, message, span }) =>
        `${span === null ? '' : `${span.file}:${span.line}:${span.column} `}${code} ${message}`,
    ),
  };
}
