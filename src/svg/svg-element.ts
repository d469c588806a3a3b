/** An element of an SVG as parsed: no more than what a drawing needs, each with its place. */

export interface SvgElement {
  /** Without a prefix: path, linearGradient. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** What a `style` element says; empty for any other. */
  readonly text: string;
  /** Where its `<` stands in the file, in UTF-16 units from 0. */
  readonly offset: number;
}

/** A reference within the file, `#sky` or `url(#sky)`; null where there is none. */
export const referenceOf = (value: string | undefined): string | null =>
  /^\s*(?:#([^\s)]+)|url\(\s*['"]?#([^\s'")]+)['"]?\s*\))/
    .exec(value ?? '')
    ?.slice(1)
    .find((id) => id !== undefined) ?? null;

/** What `href` names; older files write it with a prefix. */
export const targetOf = ({ attributes }: SvgElement): string | null =>
  referenceOf(attributes['href'] ?? attributes['xlink:href']);
