/** What a placeholder is filled with: its own fill, else what it inherits from its master. */
import { colorElement, opacityOf, resolveColor, type ColorContext } from './color.js';
import { fillElement } from './fill-element.js';
import { childOf, findElement, type XmlElement } from '../xml/parse-xml.js';

/**
 * Of a gradient its first colour. A fill that says that there is none ends the search, as a picture does.
 *
 * @param shapes the layout's placeholder, then the master's that lends to it, each with what its colours stand for
 */
export function placeholderFill(
  shapes: readonly { readonly shape: XmlElement | null; readonly colors: ColorContext }[],
): { readonly fill: string | null; readonly opacity: number } {
  for (const { shape, colors } of shapes) {
    const fill = fillElement(childOf(shape, 'p:spPr'));
    if (fill === null) continue;
    const color = colorElement(fill) ?? colorElement(findElement(fill, 'a:gsLst', 'a:gs'));
    return { fill: resolveColor(color, colors), opacity: opacityOf(color) };
  }
  return { fill: null, opacity: 1 };
}
