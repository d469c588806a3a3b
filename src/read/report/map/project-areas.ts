/** Areas of the globe in a plane, each as large as it is: d3-geo's equal-area projections. */
import { geoArea, geoBounds, geoConicEqualArea, geoEqualEarth, geoIdentity, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { MapPoint } from '../../../model/map/area-map.js';

export type AreaFeature = Feature<Polygon | MultiPolygon>;

/** Width of the plane, in its units. */
export const planeWidth = 1000;
/** Degrees of longitude beyond which a map shows the world. */
const worldWide = 180;

const isDegrees = ([x = 0, y = 0]: Position): boolean => Math.abs(x) <= 360 && Math.abs(y) <= 90.001;

const polygonsOf = ({ geometry }: AreaFeature): readonly (readonly Position[][])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/**
 * RFC 7946 turns outer rings against the clock, many files with it, and d3-geo takes a ring that turns the wrong way as
 * all of the globe but its inside: no area of a report is larger than half of it.
 */
function wound(feature: AreaFeature): AreaFeature {
  const turned = (ring: Position[], isHole: boolean): Position[] => {
    const isInside = geoArea({ type: 'Polygon', coordinates: [ring] }) <= 2 * Math.PI;
    return isInside === isHole ? [...ring].reverse() : ring;
  };
  return {
    ...feature,
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(feature).map((rings) => rings.map((ring, at) => turned(ring, at > 0))),
    },
  };
}

/** Cones for a part of the globe, with their parallels a sixth inside its edges; Equal Earth for the world. */
function projectionFor(areas: FeatureCollection<Polygon | MultiPolygon>): GeoProjection {
  const [[west, south], [east, north]] = geoBounds(areas);
  const across = (east - west + 360) % 360 || 360;
  if (across > worldWide) return geoEqualEarth();
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + across / 2), 0])
    .center([0, (south + north) / 2]);
}

/** Collects what d3-geo draws as rings. */
class RingPen {
  readonly rings: MapPoint[][] = [];
  beginPath(): void {
    this.rings.length = 0;
  }
  moveTo(x: number, y: number): void {
    this.rings.push([[x, y]]);
  }
  lineTo(x: number, y: number): void {
    this.rings.at(-1)!.push([x, y]);
  }
  arc(): void {
    // Points have no area.
  }
  closePath(): void {
    // All rings are closed.
  }
}

/**
 * Rings of each feature in a plane `planeWidth` wide, y downwards. Coordinates that are no degrees are plane already.
 */
export function projectAreas(features: readonly AreaFeature[]): readonly (readonly (readonly MapPoint[])[])[] {
  const isGlobe = features.every((feature) =>
    polygonsOf(feature).every((rings) => rings.every((ring) => ring.every(isDegrees))),
  );
  const areas: FeatureCollection<Polygon | MultiPolygon> = {
    type: 'FeatureCollection',
    features: isGlobe ? features.map(wound) : [...features],
  };
  // Points between those of the file would not be the same from both sides of a border.
  const projection = isGlobe ? projectionFor(areas).precision(0) : geoIdentity().reflectY(true);
  const drawn = areas.features.map((feature) => {
    const pen = new RingPen();
    geoPath(projection, pen)(feature);
    return pen.rings.filter((ring) => ring.length > 2);
  });
  return inPlane(drawn);
}

/** Moved to the plane's top left, and as wide as it is. */
function inPlane(areas: readonly (readonly (readonly MapPoint[])[])[]): readonly (readonly (readonly MapPoint[])[])[] {
  const points = areas.flat(2);
  const ends = (at: 0 | 1): readonly [number, number] =>
    points.reduce(([low, high], point) => [Math.min(low, point[at]), Math.max(high, point[at])], [Infinity, -Infinity]);
  const [left, right] = ends(0);
  const [top, bottom] = ends(1);
  const scale = planeWidth / Math.max(right - left, (bottom - top) / 4, 1e-12);
  return areas.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): MapPoint => [(x - left) * scale, (y - top) * scale])),
  );
}
