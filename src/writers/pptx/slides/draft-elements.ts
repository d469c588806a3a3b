/**
 * Elements of XML that pptxgenjs wrote, found by their tags. It has no comments, and in values of attributes `<` and
 * `>` are escaped; no element that is looked for stands in another of its name.
 */

/** Where an element stands in a text: from its `<` to behind its last `>`. */
export interface ElementPlace {
  readonly from: number;
  readonly to: number;
}

/** The first element of this name from a place on; null where there is none. */
export function findElement(xml: string, name: string, start = 0): ElementPlace | null {
  const tag = `<${name}`;
  for (let from = xml.indexOf(tag, start); from >= 0; from = xml.indexOf(tag, from + 1)) {
    const next = xml[from + tag.length];
    if (next !== '>' && next !== ' ' && next !== '/') continue;
    const opened = xml.indexOf('>', from);
    if (xml[opened - 1] === '/') return { from, to: opened + 1 };
    const closing = `</${name}>`;
    return { from, to: xml.indexOf(closing, opened) + closing.length };
  }
  return null;
}

export function elementsOf(xml: string, name: string): string[] {
  const elements: string[] = [];
  for (let place = findElement(xml, name); place !== null; place = findElement(xml, name, place.to))
    elements.push(xml.slice(place.from, place.to));
  return elements;
}

/** All elements of this name, and what stands around them, each written anew. */
export function mapElements(
  xml: string,
  name: string,
  change: (element: string) => string,
  between: (xml: string) => string = (same) => same,
): string {
  let mapped = '';
  let at = 0;
  for (let place = findElement(xml, name); place !== null; place = findElement(xml, name, at)) {
    mapped += between(xml.slice(at, place.from)) + change(xml.slice(place.from, place.to));
    at = place.to;
  }
  return mapped + between(xml.slice(at));
}

/** Another in the place of the first of this name; the text as it is where it has none. */
export function replaceElement(xml: string, name: string, anew: string): string {
  const place = findElement(xml, name);
  return place === null ? xml : xml.slice(0, place.from) + anew + xml.slice(place.to);
}

/** A text body's paragraphs, with what stands before and behind them. */
export function aroundParagraphs(xml: string): readonly [head: string, paragraphs: string, tail: string] {
  const from = xml.indexOf('<a:p>');
  const to = xml.lastIndexOf('</a:p>') + '</a:p>'.length;
  return from < 0 ? [xml, '', ''] : [xml.slice(0, from), xml.slice(from, to), xml.slice(to)];
}
