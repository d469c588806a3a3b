/**
 * Pages to one HTML file that needs nothing else: no script, no request. Text is text in subsets of the report's own
 * fonts, charts are vectors, the structure of the pages is ARIA. What a speaker says is not in it: the file is made to
 * be sent.
 */
import type { Page, PageSet } from '../../model/page.js';
import { contentsWord, pageName } from '../../locale/page-words.js';
import type { WriteContext } from '../job/write-context.js';
import { fitPictures } from '../job/fit-pictures.js';
import { fontFaces, pageStyle } from '../svg/page-style.js';
import { attributesOf, escapeMarkup } from '../svg/svg-markup.js';
import { svgPages } from '../svg/svg-pages.js';
import { WebFonts, type WebFont } from '../svg/web-fonts.js';

export async function writeHtml(pages: PageSet, context: WriteContext): Promise<Uint8Array> {
  const web = new WebFonts();
  const labelOf = (page: Page): string => pageLabel(pages, page);
  const drawn = await svgPages(pages, context, {
    web,
    prefix: 'p',
    labelOf,
    addressOf: (bytes, type) => dataUrl(bytes, type),
    pixelsOf: await (context.pictures?.all() ?? fitPictures(pages, context, true)),
    pageAddress: (page) => `#${pageId(page)}`,
  });
  const sections = drawn.map(
    ({ markup }, index) => `<section${attributesOf({ id: pageId(index) })}>${markup}</section>`,
  );
  return Buffer.from(documentOf(pages, web.all(), sections), 'utf8');
}

const pageId = (index: number): string => `page-${index + 1}`;

/** `第3页：经济发展稳健`, for whoever jumps from page to page without seeing them. */
const pageLabel = ({ kind, meta }: PageSet, { label, title, chapter }: Page): string =>
  [pageName(kind, label, meta.language), title ?? chapter ?? ''].filter((part) => part !== '').join(' ');

const dataUrl = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

function documentOf(pages: PageSet, fonts: readonly WebFont[], sections: readonly string[]): string {
  const { meta, outline } = pages;
  return [
    '<!doctype html>',
    `<html${attributesOf({ lang: meta.language })}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    // No script, no request: what data could smuggle in stays without effect.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">`,
    `<title>${escapeMarkup(meta.title)}</title>`,
    `<meta${attributesOf({ name: 'author', content: meta.author })}>`,
    `<meta${attributesOf({ name: 'description', content: meta.subject })}>`,
    `<style>\n${fontFaces(fonts, (font) => dataUrl(font.bytes(), 'font/ttf'))}\n${pageStyle}\n${documentStyle(pages)}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escapeMarkup(meta.title)}</h1>${contents(outline, meta.language)}</header>`,
    '<main>',
    ...sections,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Chapters with what is in them, each under the number of its page; shut until somebody asks for it. */
function contents(outline: PageSet['outline'], language: string): string {
  const entries = outline.filter(({ level }) => level <= 2);
  if (entries.length === 0) return '';
  const parts: string[] = [];
  let isWithin = false;
  for (const [index, { title, page, level }] of entries.entries()) {
    if (level === 1 && isWithin) parts.push('</ol></li>');
    const holds = level === 1 && entries[index + 1]?.level === 2;
    parts.push(`<li value="${page + 1}"><a href="#${pageId(page)}">${escapeMarkup(title)}</a>`);
    parts.push(holds ? '<ol>' : '</li>');
    if (level === 1) isWithin = holds;
  }
  if (isWithin) parts.push('</ol></li>');
  const word = escapeMarkup(contentsWord(language));
  return `<details><summary>${word}</summary><nav aria-label="${word}"><ol>${parts.join('')}</ol></nav></details>`;
}

/** On screen pages stand in one column; printed, each is a sheet of its own size. */
function documentStyle({ pages }: PageSet): string {
  const { width, height } = pages[0]?.size ?? { width: 595, height: 842 };
  return [
    ':root{color-scheme:light}',
    'body{margin:0;background:#e8eaec;color:#1b2a2f;font:15px/1.6 system-ui,sans-serif}',
    `main,header{max-width:${Math.round(Math.min(width, 960) * 1.25)}px;margin:0 auto;padding:16px}`,
    'h1{margin:0 0 4px;font-size:20px}summary{cursor:pointer;padding:6px 0}summary:focus-visible,a:focus-visible{outline:2px solid #0b4f8a}',
    'nav ol{margin:0;padding-left:2.2em}nav>ol{columns:2 300px;column-gap:32px}nav>ol>li{break-inside:avoid;margin-bottom:6px}nav a{color:#0b4f8a}',
    'section{margin:0 0 16px;box-shadow:0 1px 4px rgb(0 0 0/.25);background:#fff}',
    'section svg{display:block;width:100%;height:auto}',
    `@page{size:${width}pt ${height}pt;margin:0}`,
    '@media print{body{background:none}header{display:none}main{max-width:none;padding:0}section{margin:0;box-shadow:none;break-after:page}}',
  ].join('\n');
}
