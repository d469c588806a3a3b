/** Reports of every shape hold the rules of their pages. `BRIEFKIT_SWEEP=300` takes as many. */
import { expect, it } from 'vitest';
import { hearTheRunner } from '../../hear-the-runner.js';
import { generateReport } from './generated-content.js';
import { pageFaults } from './page-faults.js';
import { surveyReport } from './survey-report.js';

const count = Number(process.env.BRIEFKIT_SWEEP ?? 8);
const first = Number(process.env.BRIEFKIT_SWEEP_FROM ?? 1);
const themes = ['celadon', 'cobalt', 'midnight'];

it(`the rules of slides and pages hold in ${count} generated reports`, async () => {
  const faults: string[] = [];
  const warnings: number[] = [];
  for (let seed = first; seed < first + count; seed++) {
    await hearTheRunner();
    const { files, language } = generateReport(seed, themes);
    const surveyed = await surveyReport(files);
    warnings.push(surveyed.told.filter(({ severity }) => severity === 'warning').length);
    faults.push(...pageFaults(surveyed).map((fault) => `report ${seed} (${language}): ${fault}`));
  }
  if (process.env.BRIEFKIT_SWEEP !== undefined)
    process.stdout.write(
      `${count} reports, ${(warnings.reduce((sum, each) => sum + each, 0) / count).toFixed(1)} warnings a report\n${faults.join('\n')}\n`,
    );
  expect(faults).toEqual([]);
}, 600_000);
