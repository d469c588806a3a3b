/** `briefkit schema`: what a file may hold, as a JSON schema for editors. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printSchema } from '../print-schema.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { diskEffects } from './report/disk-effects.js';
import { checkPositionals } from './input/positionals.js';
import { printMistakes, refuseInput } from './report/survey-report.js';

const example = 'briefkit schema annual-briefing > report.schema.json';

export const schema: Command = {
  summary: 'prints what a file may hold, for editors',
  usage: '<bundle>',
  options: {},
  explanation: [
    'Prints the JSON schema of the reports of a bundle: the fields that every report has, and those that the bundle declares. "bundle",',
    '"layout", "grid", "theme" and "brand" print the schema of such a file. An editor with YAML support completes and checks by it, where report.yaml begins',
    'with the line',
    '  # yaml-language-server: $schema=report.schema.json',
  ],
  examples: [
    { line: example, what: 'of the reports of the annual briefing' },
    { line: 'briefkit schema theme > theme.schema.json', what: 'of a theme' },
  ],
  run: runSchema,
};

async function runSchema(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the name of a bundle'], 'briefkit schema', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const told: Diagnostic[] = [];
  const effects = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void told.push(diagnostic),
  );
  const text = await printSchema(input.positionals[0]!, effects);
  if (text === null) {
    printMistakes(told, world);
    return 1;
  }
  world.stdout.write(text);
  return 0;
}
