/** The gallery of a report's tables as the page shows it: each chart drawn, with the spec that makes it. */
import type { Effects } from '../compile.js';
import { drawableTables, tableTitle, tryCharts, type Gallery } from '../gallery/try-charts.js';
import type { PageSet } from '../model/page.js';
import { svgPages } from '../writers/svg/svg-pages.js';
import { fontsOf } from './describe-state.js';
import type { PreviewSession } from './preview-session.js';
import type { GalleryState } from './protocol.js';

/** @param asked the table's id; the first that can be drawn where there is no such. */
export async function describeGallery(
  session: PreviewSession,
  asked: string,
  effects: Effects,
): Promise<GalleryState | null> {
  const { sound } = session;
  if (sound === null) return null;
  const { data } = sound;
  const tables = drawableTables(data);
  const table = tables.find(({ id }) => id === asked) ?? tables[0] ?? null;
  const gallery = table === null ? null : await tryCharts({ report: session.report, data, table }, effects);
  const drawings = gallery === null ? [] : await drawCharts(gallery, session);
  return {
    tables: tables.map((each) => ({ id: each.id, title: tableTitle(each) })),
    table: table?.id ?? null,
    charts: gallery?.charts.map(({ name, spec }, index) => ({ name, spec, drawing: drawings[index]! })) ?? [],
    unsuited: gallery?.unsuited.map(({ name, why }) => ({ name, why })) ?? [],
    fonts: fontsOf(session),
  };
}

/** Each chart as a page of its own size. */
async function drawCharts({ charts, pages, drawnWith }: Gallery, session: PreviewSession): Promise<readonly string[]> {
  if (pages === null || drawnWith === null) return [];
  const cards: PageSet = {
    ...pages,
    pages: charts.map(({ item }) => ({
      ...pages.pages[0]!,
      size: { width: item.box.width, height: item.box.height },
      background: { slot: 'lt1' },
      layout: '',
      items: [{ ...item, box: { ...item.box, x: 0, y: 0 } }],
    })),
  };
  const { fonts, memo, plugins } = drawnWith('deck');
  const drawn = await svgPages(
    cards,
    { fonts, memo, plugins, tell: () => undefined },
    {
      web: session.web,
      prefix: 'gallery-',
      labelOf: (_page, index) => charts[index]!.name,
      addressOf: session.publish,
      pixelsOf: (picture) => picture,
      pageAddress: () => '#',
    },
  );
  return drawn.map(({ markup }) => markup);
}
