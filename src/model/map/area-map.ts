/** The areas of a map in a plane: what a map chart draws. */

/** In units of the map, y downwards. */
export type MapPoint = readonly [x: number, y: number];

export interface MapOutline {
  /** Closed, the last point not the first again; one within another is a hole. */
  readonly rings: readonly (readonly MapPoint[])[];
  /** The place inside its largest ring that is farthest from its edge. */
  readonly middle: MapPoint;
}

export interface NamedOutline extends MapOutline {
  /** What the file says of it, as text, by key: names, codes. */
  readonly properties: Readonly<Record<string, string>>;
}

/** As a file holds it, projected. */
export interface AreaMap {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly areas: readonly NamedOutline[];
}

/** Bound to the rows of a chart. */
export interface ChartMap {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly (MapOutline & {
    readonly name: string;
    /** Index of its category; null where the chart has no number for it. */
    readonly category: number | null;
  })[];
}
