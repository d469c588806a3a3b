/** A bundle's own words in the language of the report. */
import { wrongArguments } from '../../../diagnostics/messages.js';
import type { Helper } from '../helper.js';

export const languageHelpers = {
  say: {
    form: 'value',
    takes: [0, 0],
    expects: 'words as zh="…" en="…"',
    options: { zh: 'any', en: 'any' },
    run({ name, options, run, span }) {
      const [own, other] = run.data.language.startsWith('zh') ? ['zh', 'en'] : ['en', 'zh'];
      const said = options.get(own) ?? options.get(other);
      if (said === undefined) run.tell(wrongArguments(name, 'words as zh="…" en="…"', span));
      return said?.value;
    },
  },
} satisfies Record<string, Helper>;
