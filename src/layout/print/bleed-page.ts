/** Lets what touches a page's edge go on beyond it, so that a cut a little off leaves no white line. */
import type { Box, Pt, Size } from '../../model/length.js';
import type { Page, PageItem, PictureItem } from '../../model/page.js';

/** What stands nearer to the edge than this, in pt, touches it. */
const touch = 0.5;

export const bleedPage = (page: Page, bleed: Pt): Page =>
  bleed === 0 ? page : { ...page, items: page.items.map((item) => bleedItem(item, page.size, bleed)) };

const bleedItem = (item: PageItem, page: Size, bleed: Pt): PageItem => {
  if (item.kind === 'picture') return bleedPicture(item, growAtEdges(item.box, page, bleed));
  return item.kind === 'shape' && item.shape === 'rect' && item.stroke === null
    ? { ...item, box: growAtEdges(item.box, page, bleed) }
    : item;
};

/** A picture keeps its proportions: what it gains in width it loses from its crop in height, or the other way round. */
const bleedPicture = (item: PictureItem, box: Box): PictureItem => {
  const wider = box.width / box.height / (item.box.width / item.box.height);
  const { x, y, width, height } = item.crop;
  const crop =
    wider > 1
      ? { x, y: y + (height * (1 - 1 / wider)) / 2, width, height: height / wider }
      : { x: x + (width * (1 - wider)) / 2, y, width: width * wider, height };
  return { ...item, box, crop };
};

const growAtEdges = ({ x, y, width, height }: Box, page: Size, bleed: Pt): Box => {
  const left = x <= touch ? x + bleed : 0;
  const top = y <= touch ? y + bleed : 0;
  const right = x + width >= page.width - touch ? page.width + bleed - x - width : 0;
  const bottom = y + height >= page.height - touch ? page.height + bleed - y - height : 0;
  return { x: x - left, y: y - top, width: width + left + right, height: height + top + bottom };
};
