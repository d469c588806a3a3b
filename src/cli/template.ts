/**
 * `briefkit template`: what a PowerPoint file is as a template, and where the layouts of a report or bundle land on it.
 */
import { describeTemplateFile } from '../describe-template-file.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diskEffects } from './report/disk-effects.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { jobOptions } from './report/read-job.js';
import { refuseInput } from './report/survey-report.js';
import { writeFile } from './report/write-file.js';

const example = 'briefkit template brand.pptx';

export const template: Command = {
  summary: 'says what a PowerPoint template has, and what of a deck lands where on it',
  usage: '<template.pptx>',
  options: {
    report: { value: '<report folder>', what: 'whose bundle and mapping count; without it the bundle annual-briefing' },
    fonts: jobOptions.fonts,
    pdf: { value: '<file>', what: 'a contact sheet of its layouts, a page each, with what would land there' },
  },
  explanation: [
    'Prints the template as the lines of report.yaml that name it: which of its layouts each layout of the bundle takes, with the score and the',
    'placeholders, then fonts, colours, text that is too faint, and every layout with its placeholders. To have it otherwise, edit the mapping',
    'and put the lines into report.yaml. briefkit build … --template brand.pptx makes the deck.',
  ],
  examples: [
    { line: example, what: 'to look at' },
    {
      line: `${example} --report data/cixi-2024 --pdf layouts.pdf`,
      what: "for a report's own bundle, with a contact sheet",
    },
  ],
  run: runTemplate,
};

async function runTemplate(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the template'], 'briefkit template', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const told: Diagnostic[] = [];
  const effects = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void told.push(diagnostic),
  );
  const found = await describeTemplateFile(
    {
      file: input.positionals[0]!,
      report: input.values.get('report') ?? null,
      fonts: input.values.get('fonts') ?? null,
      wantsPages: input.values.has('pdf'),
    },
    effects,
  );
  if (found === null) return refuseInput(told, world);
  world.stdout.write(`${found.text}\n`);
  const pdf = input.values.get('pdf');
  return pdf === undefined || found.pages === null ? 0 : writeFile(pdf, found.pages, world);
}
