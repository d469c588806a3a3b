/** What the commands that build take of their options: the job, and the folder that it is for. */
import { basename, join, resolve } from 'node:path';
import type { Job } from '../../compile.js';
import type { Command, CommandInput, World } from '../input/command.js';

export const jobOptions = {
  out: { value: '<folder>', what: "where the outputs go; output/<the report folder's name> if not given" },
  only: { value: '<names>', what: 'some outputs alone, with commas between, named in report.yaml or not' },
  template: {
    value: '<file>',
    what: 'a .pptx or .potx file that the deck is made inside of: its layouts, its fonts, its colours',
  },
  fonts: {
    value: '<folder>',
    what: "a folder whose fonts measure the template's text, in place of the machine's; none for packages' alone",
  },
  into: {
    value: '<deck.pptx>',
    what: 'a finished deck that takes the slides in, on its own layouts: deck.pptx is that deck with them',
  },
  after: { value: '<title>', what: 'and the slide of it behind which they go; behind its last if not given' },
  offline: { value: null, what: 'asks no database: the last answers stand' },
  bundle: { value: '<name>', what: 'builds the report with another bundle than the one that it names' },
  theme: { value: '<name>', what: 'and with another theme' },
  draft: {
    value: null,
    what: "a pale word across every page and slide, DRAFT in the report's language; report.yaml may name another",
  },
} as const satisfies Command['options'];

export const readJob = (report: string, { values, switches }: CommandInput): Job => ({
  report,
  only:
    values
      .get('only')
      ?.split(',')
      .map((name) => name.trim()) ?? null,
  strict: switches.has('strict'),
  draft: switches.has('draft'),
  ...(values.has('template') && { template: values.get('template')! }),
  ...(values.has('fonts') && { templateFonts: values.get('fonts')! }),
  ...(values.has('into') && { into: { file: values.get('into')!, behind: values.get('after') ?? null } }),
  ...(values.has('bundle') && { bundle: values.get('bundle')! }),
  ...(values.has('theme') && { theme: values.get('theme')! }),
});

/** As it was typed, or as it comes by itself: a path from the working folder. */
export const targetOf = (report: string, { values }: CommandInput, { workingFolder }: World): string =>
  values.get('out') ?? join('output', basename(resolve(workingFolder, report)));
