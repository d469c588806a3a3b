/**
 * The table style that a template gives its tables. One of the template's own comes first, that which its sample slides
 * use most; then the one with which a new table begins.
 */
import { childrenOf, type XmlElement } from '../xml/parse-xml.js';
import { builtInTableStyle, isBuiltIn, usualTableStyle } from './built-in-table-styles.js';

export interface TemplateTableStyle {
  /** As `a:tableStyleId` names it. */
  readonly id: string;
  readonly style: XmlElement;
}

/**
 * Null where the template's tables begin with a style that is neither in the file nor known here.
 * @param list the part of table styles; null where there is none. @param uses how often sample slides name each style.
 */
export function chooseTableStyle(
  list: XmlElement | null,
  uses: ReadonlyMap<string, number>,
): TemplateTableStyle | null {
  const defined = childrenOf(list, 'a:tblStyle').flatMap(
    (style): readonly (TemplateTableStyle & { name: string })[] => {
      const id = style.attributes['styleId'];
      return id === undefined ? [] : [{ id, style, name: style.attributes['styleName'] ?? '' }];
    },
  );
  const own = defined.filter(({ id, name }) => !isBuiltIn(id, name));
  const usesOf = ({ id }: TemplateTableStyle): number => uses.get(id) ?? 0;
  const begin = list?.attributes['def'] ?? usualTableStyle;
  const best = own.find(({ id }) => id === begin) ?? [...own].sort((one, other) => usesOf(other) - usesOf(one))[0];
  if (best !== undefined) return best;
  const named = defined.find(({ id }) => id === begin);
  if (named !== undefined) return named;
  const known = builtInTableStyle(begin);
  return known === null ? null : { id: begin, style: known };
}
