/** The words of a report: each is read once, as a little template of figures and Markdown. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { tellOnce } from '../../diagnostics/tell-once.js';
import type { Memo } from '../../memo/memo.js';
import { makeTold } from '../../memo/told-result.js';
import type { DraftBlock, DraftInline, FigureReference, Footnote, FootnoteScope } from '../../model/document.js';
import type { FigurePart } from '../../model/figure.js';
import type { Words } from '../../model/report.js';
import type { ReportRow } from '../../model/report-row.js';
import type { Span } from '../../model/span.js';
import { helperSets, helpersElsewhere } from '../template/helpers/helper-sets.js';
import { readBlocks, readFootnote, type TextForm } from '../markdown/markup.js';
import { isPlain } from '../markdown/plain-text.js';
import { joinLines } from '../../locale/prose/join-lines.js';
import { runTemplate } from '../template/run-template.js';
import type { RunSettings } from '../template/run-template.js';
import type { RunData } from '../template/helper.js';
import { timePoints } from '../../figures/choose-periods.js';
import type { SourceText } from '../source/source-text.js';
import { parseTemplate } from '../template/parse-template.js';
import type { Template } from '../template/parse-template.js';
import type { OutputText } from '../markdown/output-text.js';
import { checkNames, figurePlaces, namesIn } from './names.js';
import type { KnownThings } from './names.js';
import { WatchedRow } from '../template/watched-row.js';

/** What words are read with. */
interface WordsSource {
  readonly known: KnownThings;
  readonly language: string;
  readonly footnotes: FootnoteScope;
  readonly tell: Tell;
  readonly memo: Memo;
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
  private readonly known: KnownThings;
  private readonly tell: Tell;
  private readonly memo: Memo;
  private readonly row: ReportRow | null;
  private readonly watched: WatchedRow;
  private readonly settings: Omit<RunSettings, 'data'>;
  private readonly data: Omit<RunData, 'has'>;
  /**
   * All that words may name, the same object as long as it says the same: words are then taken over from the build
   * before. Null where none is kept.
   */
  private readonly names: object | null;
  /** Where figures stand, in the same way. */
  private readonly places: object | null;

  constructor({ known, language, footnotes, tell, memo, row = null }: WordsSource) {
    this.known = known;
    this.tell = tell;
    this.memo = memo;
    this.row = row;
    this.watched = new WatchedRow(row);
    this.settings = {
      helpers: helperSets.words,
      elsewhere: helpersElsewhere('words'),
      partials: new Map(),
      root: this.watched.beside({}),
      where: 'in the words of a report',
      footnotes,
      takeId: () => undefined,
    };
    const periods: RunData['periods'] = (id) => timePoints(known.figure, id);
    this.data = { language, periods, figures: [], keys: new Map(), say: () => '', words: () => null };
    this.names = memo.isLasting ? memo.sameAsBefore('names of the report', namesIn(known, language)) : null;
    this.places = memo.isLasting ? memo.sameAsBefore('places of figures', figurePlaces(known)) : null;
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

  /**
   * A text with footnotes belongs to the book of this build; one that looks at the row of a batch, or tells of a
   * mistake, in which places of figures may stand, to that row and those places.
   */
  private recall<Result>(source: SourceText, form: string, tell: Tell, read: (tell: Tell) => Result): Result {
    const { names, places, row, memo } = this;
    if (names === null || source.text.includes('[^')) return read(tell);
    const parts = [names, form, source.mark, source.text];
    const ofAny = memo.recallSame('words', [...parts, row === null], () => this.readOfAny(read));
    return ofAny === null ? memo.recallSame('words', [...parts, places, row], read, tell) : ofAny.value;
  }

  /** In an object, for there may be nothing to read; null where it is not the same for every row. */
  private readOfAny<Result>(read: (tell: Tell) => Result): { readonly value: Result } | null {
    const { result, hasLooked } = this.watched.watch(() => makeTold(read));
    return hasLooked || result.told.length > 0 ? null : result;
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
    return template === null ? [] : readBlocks(this.run(template, told), told, form);
  }

  /** Null where its syntax is broken. */
  readFootnote(name: string, source: SourceText, span: Span): Footnote<DraftInline> | null {
    const told = tellOnce(this.tell);
    const template = parseTemplate(source, told, this.memo);
    return template === null ? null : readFootnote(name, this.run(template, told), span, told);
  }

  /** An unknown name is told with the words that name it: it belongs to what is remembered of them. */
  private run(template: Template, tell: Tell): OutputText {
    const data = { ...this.data, has: checkNames(this.known, tell) };
    return runTemplate(template, { ...this.settings, data }, tell);
  }
}

/** Most words are a line of plain text: they need neither parser. */
function plainInlines(source: SourceText): readonly DraftInline[] | null {
  const text = source.text.trim();
  if (text.includes('{{') || text.includes('\n') || !isPlain(text) || /[\ue000-\uefff]/.test(text)) return null;
  return text === '' ? [] : [{ kind: 'text', text: joinLines(text), span: source.at(source.text.indexOf(text[0]!)) }];
}
