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
  readonly has: NameCheck;
  readonly tell: Tell;
  readonly memo: Memo;
  readonly footnotes: FootnoteScope;
  readonly data: Pick<RunSettings['data'], 'language' | 'periods'>;
  readonly row?: ReportRow | null | undefined;
}

export class WordsBook {
  /** Words of one paragraph. */
  readonly inlines = new Map<Words, readonly DraftInline[]>();
  /** Words of several, or with lists. */
  readonly passages = new Map<Words, readonly DraftBlock[]>();
  private readonly settings: RunSettings;

  private readonly tell: Tell;
  private readonly memo: Memo;

  constructor({ has, tell, memo, footnotes, data, row = null }: WordsSource) {
    this.tell = tell;
    this.memo = memo;
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
    const words: Words = { source: source.text, span: source.at(0), ...(number && { number }) };
    const plain = plainInlines(source);
    if (plain !== null) this.inlines.set(words, plain);
    else this.sort(words, this.readBlocks(source, this.tell, form));
    return words;
  }

  /** A text that is no Markdown and names no figure: data of others, as it stands. */
  readPlain(source: SourceText, number?: Words['number']): Words {
    const words: Words = { source: source.text, span: source.at(0), ...(number && { number }) };
    const text = source.text.trim();
    this.inlines.set(words, text === '' ? [] : [{ kind: 'text', text: joinLines(text), span: words.span }]);
    return words;
  }

  /** A figure alone, as `{{figure "gdp@2023"}}` in a text would be. */
  readFigure(id: string, part: FigurePart, options: FigureReference['options'], span: Span): Words {
    const words: Words = { source: `{{figure "${id}"}}`, span };
    this.inlines.set(words, [{ kind: 'figure-reference', id, part, options, span }]);
    return words;
  }

  /** A narrative, or any text of several blocks. */
  readBlocks(source: SourceText, tell: Tell = this.tell, form: TextForm = 'blocks'): readonly DraftBlock[] {
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

  private sort(words: Words, blocks: readonly DraftBlock[]): void {
    const [first] = blocks;
    if (first === undefined) this.inlines.set(words, []);
    else if (blocks.length === 1 && first.kind === 'paragraph') this.inlines.set(words, first.inlines);
    else this.passages.set(words, blocks);
  }
}

/** Most words are a line of plain text: they need neither parser. */
function plainInlines(source: SourceText): readonly DraftInline[] | null {
  const text = source.text.trim();
  if (text.includes('{{') || text.includes('\n') || !isPlain(text) || /[\ue000-\uefff]/.test(text)) return null;
  return text === '' ? [] : [{ kind: 'text', text: joinLines(text), span: source.at(source.text.indexOf(text[0]!)) }];
}
