/**
 * Four suites. `unit` is what one runs while working, `slow` what else a change must pass, `long` random edits from
 * several seeds; all three need Node alone. `office` needs LibreOffice, poppler, qpdf and mutool.
 */
import { defineConfig } from 'vitest/config';
import type { RunnerTestFile, RunnerTask } from 'vitest';
import type { Reporter } from 'vitest/reporters';

/** Closes a run with one plain line that any program can read: `312 passed, 0 failed`. */
const closingLine: Reporter = {
  onFinished(files = [], errors = []) {
    const tests = files.flatMap(testsOf);
    const count = (state: string): number => tests.filter(({ result }) => result?.state === state).length;
    const brokenFiles = files.filter(
      (file) => file.result?.state === 'fail' && testsOf(file).every(({ result }) => result?.state !== 'fail'),
    ).length;
    const skipped = tests.length - count('pass') - count('fail');
    process.stdout.write(
      `\n${count('pass')} passed, ${count('fail') + brokenFiles + errors.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  },
};

const testsOf = (task: RunnerTestFile | RunnerTask): readonly RunnerTask[] =>
  'tasks' in task ? task.tasks.flatMap(testsOf) : [task];

/** Builds by the dozen, whole samples, sweeps, damaged files, processes that are started or killed. */
const slow = [
  'tests/**/*.slow.test.ts',
  'tests/bad-deck-input.test.ts',
  'tests/batch/**/*.test.ts',
  'tests/cases.test.ts',
  'tests/charts/gallery.test.ts',
  'tests/charts/sweep/**/*.test.ts',
  'tests/charts/sweeps.test.ts',
  'tests/charts/vector-and-raster.test.ts',
  'tests/cli/approve.test.ts',
  'tests/cli/build-memory.test.ts',
  'tests/cli/change-sheet.test.ts',
  'tests/cli/draft.test.ts',
  'tests/cli/figure-commands.test.ts',
  'tests/cli/mark-changes.test.ts',
  'tests/cli/new-edition.test.ts',
  'tests/cli/new.test.ts',
  'tests/cli/watch.test.ts',
  'tests/determinism.test.ts',
  'tests/gallery/**/*.test.ts',
  'tests/layout/briefing/footnotes.test.ts',
  'tests/layout/sheet/**/*.test.ts',
  'tests/layout/sweep/**/*.test.ts',
  'tests/library/**/*.test.ts',
  'tests/memo/**/*.test.ts',
  'tests/outputs/**/*.test.ts',
  'tests/package.test.ts',
  'tests/page-trees.test.ts',
  'tests/powerpoint/template/deck-on-template.test.ts',
  'tests/preview/**/*.test.ts',
  'tests/project/write-and-be-killed.test.ts',
  'tests/read/data/workbook/read-workbook.test.ts',
  'tests/read/never-throws.test.ts',
  'tests/refresh/**/*.test.ts',
  'tests/sample-deck.test.ts',
  'tests/svg/drawn-alike.test.ts',
  'tests/svg/read-svg.test.ts',
  'tests/text/break-lines.test.ts',
  'tests/themes.test.ts',
  'tests/verify/**/*.test.ts',
  'tests/writers/pdf/embedded-fonts.test.ts',
  'tests/writers/pptx/motion.test.ts',
  'tests/writers/pptx/write-deck.test.ts',
];
const long = ['tests/**/*.long.test.ts'];
const office = ['tests/office/**/*.test.ts'];

/** The second checks every deck of a test as a package. */
const setupFiles = ['tests/hear-the-runner.ts', 'tests/check-each-deck.ts'];

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    // Vitest would leave one core idle, which on two of them is half of all.
    maxWorkers: '100%',
    minWorkers: 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...office, ...slow, ...long],
          setupFiles,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: slow,
          exclude: [...office, ...long],
          setupFiles,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      { test: { name: 'long', include: long, setupFiles, testTimeout: 900_000 } },
      { test: { name: 'office', include: office, setupFiles, testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
