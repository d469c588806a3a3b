/** What a deck says, slide by slide, and what it looks like without its words. */
import type { EditedDeck } from '../../src/powerpoint/edited/edited-deck.js';
import { readChart } from '../../src/powerpoint/edited/chart-part.js';
import { readEditedDeck, readPart } from '../../src/powerpoint/edited/read-edited-deck.js';
import { readWorkbook } from '../../src/powerpoint/edited/workbook.js';
import { relationsOf } from '../../src/powerpoint/package/relations.js';

export function deckOf(bytes: Uint8Array): EditedDeck {
  const deck = readEditedDeck(bytes);
  if (typeof deck === 'string') throw new Error(deck);
  return deck;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '');

/** All words and numbers, of charts and their workbooks too; a chart's rows in any order, for that is a person's. */
export function saidBy(bytes: Uint8Array): readonly string[] {
  const deck = deckOf(bytes);
  return deck.slides.flatMap((slide) => {
    const at = `${slide.number}`;
    return [
      ...slide.shapes.flatMap((shape): string[] => {
        // A name's number only tells it from others of its slide.
        const alt = `${at} ${shape.name.replace(/ \d+$/, '')} alt ${plain(shape.alt)}`;
        // Lines, dots and scales say nothing.
        if (shape.kind === 'text' && shape.alt === '' && shape.paragraphs.every(({ text }) => plain(text) === ''))
          return [];
        if (shape.kind === 'text') return [alt, ...shape.paragraphs.map(({ text }) => `${at} ${plain(text)}`)];
        if (shape.kind === 'table')
          return [
            alt,
            ...shape.table.rows.map(
              ({ cells }) =>
                `${at} row ${cells.map(({ paragraphs }) => paragraphs.map(({ text }) => plain(text)).join('/')).join('|')}`,
            ),
          ];
        if (shape.kind === 'chart' && shape.part !== null)
          return [alt, ...chartSays(deck, shape.part).map((line) => `${at} ${line}`)];
        return [alt];
      }),
      ...slide.groups.map(({ name, alt }) => `${at} ${name} alt ${plain(alt)}`),
      ...(slide.notes?.paragraphs ?? []).map(({ text }) => `${at} notes ${plain(text)}`),
    ];
  });
}

function chartSays(deck: EditedDeck, path: string): readonly string[] {
  const chart = readChart(readPart(deck.pack, path)!.root);
  const relation = relationsOf(deck.pack, path).find(({ id }) => id === chart.workbook);
  const book = relation === undefined ? null : readWorkbook(deck.pack.bytes(relation.target)!, chart.sheet);
  return [
    ...chart.series.map(({ name, values, categories }) => {
      const heads = new Map((categories?.points ?? []).map(({ index, text }) => [index, text]));
      const cells = (values?.points ?? []).map(({ index, text }) => `${heads.get(index) ?? ''}=${text}`);
      return `${name?.points[0]?.text}: ${cells.sort().join(', ')}`;
    }),
    ...[...(book?.cells ?? [])]
      .map(
        ([key, { value }]) =>
          `${String(book?.cells.get(`0:${key.split(':')[1]}`)?.value)} ${key.split(':')[0]} = ${String(value)}`,
      )
      .sort(),
  ];
}

/**
 * The slides without words: runs joined where they look alike, what only a build says left out, and where the dots and
 * bars stand that show a figure.
 */
export const looksOf = (bytes: Uint8Array): readonly string[] =>
  deckOf(bytes).slides.map(({ xml }) =>
    xml
      .replaceAll(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*? name="标尺[\s\S]*?<\/p:sp>/g, (shape) =>
        shape.replaceAll(/<a:(?:off|ext) [^>]*>/g, ''),
      )
      // Arrows and lines upon a chart stand where its bars end.
      .replaceAll(/<p:grpSp><p:nvGrpSpPr><p:cNvPr [^>]*? name="[^"]* \+"[\s\S]*?<\/p:grpSp>/g, (group) =>
        group.replaceAll(/<a:(?:off|ext) [^>]*>| flip[HV]="1"|<a:pathLst>[\s\S]*?<\/a:pathLst>/g, ''),
      )
      .replaceAll(/<a:t>[^<]*<\/a:t>/g, '<a:t/>')
      .replaceAll(/ descr="[^"]*"/g, '')
      // A mark of a chart is named for the number that it says.
      .replaceAll(/ name="[-+−]?\d[^"]*"/g, '')
      .replaceAll(/<briefkit:slide[\s\S]*?<\/briefkit:slide>/g, ''),
  );
