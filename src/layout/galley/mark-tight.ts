/** Texts of a slide that would leave their boxes where a viewer's machine has wider fonts: programs may shrink them. */
import type { PageItem, TextItem } from '../../model/page.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import { setWidest, type WidestSetting } from './widest-setting.js';

export const markTight = (items: readonly PageItem[], setting: WidestSetting): readonly PageItem[] =>
  setting.widestFonts === undefined
    ? items
    : items.map((item) => (item.kind === 'text' && isTight(item, setting) ? { ...item, tight: true as const } : item));

/** Programs space Chinese and Latin, quotes and digits a little otherwise. */
const slack = 0.95;
/** What a line's width may be off by, in pt. */
const spare = 0.5;

function isTight({ box, inset, paragraphs }: TextItem, setting: WidestSetting): boolean {
  const width = (box.width - inset.left - inset.right) * slack;
  const set = paragraphs.map((paragraph) => setWidest(paragraph, width, setting));
  return (
    stackHeight(set) > box.height - inset.top - inset.bottom + spare ||
    set.some(({ lines }) => lines.some((line) => line.width > width + spare))
  );
}
