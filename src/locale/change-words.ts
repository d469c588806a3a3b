/** Words that tell of changes: the change sheet's, and those that stand beside a changed number in a draft. */
import type { DocumentFace } from '../model/build-record.js';
import { shortUnit } from './english-figure.js';
import { isChinese } from './language.js';
import { unitOf } from './units/units.js';

export interface ChangeWords {
  readonly title: string;
  /** The two states, and the heads of what was and what is. */
  readonly before: string;
  readonly after: string;
  readonly nothing: string;
  /** Heads of the table of the two states. */
  readonly state: string;
  readonly source: string;
  readonly report: string;
  readonly figure: string;
  readonly part: string;
  readonly old: string;
  readonly now: string;
  readonly difference: string;
  readonly percent: string;
  readonly places: string;
  readonly value: string;
  readonly place: string;
  readonly oldText: string;
  readonly newText: string;
  readonly picture: string;
  readonly pageTitle: string;
  readonly what: string;
  readonly why: string;
  /** Titles of the parts. */
  readonly changed: string;
  readonly added: string;
  readonly gone: string;
  readonly texts: string;
  readonly pictures: string;
  readonly pages: string;
  readonly sign: string;
  /** Who signs, in their order, and what each fills in. */
  readonly signers: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly opinion: string;
  /** Parts of a figure, and kinds of change. */
  readonly parts: Readonly<Record<'value' | 'change' | 'rank' | 'label' | 'period' | 'source', string>>;
  readonly kinds: Readonly<Record<'changed' | 'new' | 'gone', string>>;
  readonly prose: string;
  readonly none: string;
}

const chinese: ChangeWords = {
  title: '修改对照表',
  before: '修改前',
  after: '修改后',
  nothing: '两稿之间没有任何修改。',
  state: '文稿',
  source: '取自',
  report: '标题',
  figure: '指标',
  part: '项目',
  old: '原为',
  now: '现为',
  difference: '相差',
  percent: '幅度',
  places: '所在页',
  value: '数值',
  place: '位置',
  oldText: '原文',
  newText: '现文',
  picture: '图片',
  pageTitle: '页题',
  what: '情况',
  why: '涉及内容',
  changed: '修改的数据',
  added: '新增的数据',
  gone: '删去的数据',
  texts: '修改的文字',
  pictures: '修改的图片',
  pages: '涉及的幻灯片和页',
  sign: '审签',
  signers: ['核稿', '审核', '签发'],
  signature: '签名',
  date: '日期',
  opinion: '意见',
  parts: { value: '数值', change: '增减', rank: '位次', label: '名称', period: '时期', source: '来源' },
  kinds: { changed: '已更换', new: '新增', gone: '删去' },
  prose: '文字',
  none: '—',
};

const english: ChangeWords = {
  title: 'Changes for sign-off',
  before: 'Before',
  after: 'After',
  nothing: 'Nothing changed between the two states.',
  state: 'State',
  source: 'Taken from',
  report: 'Title',
  figure: 'Figure',
  part: 'What',
  old: 'Old',
  now: 'New',
  difference: 'By',
  percent: '%',
  places: 'Shown on',
  value: 'Value',
  place: 'Where',
  oldText: 'Old text',
  newText: 'New text',
  picture: 'Picture',
  pageTitle: 'Title',
  what: 'What',
  why: 'Why',
  changed: 'Changed figures',
  added: 'New figures',
  gone: 'Figures that are gone',
  texts: 'Changed text',
  pictures: 'Changed pictures',
  pages: 'Slides and pages touched',
  sign: 'Sign-off',
  signers: ['Checked', 'Reviewed', 'Approved'],
  signature: 'Signature',
  date: 'Date',
  opinion: 'Remarks',
  parts: { value: 'value', change: 'change', rank: 'rank', label: 'name', period: 'period', source: 'source' },
  kinds: { changed: 'changed', new: 'new', gone: 'gone' },
  prose: 'text',
  none: '—',
};

/** What a figure was, as it is read aloud and as it is noted beside. `before` is null for a figure that is new. */
export function revisionWords(
  label: string,
  before: string | null,
  after: string,
  language: string,
): { readonly spoken: string; readonly note: string } {
  const chinese = isChinese(language);
  if (before === null) return { spoken: '', note: chinese ? `${label}：新增，${after}` : `${label}: new, ${after}` };
  return chinese
    ? { spoken: `（原为${before}）`, note: `${label}：${before} → ${after}` }
    : { spoken: ` (was ${before})`, note: `${label}: ${before} → ${after}` };
}

