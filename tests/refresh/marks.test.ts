/** Arrows upon a chart, and tables beside one, in a deck that is refreshed: shapes that follow where they stand as built. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repack } from '../../src/refresh/repack.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';
import { deckOf } from './said-by.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const tableWith = (last: string): string => `年,甲,乙\n2023,40,60\n2024,${last},66\n`;
const stack = 'title: 构成\n    stack: stacked\n    table: parts\n    unit: 万元\n    beside: share';

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  writeFileSync(join(home.folder, 'report/tables/parts.csv'), tableWith('44'));
  home.edit('report.yaml', "title: 两项增长\n    figures: [grain, road]\n    value: change\n    unit: '%'", stack);
  home.edit(
    'report.yaml',
    'figures: figures.csv',
    'tables: { parts: { file: tables/parts.csv } }\nfigures: figures.csv',
  );
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
});
afterAll(() => home.remove());

describe('a chart with a table beside it', () => {
  it('that is as the report has it is not told of', async () => {
    const { stdout } = await refresh(built);
    expect(stdout).not.toContain('drawn as shapes');
  });

  it('whose numbers changed has what stands beside it where a new build has it, and in its words', async () => {
    writeFileSync(join(home.folder, 'report/tables/parts.csv'), tableWith('54'));
    await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
    const { stdout, deck } = await refresh(built);
    expect(stdout).toContain('44 → 54');
    expect(stdout).not.toContain('drawn as shapes');
    const now = home.bytes('now/deck.pptx');
    expect(drawn(deck())).toEqual(drawn(now));
    expect(drawn(built)).not.toEqual(drawn(now));
    expect((await refresh(deck())).stdout).toContain('nothing to refresh');
  });

  it('of which somebody has moved a line keeps that where it is, and says so', async () => {
    const [line] = /<p:cxnSp>(?:(?!<\/p:cxnSp>)[\s\S])*<a:off x="\d+" y="\d+"\/>/.exec(slideOf(built))!;
    const moved = line.replace(/y="(\d+)"\/>$/, (_all, y: string) => `y="${Number(y) + 40_000}"/>`);
    const { stdout, deck } = await refresh(withSlide(built, (xml) => xml.replace(line, moved)));
    expect(slideOf(deck())).toContain(/<a:off [^>]*>$/.exec(moved)![0]);
    expect(stdout).toContain('drawn as shapes: take it from a new build');
  });

  it('keeps the colour that somebody gave its lines, and follows a group that was moved as a whole', async () => {
    const edited = withSlide(built, (xml) =>
      xml.replace(/<p:grpSp>[\s\S]*?<\/p:grpSp>/, (group) =>
        group
          .replaceAll(
            /(<p:cxnSp>(?:(?!<\/p:cxnSp>)[\s\S])*<a:ln [^>]*>)<a:solidFill>.*?<\/a:solidFill>/g,
            '$1<a:solidFill><a:srgbClr val="123456"/></a:solidFill>',
          )
          .replace(/<a:off x="(\d+)"/, (_all, x: string) => `<a:off x="${Number(x) + 127_000}"`),
      ),
    );
    const { stdout, deck } = await refresh(edited);
    expect(stdout).not.toContain('drawn as shapes');
    expect(slideOf(deck())).toContain('123456');
    expect(drawn(deck()).slice(1)).toEqual(drawn(home.bytes('now/deck.pptx')).slice(1));
  });
});

/** The slide with the chart. */
const slideOf = (bytes: Uint8Array): string => deckOf(bytes).slides.find(({ xml }) => xml.includes('构成 +"'))!.xml;

/** Places and words of the group around the chart, the group itself first. */
const drawn = (bytes: Uint8Array): readonly string[] =>
  /<p:grpSp>[\s\S]*?<\/p:grpSp>/
    .exec(slideOf(bytes))![0]
    .match(/<a:off [^>]*>|<a:ext c[^>]*>|flip[HV]="1"|<a:t>[^<]*/g)!;

function withSlide(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const { pack, slides } = deckOf(bytes);
  const { path, xml } = slides.find((slide) => slide.xml.includes('构成 +"'))!;
  return repack(pack, new Map([[path, edit(xml)]]));
}
