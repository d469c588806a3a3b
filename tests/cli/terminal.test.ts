/** What reaches a terminal: nothing that data put there to steer it, and no stack of ours when the reader has left. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDiagnostics } from '../../src/diagnostics/print-diagnostics.js';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld } from './recording-world.js';

const escape = '\u001B[31m';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-terminal-'));
  cpSync(join(projectFolder, 'templates'), join(folder, 'templates'), { recursive: true });
  mkdirSync(join(folder, 'r'));
  writeFileSync(
    join(folder, 'r/report.yaml'),
    'bundle: annual-briefing\ntheme: celadon\noutputs: briefing.pdf\ntitle: 题\ndate: "2025-01-01"\n',
  );
  writeFileSync(join(folder, 'r/figures.csv'), `id,label,value,unit\na,${escape}甲,1,亿元\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('text of data', () => {
  it.each(['table', 'csv', 'md', 'json'])('steers no terminal as %s', async (format) => {
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run(['figures', 'r', '--format', format], world)).toBe(0);
    expect(out.stdout).toContain('甲');
    expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(out.stdout)).toBe(false);
  });

  it('in a diagnostic is shown as its code, on one line', () => {
    const span = { file: `a${escape}.md`, line: 1, column: 1 };
    expect(
      printDiagnostics(
        [{ severity: 'error', code: 'x', message: `no ${escape}\u009B2J\u202E\n1 error`, span, hint: escape }],
        {
          color: false,
        },
      ),
    ).toBe('a\\u001b[31m.md:1:1  error  no \\u001b[31m\\u009b2J\\u202e\\n1 error\n  hint: \\u001b[31m');
  });
});

it('a reader who leaves early ends a command quietly', async () => {
  const child = spawn(
    process.execPath,
    [join(projectFolder, '.build/cli.js'), 'figures', 'data/cixi-2024', '--format', 'json'],
    { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  child.stdout.destroy();
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  expect(said).toBe('');
});
