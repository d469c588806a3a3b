/** Help that teaches: what briefkit is for, what each command does, and lines to copy. */
import type { Command, CommandOption } from './command.js';
import { commonOptions } from './read-input.js';

export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  return [
    "briefkit compiles a report's figures and words into a PowerPoint deck and printed PDFs.",
    '',
    'Usage: briefkit <command> [options]',
    '',
    'Commands:',
    ...columns(Object.entries(commands).map(([name, { usage, summary }]) => [`${name} ${usage}`, summary])),
    '',
    'A first run:',
    '  briefkit build data/cixi-2024    builds the sample report into output/cixi-2024/',
    '',
    'A report is a folder: report.yaml says what it holds and which templates it uses, figures.csv has a row for each number,',
    'narrative/ has the prose. data/README.md describes every field, templates/README.md every helper and layout.',
    '',
    'briefkit <command> --help explains a command. briefkit --version prints the version.',
    'Exit code: 0 done, 1 a mistake in the report or on the command line, 2 a fault of briefkit.',
    '',
  ].join('\n');
}

export function commandHelp(name: string, { usage, summary, options, explanation, examples }: Command): string {
  return [
    `briefkit ${name}: ${summary}`,
    '',
    `Usage: ${['briefkit', name, usage, '[options]'].filter((part) => part !== '').join(' ')}`,
    '',
    ...explanation,
    '',
    'Options:',
    ...columns(
      Object.entries({ ...options, ...commonOptions }).map(([option, text]) => [optionUsage(option, text), text.what]),
    ),
    '',
    'Examples:',
    ...columns(examples.map(({ line, what }) => [line, what])),
    '',
  ].join('\n');
}

const optionUsage = (name: string, { value }: CommandOption): string =>
  value === null ? `--${name}` : `--${name} ${value}`;

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
