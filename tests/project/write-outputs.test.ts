import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { writeOutputs } from '../../src/project/write-outputs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('outputs', () => {
  it('are written into a new folder and leave nothing else behind', () => {
    const target = join(folder, 'output/report');
    expect(
      writeOutputs(
        target,
        [
          { name: 'deck.pptx', bytes: bytes('deck') },
          { name: 'briefing.pdf', bytes: bytes('paper') },
        ],
        fail,
      ),
    ).not.toBeNull();
    expect(readdirSync(target).sort()).toEqual(['briefing.pdf', 'deck.pptx']);
    expect(readFileSync(join(target, 'deck.pptx'), 'utf8')).toBe('deck');
  });

  it('clear what a build left that was killed, once for many sets', () => {
    const write = (text: string, isCleared: boolean): readonly string[] => {
      writeFileSync(join(folder, '.deck.pptx.part'), 'half');
      writeOutputs(folder, [{ name: 'deck.pptx', bytes: bytes(text) }], fail, { isCleared });
      writeFileSync(join(folder, '.old.pptx.part'), 'half');
      writeOutputs(folder, [{ name: 'other.pptx', bytes: bytes(text) }], fail, { isCleared });
      return readdirSync(folder).sort();
    };
    expect(write('one', false)).toEqual(['deck.pptx', 'other.pptx']);
    expect(write('two', true)).toEqual(['.old.pptx.part', 'deck.pptx', 'other.pptx']);
    expect(readFileSync(join(folder, 'deck.pptx'), 'utf8')).toBe('two');
  });

  it.runIf(process.platform === 'linux')(
    'are a diagnostic, not an endless try, where a file system takes no folders',
    () => {
      const diagnostics: Diagnostic[] = [];
      expect(
        writeOutputs('/proc/briefkit/report', [{ name: 'deck.pptx', bytes: bytes('deck') }], (diagnostic) =>
          diagnostics.push(diagnostic),
        ),
      ).toBeNull();
      expect(diagnostics[0]).toMatchObject({ code: 'cannot-write' });
    },
  );

  it('replace those of an earlier build', () => {
    writeFileSync(join(folder, 'deck.pptx'), 'an older and longer deck');
    writeOutputs(folder, [{ name: 'deck.pptx', bytes: bytes('new') }], fail);
    expect(readFileSync(join(folder, 'deck.pptx'), 'utf8')).toBe('new');
  });

  it('leave earlier files alone when one of them cannot be written', () => {
    writeFileSync(join(folder, 'deck.pptx'), 'earlier');
    mkdirSync(join(folder, 'briefing.pdf'));
    const found: Diagnostic[] = [];
    expect(
      writeOutputs(
        folder,
        [
          { name: 'deck.pptx', bytes: bytes('new') },
          { name: 'briefing.pdf', bytes: bytes('new') },
        ],
        (diagnostic) => found.push(diagnostic),
      ),
    ).toBeNull();
    expect(readFileSync(join(folder, 'deck.pptx'), 'utf8')).toBe('earlier');
    expect(readdirSync(folder).sort()).toEqual(['briefing.pdf', 'deck.pptx']);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['cannot-write', `cannot write ${join(folder, 'briefing.pdf')}: a folder stands where the file should be`],
    ]);
  });

  it('of an earlier build are given back when a later one of the set cannot be put into place', () => {
    writeFileSync(join(folder, 'deck.pptx'), 'earlier');
    // A folder that comes between the look and the rename.
    const outputs = [
      { name: 'deck.pptx', bytes: bytes('new') },
      {
        name: 'briefing.pdf',
        get bytes() {
          mkdirSync(join(folder, 'briefing.pdf/x'), { recursive: true });
          return bytes('new');
        },
      },
    ];
    const found: Diagnostic[] = [];
    expect(writeOutputs(folder, outputs, (diagnostic) => found.push(diagnostic))).toBeNull();
    expect(found[0]?.code).toBe('cannot-write');
    expect(readFileSync(join(folder, 'deck.pptx'), 'utf8')).toBe('earlier');
    expect(readdirSync(folder).sort()).toEqual(['briefing.pdf', 'deck.pptx']);
  });

  it('are a diagnostic where the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    const found: Diagnostic[] = [];
    expect(writeOutputs(join(folder, 'file/output'), [], (diagnostic) => found.push(diagnostic))).toBeNull();
    expect(found[0]?.message).toContain('a part of the path is a file');
  });
});

function fail(diagnostic: Diagnostic): void {
  throw new Error(diagnostic.message);
}
