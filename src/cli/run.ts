/** The command line: words in, an exit code out. A fault of our own ends here, in plain words. */
import { offlineVariable } from '../query/disk-databases.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { unknownCommand } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { visibleLine, visibleText } from '../diagnostics/visible-text.js';
import { packageVersion } from '../project/package-folder.js';
import type { ExitCode, TextStream, World } from './input/command.js';
import { takesColor } from './input/command.js';
import { commandNames, commands, isCommandName } from './commands.js';
import { commandHelp, generalHelp } from './input/help.js';
import { readInput } from './input/read-input.js';

export async function run(words: readonly string[], given: World): Promise<ExitCode> {
  const world = { ...given, stdout: withoutSteering(given.stdout) };
  try {
    return await dispatch(words, world);
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    if (words.includes('--json'))
      world.stdout.write(`${JSON.stringify({ ok: false, fault: error.message, stack: error.stack }, null, 2)}\n`);
    else world.stderr.write(faultText(error, words, packageVersion()));
    return 2;
  }
}

/**
 * Results hold texts of data, and no colours: nothing in them may steer a terminal. What goes to stderr is coloured,
 * and made safe where it is printed.
 */
const withoutSteering = (stream: TextStream): TextStream => ({
  write: (text) => stream.write(visibleText(text)),
  isTTY: stream.isTTY,
});

async function dispatch(words: readonly string[], world: World): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    world.stdout.write(generalHelp(commands));
    return first === undefined ? 1 : 0;
  }
  if (first === '--version' || first === '-v') {
    world.stdout.write(`${packageVersion()}\n`);
    return 0;
  }
  const name = first === 'help' ? (rest[0] ?? '') : first;
  if (!isCommandName(name))
    return refuse([unknownCommand(name, nearestName(name, [...commandNames, '--help', '--version']))], world);
  const command = commands[name];
  if (first === 'help' || rest.includes('--help') || rest.includes('-h')) {
    world.stdout.write(commandHelp(name, command));
    return 0;
  }
  const read = readInput(name, command, rest);
  if ('mistakes' in read) return refuse(read.mistakes, world);
  const isOffline = read.input.switches.has('offline');
  const environment = { ...world.environment, ...(isOffline && { [offlineVariable]: '1' }) };
  return command.run(read.input, { ...world, environment });
}

function refuse(mistakes: readonly Diagnostic[], { stderr, environment }: World): ExitCode {
  stderr.write(`${printDiagnostics(mistakes, { color: takesColor(stderr, environment) })}\n`);
  return 1;
}

function faultText(error: Error, words: readonly string[], version: string): string {
  return [
    '',
    'This is a fault of briefkit, not of your report. No output was touched.',
    `Please report it with these lines and, if you can, the report folder: ${error.name}: ${visibleLine(error.message)}`,
    `  briefkit ${version}, Node ${process.versions.node}, ${process.platform}; briefkit ${visibleLine(words.join(' '))}`,
    words.includes('--debug')
      ? visibleText(error.stack ?? '')
      : 'With --debug it also says where in the code it happened.',
    '',
  ].join('\n');
}
