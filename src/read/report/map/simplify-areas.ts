/** Outlines with no more points than are seen. A border that two areas share stays one: it is simplified once. */
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MapPoint } from '../../../model/map/area-map.js';
import { areaOf } from './area-middle.js';

type Rings = readonly (readonly MapPoint[])[];

/** Points of all areas, beyond which more are left out: a slide holds each as text. */
const mostPoints = 8000;
/** Places along each side that points are told apart by. */
const grid = 20_000;
/** An island smaller than this, in square units of a plane 1000 wide, is a speck; an area keeps its largest part. */
const leastIsland = 1.5;
/** Visvalingam's weight of a point that nobody misses, in the same units. */
const leastWeight = 0.4;

const asFeatures = (areas: readonly Rings[]): FeatureCollection<MultiPolygon> => ({
  type: 'FeatureCollection',
  features: areas.map((rings) => ({
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'MultiPolygon',
      coordinates: rings.map((ring) => [[...ring, ring[0]!].map(([x, y]) => [x, y])]),
    },
  })),
});

const withoutSpecks = (rings: Rings): Rings => {
  const sizes = rings.map((ring) => Math.abs(areaOf(ring)) / 2);
  const largest = Math.max(...sizes);
  return rings.filter((ring, at) => ring.length > 2 && (sizes[at]! >= leastIsland || sizes[at] === largest));
};

/** As many places behind the point as are seen on a page. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export function simplifyAreas(areas: readonly Rings[]): readonly Rings[] {
  const cut = areas.map((rings) => withoutSpecks(rings.filter((ring) => areaOf(ring) !== 0)));
  const net = presimplify(topology({ areas: asFeatures(cut) }, grid) as Topology<{ areas: GeometryCollection }>);
  const points = net.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const weight = Math.max(leastWeight, points <= mostPoints ? 0 : quantile(net, 1 - mostPoints / points));
  const simple = simplify(net, weight);
  const collection = feature(simple, simple.objects.areas) as unknown as FeatureCollection<MultiPolygon>;
  return collection.features.map(({ geometry }, at) => {
    const rings = geometry.coordinates.map(([ring = []]) =>
      ring.slice(0, -1).map(([x = 0, y = 0]): MapPoint => [rounded(x), rounded(y)]),
    );
    const left = withoutSpecks(rings.filter((ring) => ring.length > 2 && areaOf(ring) !== 0));
    // What is smaller than a point of the grid keeps its few points.
    return left.length > 0 ? left : cut[at]!;
  });
}