/** What is said of a paragraph whose wording is another; `before` is null for one that is new. */
export function rewordingNote(before: string | null, language: string): string {
  if (isChinese(language)) return before === null ? '新增文字' : `文字有修改，原文：${before}`;
  return before === null ? 'new text' : `changed text, was: ${before}`;
}

/** What is said of a picture that is another, and before what the speaker says. */
export const pictureNote = (kind: 'changed' | 'new', language: string): string =>
  `${changeWords(language).picture}${isChinese(language) ? '' : ' '}${changeWords(language).kinds[kind]}`;
export const speakerNote = (note: string, language: string): string =>
  isChinese(language) ? `备注 ${note}` : `notes: ${note}`;

/** Before what a chart showed earlier. */
export const revisedWord = (language: string): string => (isChinese(language) ? '修改：' : 'Changed: ');

/** Between parts that have marks inside. */
export const semicolon = (language: string): string => (isChinese(language) ? '；' : '; ');

/** Across the pages of a draft, where the report has no word of its own. */
export const draftWord = (language: string): string => (isChinese(language) ? '草稿' : 'DRAFT');

export const changeWords = (language: string): ChangeWords => (isChinese(language) ? chinese : english);

/** 修改3项数据、1处文字: how much of each there is, what there is none of left out. */
export function countChanges(
  counts: Readonly<Record<'changed' | 'added' | 'gone' | 'texts' | 'pictures' | 'pages', number>>,
  language: string,
): string {
  const said = isChinese(language)
    ? ([
        [counts.changed, (n: number) => `修改${n}项数据`],
        [counts.added, (n: number) => `新增${n}项数据`],
        [counts.gone, (n: number) => `删去${n}项数据`],
        [counts.texts, (n: number) => `文字修改${n}处`],
        [counts.pictures, (n: number) => `图片修改${n}处`],
        [counts.pages, (n: number) => `涉及幻灯片和页共${n}页`],
      ] as const)
    : ([
        [counts.changed, plural('changed figure')],
        [counts.added, plural('new figure')],
        [counts.gone, (n: number) => `${plural('figure')(n)} gone`],
        [counts.texts, plural('changed text')],
        [counts.pictures, plural('changed picture')],
        [counts.pages, (n: number) => `${n} slide${n === 1 ? ' or page' : 's and pages'} touched`],
      ] as const);
  const parts = said.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return isChinese(language) ? `${parts.join('，')}。` : `${parts.join(', ')}.`;
}

const plural =
  (noun: string) =>
  (count: number): string =>
    `${count} ${noun}${count === 1 ? '' : 's'}`;

/** 幻灯片第3、7页; slides 3, 7. A document without a word of its own has the word of its medium. */
export function pagesOf(document: DocumentFace | undefined, pages: readonly number[], language: string): string {
  const { medium, called } = document ?? {};
  if (isChinese(language)) return `${called ?? (medium === 'slides' ? '幻灯片' : '')}第${pages.join('、')}页`;
  return `${called ?? (medium === 'slides' ? 'slide' : 'page')}${pages.length === 1 ? '' : 's'} ${pages.join(', ')}`;
}

/** 幻灯片第3、7页；简报第2页: in the order of the documents. */
export function placesOf(
  places: readonly { readonly document: string; readonly page: number }[],
  documents: readonly DocumentFace[],
  language: string,
): string {
  const said = documents.flatMap((document) => {
    const here = places.filter((place) => place.document === document.kind);
    const pages = [...new Set(here.map(({ page }) => page))].sort((one, other) => one - other);
    return pages.length === 0 ? [] : [pagesOf(document, pages, language)];
  });
  return said.length === 0 ? changeWords(language).none : said.join(semicolon(language));
}

/** The unit of a difference between two values of a unit: shares in % differ by 个百分点. */
export const differenceUnit = (name: string, language: string): string => {
  const unit = unitOf(name === '%' ? '百分点' : name);
  return isChinese(language) ? unit.spoken : shortUnit(unit);
};

/** 王敏已于2025-01-31核准：… */
export function approvalSentence(
  { by, date, note }: { readonly by: string; readonly date: string; readonly note: string },
  language: string,
): string {
  const said = isChinese(language) ? `${by}已于${date}核准` : `Approved by ${by} on ${date}`;
  const rest = note === '' ? '' : `${isChinese(language) ? '：' : ': '}${note}`;
  return `${said}${rest}`;
}
