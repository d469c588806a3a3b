/** What a report says of where its slides land on a template, over what would be chosen. */

export interface LayoutMapping {
  /** Index among the template's layouts. */
  readonly layout?: number;
  /** Region of the bundle's layout → `idx` of the placeholder. */
  readonly placeholders: Readonly<Record<string, number>>;
}

/** By the names of the bundle's layouts. */
export type Mapping = Readonly<Record<string, LayoutMapping>>;
