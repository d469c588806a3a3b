/** Compiled code between runs: what is taken over, and what is not. */
import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeCache } from '../../src/project/code-cache.js';
import { projectFolder } from '../cli/recording-world.js';

const code = Buffer.from('what V8 compiled');
const isRoot = process.getuid?.() === 0;

describe('compiled code', () => {
  let [program, own, script, kept] = ['', '', '', ''];
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'briefkit-code-'));
    [program, own] = [join(folder, 'program'), join(folder, 'home', 'briefkit')];
    mkdirSync(program);
    script = join(program, 'program-0.cjs');
    writeFileSync(script, '0');
    codeCache(script, own).write(code);
    kept = join(program, readdirSync(program).find((name) => name.endsWith('.code'))!);
  });
  afterEach(() => rmSync(join(program, '..'), { recursive: true, force: true }));
  const read = (): string | undefined => codeCache(script, own).read()?.toString();

  it('is read as it was written, beside the script', () => {
    expect(read()).toBe('what V8 compiled');
  });

  it('is not that of a script of another name', () => {
    writeFileSync(join(program, 'program-1.cjs'), '0');
    expect(codeCache(join(program, 'program-1.cjs'), own).read()).toBeNull();
  });

  it.each([
    ['one bit is another', (bytes: Buffer) => bytes.writeUInt8(bytes[40]! ^ 1, 40)],
    ['its end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('is not taken where %s', (_name, damage) => {
    const bytes = Buffer.from(readFileSync(kept));
    const damaged = damage(bytes);
    writeFileSync(kept, Buffer.isBuffer(damaged) ? damaged : bytes);
    expect(read()).toBeUndefined();
  });

  it.runIf(process.platform !== 'win32')('is not taken where others could have written it', () => {
    chmodSync(kept, 0o666);
    expect(read()).toBeUndefined();
    chmodSync(kept, 0o664);
    expect(read()).toBeUndefined();
    chmodSync(kept, 0o644);
    expect(read()).toBe('what V8 compiled');
  });

  it.runIf(process.platform !== 'win32')('is not taken where a link leads to it', () => {
    linkSync(kept, join(program, 'elsewhere'));
    rmSync(kept);
    symlinkSync(join(program, 'elsewhere'), kept);
    expect(read()).toBeUndefined();
  });

  it.runIf(isRoot)("is not another user's, which is left where it is", () => {
    execFileSync('chown', ['12345', kept]);
    expect(read()).toBeUndefined();
    expect(codeCache(script, own).write(Buffer.from('mine'))).toBe(true);
    expect(read()).toBe('mine');
    expect([statSync(kept).uid, readdirSync(own).length]).toEqual([12345, 1]);
    expect(statSync(own).mode & 0o777).toBe(0o700);
  });

  it.runIf(isRoot)('does not go into a folder of caches that others write into', () => {
    execFileSync('chown', ['12345', kept]);
    mkdirSync(own, { recursive: true });
    chmodSync(own, 0o777);
    expect(codeCache(script, own).write(code)).toBe(false);
    expect(readdirSync(own)).toEqual([]);
  });

  it('of other versions goes after a month', () => {
    const [old, young] = ['program-old.cjs.1f.code', 'program-new.cjs.1f.code'].map((name) => join(program, name));
    for (const path of [old!, young!]) writeFileSync(path, '');
    utimesSync(old!, new Date('2020-01-01'), new Date('2020-01-01'));
    codeCache(script, own).write(code);
    expect(readdirSync(program).sort()).toEqual(
      [young!, kept, script].map((path) => path.slice(program.length + 1)).sort(),
    );
  });
});

describe('the command', () => {
  const command = join(projectFolder, '.build', 'cli.js');
  const version = (): string => execFileSync(process.execPath, [command, '--version'], { encoding: 'utf8' }).trim();
  const codeOf = (): string | undefined =>
    readdirSync(join(projectFolder, '.build')).find((name) => name.endsWith('.code'));

  it('says the same from compiled code and from its text', () => {
    expect(version()).toBe(version());
    expect(codeOf()).toMatch(/^program-[0-9a-f]+\.cjs\.[0-9a-f]+\.code$/);
  });
});
