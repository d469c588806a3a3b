/**
 * Colours of a card that comes into another row: a build gives the first row another ground. One of the build's own
 * looks on the slide is nobody's choice, and gives way to the one that the report has there; any other stays.
 */
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import { childOf, everyElement, findElement, type XmlElement } from '../../powerpoint/xml/parse-xml.js';

/** A ground as it can be compared; null for a shape that has none of one colour. */
export function groundOf(shape: XmlElement): string | null {
  const fill = findElement(shape, 'p:spPr', 'a:solidFill');
  return fill === null ? null : described(fill);
}

const described = ({ name, attributes, children }: XmlElement): string =>
  JSON.stringify([name, attributes, children.map(described)]);

/**
 * @param shape in `xml`
 * @param fresh the same in `freshXml`
 * @param grounds those that the report's slide has
 */
export function lookSplices(
  shape: XmlElement,
  { fresh, freshXml, grounds }: { fresh: XmlElement; freshXml: string; grounds: ReadonlySet<string> },
): readonly Splice[] {
  const [own, other] = [groundOf(shape), groundOf(fresh)];
  if (own === null || other === null || own === other || !grounds.has(own)) return [];
  const [runs, others] = [runsOf(shape), runsOf(fresh)];
  if (runs.length !== others.length) return [];
  const fills = [
    [findElement(shape, 'p:spPr', 'a:solidFill'), findElement(fresh, 'p:spPr', 'a:solidFill')] as const,
    ...runs.map((run, index) => [fillOf(run), fillOf(others[index]!)] as const),
  ];
  return fills.flatMap(([before, after]) =>
    before === null || after === null
      ? []
      : [{ start: before.start, end: before.end, text: freshXml.slice(after.start, after.end) }],
  );
}

const runsOf = (shape: XmlElement): readonly XmlElement[] =>
  [...everyElement(shape)].filter(({ name }) => name === 'a:r');

const fillOf = (run: XmlElement): XmlElement | null => childOf(childOf(run, 'a:rPr'), 'a:solidFill');
