/** Words of the command line to a command's input; what is wrong with them is a diagnostic, with the nearest option as a hint. */
import { parseArgs } from 'node:util';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { optionNeedsValue, optionTakesNoValue, unknownOption } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Command, CommandOption, InputResult } from './command.js';

export const commonOptions: Readonly<Record<string, CommandOption>> = {
  debug: { value: null, what: "show where in briefkit's own code a fault of ours happened" },
  help: { value: null, what: 'this help' },
};

export function readInput(name: string, command: Command, words: readonly string[]): InputResult {
  const known = { ...command.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(known).map(([option, { value }]) => [
        option,
        { type: value === null ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const mistakes: Diagnostic[] = [];
  const positionals: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const title = `briefkit ${name}`;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined)
      mistakes.push(unknownOption(token.rawName, title, nearestOption(token.name, Object.keys(known))));
    else if (option.value === null && token.value !== undefined)
      mistakes.push(optionTakesNoValue(token.rawName, title));
    else if (option.value === null) switches.add(token.name);
    else if (isValue(token.value, token.inlineValue)) values.set(token.name, token.value);
    else mistakes.push(optionNeedsValue(token.rawName, option.value, title));
  }
  return mistakes.length > 0 ? { mistakes } : { input: { positionals, values, switches } };
}

/** `--out --strict` is a forgotten value, not a folder of that name; `--out=--strict` says it plainly. */
const isValue = (value: string | undefined, inline: boolean | undefined): value is string =>
  value !== undefined && value !== '' && (inline === true || !value.startsWith('-'));

function nearestOption(name: string, known: readonly string[]): string | null {
  const nearest = nearestName(name, known);
  return nearest === null ? null : `--${nearest}`;
}
