/** The words of a report: each is read once, as a little template of figures and Markdown. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { tellOnce } from '../../diagnostics/tell-once.js';
import type { Memo } from '../../memo/memo.js';
import type { DraftBlock, DraftInline, FigureReference, Footnote, FootnoteScope } from '../../model/document.js';
import type { FigurePart } from '../../model/figure.js';
import type { Words } from '../../model/report.js';
import { rowTexts, rowsTexts } from '../../model/report-row.js';
import type { ReportRow } from '../../model/report-row.js';
import type { Span } from '../../model/span.js';
import { helperSets, helpersElsewhere } from '../template/helpers/helper-sets.js';
import { readBlocks, readFootnote, type TextForm } from '../markdown/markup.js';
import { isPlain } from '../markdown/plain-text.js';
import { joinLines } from '../../locale/prose/join-lines.js';
import { runTemplate } from '../template/run-template.js';
import type { RunSettings } from '../template/run-template.js';
import type { SourceText } from '../source/source-text.js';
import { parseTemplate } from '../template/parse-template.js';
import type { NameCheck } from './names.js';

/** What words are read with. */
interface WordsSource {
  /**
   * All that words may name, the same object as long as it says the same: words are then taken over from the build
   * before. Null where none is kept.
   */
  readonly names: object | null;
  readonly has: NameCheck;
  readonly tell: Tell;
  readonly memo: Memo;
  readonly footnotes: FootnoteScope;
  readonly data: Pick<RunSettings['data'], 'language' | 'periods'>;
  readonly row?: ReportRow | null | undefined;
}

/** Known by being the same object, whatever others say: `inlines` and `passages` find them by that. */
class ReadWords implements Words {
  declare readonly number?: NonNullable<Words['number']>;

  constructor(
    readonly source: string,
    readonly span: Span,
    number: Words['number'],
  ) {
    if (number !== undefined) this.number = number;
  }
}

/** Words with what they came to. */
interface WordsRead {
  readonly words: Words;
  readonly inlines: readonly DraftInline[] | null;
  readonly blocks: readonly DraftBlock[];
}

export class WordsBook {
  /** Words of one paragraph. */
  readonly inlines = new Map<Words, readonly DraftInline[]>();
  /** Words of several, or with lists. */
  readonly passages = new Map<Words, readonly DraftBlock[]>();
  private readonly settings: RunSettings;

  private readonly tell: Tell;
  private readonly memo: Memo;
  private readonly names: object | null;
  private readonly row: ReportRow | null;

  constructor({ names, has, tell, memo, footnotes, data, row = null }: WordsSource) {
    this.tell = tell;
    this.memo = memo;
    this.names = names;
    this.row = row;
    this.settings = {
      helpers: helperSets.words,
      elsewhere: helpersElsewhere('words'),
      partials: new Map(),
      root: row === null ? {} : { row: rowTexts(row), rows: rowsTexts(row) },
      where: 'in the words of a report',
      data: { ...data, figures: [], keys: new Map(), say: () => '', words: () => null, has },
      footnotes,
      takeId: () => undefined,
    };
  }

  /** Null for no text. */
  read(source: SourceText | null): Words | null {
    return source === null || source.text.trim() === '' ? null : this.readText(source);
  }

  /** A caption, a source, a note: no sign at the start of a line makes a list of it. Null for no text. */
  readLine(source: SourceText | null): Words | null {
    return source === null || source.text.trim() === '' ? null : this.readText(source, 'lines');
  }

  /** A cell of a table, empty or not: `-`, `1.` and `# 3` are what they say, and a line ends where it was ended. */
  readCell(source: SourceText, number?: Words['number']): Words {
    return this.readText(source, 'cell', number);
  }

  /** Also of an empty text. */
  readText(source: SourceText, form: TextForm = 'blocks', number?: Words['number']): Words {
    const plain = form === 'cell' ? plainInlines(source) : null;
    const read =
      plain === null
        ? this.recall(source, `${form} ${JSON.stringify(number)}`, this.tell, (tell) =>
            this.readAnew(source, form, number, tell),
          )
        : { words: new ReadWords(source.text, source.at(0), number), inlines: plain, blocks: [] };
    if (read.inlines === null) this.passages.set(read.words, read.blocks);
    else this.inlines.set(read.words, read.inlines);
    return read.words;
  }

  private readAnew(source: SourceText, form: TextForm, number: Words['number'], tell: Tell): WordsRead {
    const words = new ReadWords(source.text, source.at(0), number);
    const plain = plainInlines(source);
    if (plain !== null) return { words, inlines: plain, blocks: [] };
    const blocks = this.runBlocks(source, tell, form);
    const [first] = blocks;
    if (first === undefined) return { words, inlines: [], blocks };
    return { words, inlines: blocks.length === 1 && first.kind === 'paragraph' ? first.inlines : null, blocks };
  }

  /** A text with footnotes belongs to the book of this build. */
  private recall<Result>(source: SourceText, form: string, tell: Tell, read: (tell: Tell) => Result): Result {
    const { names, row } = this;
    return names === null || source.text.includes('[^')
      ? read(tell)
      : this.memo.recallSame('words', [names, row, form, source.mark, source.text], read, tell);
  }

  /** A text that is no Markdown and names no figure: data of others, as it stands. */
  readPlain(source: SourceText, number?: Words['number']): Words {
    const words = new ReadWords(source.text, source.at(0), number);
    const text = source.text.trim();
    this.inlines.set(words, text === '' ? [] : [{ kind: 'text', text: joinLines(text), span: words.span }]);
    return words;
  }

  /** A figure alone, as `{{figure "gdp@2023"}}` in a text would be. */
  readFigure(id: string, part: FigurePart, options: FigureReference['options'], span: Span): Words {
    const words = new ReadWords(`{{figure "${id}"}}`, span, undefined);
    this.inlines.set(words, [{ kind: 'figure-reference', id, part, options, span }]);
    return words;
  }

  /** A narrative, or any text of several blocks. */
  readBlocks(source: SourceText): readonly DraftBlock[] {
    return this.recall(source, 'passage', this.tell, (tell) => this.runBlocks(source, tell, 'blocks'));
  }

  private runBlocks(source: SourceText, tell: Tell, form: TextForm): readonly DraftBlock[] {
    const told = tellOnce(tell);
    const template = parseTemplate(source, told, this.memo);
    return template === null ? [] : readBlocks(runTemplate(template, this.settings, told), told, form);
  }

  /** Null where its syntax is broken. */
  readFootnote(name: string, source: SourceText, span: Span): Footnote<DraftInline> | null {
    const told = tellOnce(this.tell);
    const template = parseTemplate(source, told, this.memo);
    return template === null ? null : readFootnote(name, runTemplate(template, this.settings, told), span, told);
  }
}

/** Most words are a line of plain text: they need neither parser. */
function plainInlines(source: SourceText): readonly DraftInline[] | null {
  const text = source.text.trim();
  if (text.includes('{{') || text.includes('\n') || !isPlain(text) || /[\ue000-\uefff]/.test(text)) return null;
  return text === '' ? [] : [{ kind: 'text', text: joinLines(text), span: source.at(source.text.indexOf(text[0]!)) }];
}
