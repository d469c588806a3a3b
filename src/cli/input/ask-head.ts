/** What `briefkit new` asks at a terminal: title, place, period, language, colours, each with what comes by itself. */
import type { CommandInput, World } from './command.js';

interface Question {
  readonly option: string;
  readonly text: string;
  /** What may be answered; null for anything. */
  readonly choices: readonly string[] | null;
}

/** The title comes of the data, the place and period of the example, where nothing is typed. */
const questions = (languages: readonly string[], themes: readonly string[]): readonly Question[] => [
  { option: 'title', text: 'Title', choices: null },
  { option: 'place', text: 'Place or body', choices: null },
  { option: 'period', text: 'Period, such as 2024', choices: null },
  { option: 'locale', text: 'Language', choices: languages },
  { option: 'theme', text: 'Colours', choices: themes },
];

/** With any option but `--from`, or without a terminal, nothing is asked. */
export async function askHead(
  input: CommandInput,
  { ask, stderr }: World,
  languages: readonly string[],
  themes: readonly string[],
): Promise<CommandInput> {
  const isTold = [...input.values.keys()].some((option) => option !== 'from');
  if (ask === undefined || isTold) return input;
  const values = new Map(input.values);
  stderr.write('Enter takes what comes by itself.\n');
  for (const { option, text, choices } of questions(languages, themes)) {
    const answer = await answerTo(text, choices, ask);
    if (answer !== '') values.set(option, answer);
  }
  return { ...input, values };
}

/** Asked again while it is none of the choices. */
async function answerTo(
  text: string,
  choices: readonly string[] | null,
  ask: NonNullable<World['ask']>,
): Promise<string> {
  const question = `${text}${choices === null ? '' : ` (${choices.join(', ')})`}: `;
  for (;;) {
    const answer = (await ask(question)).trim();
    if (answer === '' || choices === null || choices.includes(answer)) return answer;
  }
}
