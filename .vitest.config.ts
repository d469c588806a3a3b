/** Two suites: `unit` needs Node alone; `office` needs LibreOffice, poppler, qpdf and mutool. */
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

export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/office/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'office', include: ['tests/office/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
