/** `briefkit build` on a small report: what it writes, prints and leaves alone. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld } from './recording-world.js';

const workingFolder = join(projectFolder, 'tests/cases/minimal');
let target = '';
beforeEach(() => {
  target = mkdtempSync(join(tmpdir(), 'briefkit-build-'));
});
afterEach(() => rmSync(target, { recursive: true, force: true }));

async function build(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { world, out } = recordingWorld({ workingFolder });
  const code = await run(['build', ...words], world);
  return { code, ...out };
}

describe('a build', () => {
  it('says what it wrote, how large it is, how many slides and pages, and the time', async () => {
    const { code, stdout } = await build('report', '--out', target);
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/deck\.pptx +\d+ kB +\d+ slides$/);
    expect(lines[1]).toMatch(/briefing\.pdf +\d+ kB +\d+ pages?$/);
    expect(lines[2]).toMatch(/^built in \d+\.\d\d s$/);
    expect(readdirSync(target).sort()).toEqual(['briefing.pdf', 'build.json', 'deck.pptx']);
  });

  it('has a plain line for each stage where there is no terminal', async () => {
    const { stderr } = await build('report', '--out', target);
    // What is told of the report comes behind the stages.
    const stages = stderr
      .slice(0, stderr.search(/\S+:\d+:\d+ {2}warning/))
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/ +/).slice(0, -2).join(' '));
    expect(stages).toEqual([
      'read',
      'template deck',
      'resolve deck',
      'layout deck',
      'template briefing',
      'resolve briefing',
      'layout briefing',
      'write deck.pptx',
      'write briefing.pdf',
    ]);
    expect(stderr).not.toContain('\u001B');
  });

  it('shows the running stage in place on a terminal', async () => {
    let said = '';
    const { world } = recordingWorld({
      workingFolder,
      stderr: {
        isTTY: true,
        write: (text) => {
          said += text;
        },
      },
    });
    await run(['build', 'report', '--out', target], world);
    expect(said).toMatch(/^read +…\r\u001B\[Kread +\d+ ms\n/);
  });

  it('makes only what is asked for', async () => {
    expect((await build('report', '--out', target, '--only', 'briefing.pdf')).code).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['briefing.pdf', 'build.json']);
  });

  it('proposes the nearest output', async () => {
    const { code, stderr } = await build('report', '--out', target, '--only', 'deck.ppt');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'there is no output "deck.ppt"\n  hint: did you mean "deck.pptx"?\n\n1 error; nothing was written\n',
    );
    expect(readdirSync(target)).toEqual([]);
  });

  it('prints one JSON document for machines, and nothing else', async () => {
    const { code, stdout, stderr } = await build('report', '--out', target, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const document = JSON.parse(stdout) as {
      ok: boolean;
      outputs: { name: string; file: string; bytes: number; pages: number }[];
      diagnostics: unknown[];
      stages: { stage: string }[];
    };
    expect(document.ok).toBe(true);
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'mostly-empty', severity: 'warning', span: expect.anything() as unknown }),
    );
    expect(document.outputs.map(({ name, file, bytes }) => [name, bytes === statSync(file).size])).toEqual([
      ['deck.pptx', true],
      ['briefing.pdf', true],
    ]);
    expect(document.stages.length).toBeGreaterThan(4);
  });

  it('prints mistakes in the JSON document too', async () => {
    const { code, stdout } = await build('no-such-report', '--json');
    expect(code).toBe(1);
    const document = JSON.parse(stdout) as { ok: boolean; diagnostics: { severity: string; code: string }[] };
    expect(document.ok).toBe(false);
    expect(document.diagnostics[0]?.severity).toBe('error');
  });

  it('says so when the report folder is not there', async () => {
    const { code, stderr } = await build('no-such-report', '--out', target);
    expect(code).toBe(1);
    expect(stderr).toContain('no-such-report');
    expect(stderr).toContain('hint:');
  });

  it('says so when the folder cannot be written', async () => {
    writeFileSync(join(target, 'file'), '');
    const { code, stderr } = await build('report', '--out', join(target, 'file/deeper'));
    expect(code).toBe(1);
    expect(stderr).toContain('a part of the path is a file, not a folder');
  });
});
