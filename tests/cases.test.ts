/**
 * Each folder of tests/cases/ is a report with what building it must say and give. `npm test -- -u` writes what is
 * expected.
 * A case's folder is the working folder: `report/` is its report, `templates/` its own bundles where it has some.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.js';
import { checkPackage } from './readers/check-package.js';
import { deckOutline } from './cases/deck-outline.js';
import { paperText } from './cases/paper-text.js';
import { projectFolder, recordingWorld } from './cli/recording-world.js';
import { validatorErrors } from './writers/pptx/validator.js';

const casesFolder = join(projectFolder, 'tests/cases');
const names = readdirSync(casesFolder)
  .filter((name) => existsSync(join(casesFolder, name, 'report')))
  .sort();
const earlier = 'what an earlier build wrote';

describe.each(names)('the case %s', (name) => {
  const folder = join(casesFolder, name);
  const expected = (file: string): string => join(folder, 'expected', file);
  let target = '';
  let exitCode: number;
  let said = '';

  beforeAll(async () => {
    target = mkdtempSync(join(tmpdir(), `briefkit-${name}-`));
    for (const output of ['deck.pptx', 'briefing.pdf']) writeFileSync(join(target, output), earlier);
    const { world, out } = recordingWorld({ workingFolder: folder });
    exitCode = await run(['build', 'report', '--out', target, '--debug'], world);
    said = out.stderr
      .split('\n')
      .filter((line) => !/ \d+ ms$/.test(line))
      .join('\n');
  });
  afterAll(() => rmSync(target, { recursive: true, force: true }));

  it('says what is expected', async () => {
    expect(exitCode, said).not.toBe(2);
    await expect(said).toMatchFileSnapshot(expected('diagnostics.txt'));
  });

  it('gives the deck and the briefing that are expected, or leaves the earlier ones alone', async () => {
    const [deck, briefing] = ['deck.pptx', 'briefing.pdf'].map(
      (output) => new Uint8Array(readFileSync(join(target, output))),
    ) as [Uint8Array, Uint8Array];
    if (exitCode === 0) {
      const findings = checkPackage(deck).filter(
        (finding) => name !== 'hostile-values' || !finding.startsWith('a template expression'),
      );
      expect([...(await validatorErrors(deck)), ...findings]).toEqual([]);
      await expect(deckOutline(deck)).toMatchFileSnapshot(expected('deck.txt'));
      await expect(await paperText(briefing)).toMatchFileSnapshot(expected('briefing.txt'));
    } else {
      expect([deck, briefing].map((bytes) => new TextDecoder().decode(bytes))).toEqual([earlier, earlier]);
      expect(readdirSync(target).sort()).toEqual(['briefing.pdf', 'deck.pptx']);
    }
  });
});
