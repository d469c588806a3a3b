/** Numbers of chapters, as signs: in Chinese, or 01. Never for figures: those are printed by `locale`. */
import { wrongArguments } from '../../../diagnostics/messages.js';
import { chineseNumber } from '../../../locale/chinese-number.js';
import type { Helper, HelperCall } from '../helper.js';

const expected = 'a whole number from 0 to 9999';

export const numberingHelpers = {
  chinese: {
    form: 'value',
    takes: [1, 1],
    expects: expected,
    options: {},
    run: (call) => numbered(call, chineseSign),
  },
  pad: {
    form: 'value',
    takes: [1, 1],
    expects: expected,
    options: {},
    run: (call) => numbered(call, (number) => String(number).padStart(2, '0')),
  },
  letter: {
    form: 'value',
    takes: [1, 1],
    expects: expected,
    options: {},
    run: (call) => numbered(call, letterSign),
  },
  add: {
    form: 'value',
    takes: [2, 2],
    expects: 'two whole numbers',
    options: {},
    run: ({ params }) => Number(params[0]!.value) + Number(params[1]!.value),
  },
} satisfies Record<string, Helper>;

function numbered(call: HelperCall, write: (number: number) => string): string | undefined {
  const { value, span } = call.params[0]!;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 9999) return write(number);
  call.run.tell(wrongArguments(call.name, expected, span));
  return undefined;
}

/** A, B … Z, AA, AB: 0 has none. */
function letterSign(number: number): string {
  if (number <= 0) return '';
  const last = (number - 1) % 26;
  return letterSign((number - 1 - last) / 26) + String.fromCodePoint(65 + last);
}

const chineseSign = (number: number): string => chineseNumber(number)!;
