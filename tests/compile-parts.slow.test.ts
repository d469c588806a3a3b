/** A build in two parts, joined: what one build makes, and what it tells. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compilePart, joinParts } from '../src/compile-parts.js';
import { compile, type CompileResult, type Effects, type Job } from '../src/compile.js';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { diskFiles } from '../src/project/files.js';
import { fontFiles } from '../src/project/font-files.js';
import { templateRoots } from '../src/project/package-folder.js';
import { projectFolder } from './cli/recording-world.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly result: CompileResult;
  readonly told: readonly string[];
}

function effectsOf(told: Diagnostic[]): Effects {
  const files = diskFiles(folder);
  return {
    files,
    fonts: fontFiles(files, [folder]),
    roots: templateRoots(folder),
    clock: () => 0,
    log: () => undefined,
    tell: (diagnostic) => void told.push(diagnostic),
  };
}

async function atOnce(job: Job): Promise<Told> {
  const told: Diagnostic[] = [];
  const result = await compile(job, effectsOf(told));
  return { result, told: told.map(({ message }) => message) };
}

async function inParts(job: Job, documents: readonly string[]): Promise<Told> {
  const told: Diagnostic[] = [];
  const effects = effectsOf(told);
  const ours = await compilePart({ ...job, part: { documents, takes: 'others' } }, effects);
  const theirs = await compilePart({ ...job, part: { documents, takes: 'these' } }, effects);
  // From thread to thread it goes as a copy.
  const { failed, outputs, part, told: heard, isRefused } = theirs;
  const copy = structuredClone({ failed, outputs, told: heard, isRefused, ...(part && { part }) });
  return { result: await joinParts(ours, copy, effects.tell), told: told.map(({ message }) => message) };
}

function copyOf(report: string): Job {
  cpSync(join(projectFolder, report), join(folder, 'report'), { recursive: true });
  return { report: 'report', only: null, strict: false };
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, 'report', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

async function expectSame(job: Job, documents: readonly string[]): Promise<Told> {
  const [whole, joined] = [await atOnce(job), await inParts(job, documents)];
  expect(joined.told).toEqual(whole.told);
  expect(joined.result.failed).toBe(whole.result.failed);
  expect(JSON.stringify(joined.result.record)).toBe(JSON.stringify(whole.result.record));
  expect(joined.result.outputs.map(({ name, pages }) => [name, pages])).toEqual(
    whole.result.outputs.map(({ name, pages }) => [name, pages]),
  );
  for (const [index, { bytes }] of whole.result.outputs.entries())
    expect(Buffer.compare(joined.result.outputs[index]!.bytes, bytes)).toBe(0);
  return joined;
}

describe('a build in two parts', () => {
  it('makes the bytes, the record and the diagnostics of one', async () => {
    const { result } = await expectSame(copyOf('data/halden-2024'), ['briefing']);
    expect(result.outputs.map(({ name }) => name)).toEqual(['deck.pptx', 'briefing.pdf']);
    expect(result.record?.cells?.length).toBeGreaterThan(0);
  });

  it('keeps outputs in the order in which they were asked for, and several of one document together', async () => {
    const job = { ...copyOf('tests/cases/minimal/report'), only: ['briefing.pdf', 'handout.pdf', 'deck.pptx'] };
    const { result } = await expectSame(job, ['briefing']);
    expect(result.outputs.map(({ name }) => name)).toEqual(job.only);
  });

  it('makes nothing and tells what one tells where one part alone has a mistake', async () => {
    const job = copyOf('tests/cases/minimal/report');
    edit('narrative/harvest.md', /$/, '\n\n{{figure "nowhere"}}\n');
    const { result, told } = await expectSame(job, ['briefing']);
    expect(result.outputs).toEqual([]);
    expect(told).toContainEqual(expect.stringContaining('nowhere'));
  });

  it('tells a wrong name among the outputs once', async () => {
    const job = { ...copyOf('tests/cases/minimal/report'), only: ['briefing.pdf', 'deck.pdx'] };
    const { told } = await expectSame(job, ['briefing']);
    expect(told).toHaveLength(1);
  });
});
