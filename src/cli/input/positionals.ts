/** A command's arguments by count: too few and too many are mistakes that show an example. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { extraArgument, missingArgument, unknownChoice } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { CommandInput } from './command.js';

export function checkPositionals(
  { positionals }: CommandInput,
  wanted: readonly string[],
  command: string,
  example: string,
): readonly Diagnostic[] {
  return [
    ...wanted.slice(positionals.length).map((what) => missingArgument(what, example)),
    ...positionals.slice(wanted.length).map((argument) => extraArgument(argument, command)),
  ];
}

/** The value of `--format`, or the mistake in it. */
export function readChoice<Choice extends string>(
  { values }: CommandInput,
  option: string,
  choices: readonly Choice[],
  usual: Choice,
): Choice | Diagnostic {
  const given = values.get(option);
  if (given === undefined) return usual;
  return (
    choices.find((choice) => choice === given) ??
    unknownChoice(`--${option}`, given, choices, nearestName(given, choices))
  );
}
