/** Files of areas for maps: GeoJSON, TopoJSON, plane coordinates, and what is none of them. */
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { areaOf } from '../../src/read/report/map/area-middle.js';
import { readAreaMap } from '../../src/read/report/map/read-area-map.js';

type Ring = readonly (readonly [number, number])[];
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (name: string, ring: Ring, hole?: Ring) => ({
  type: 'Feature' as const,
  properties: { name, code: 7 },
  geometry: { type: 'Polygon' as const, coordinates: [ring, ...(hole === undefined ? [] : [hole])] },
});
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const read = (value: unknown, object: string | null = null) =>
  readAreaMap('a.json', typeof value === 'string' ? value : JSON.stringify(value), object);
const sizes = (map: ReturnType<typeof read>): readonly number[] =>
  map.areas.map(({ rings }) => rings.reduce((sum, ring) => sum + Math.abs(areaOf(ring)), 0));

describe('a file of areas', () => {
  const east = feature('East', square(11, 50, 1));
  const west = feature('West', square(10, 50, 1));

  it('says names and codes of its areas, north at the top', () => {
    const south = feature('South', square(10, 49, 1));
    const map = read(
      collection(west, south, { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } }),
    );
    expect(map.areas.map(({ properties }) => properties)).toEqual([
      { name: 'West', code: '7' },
      { name: 'South', code: '7' },
    ]);
    expect(map.areas[0]!.middle[1]).toBeLessThan(map.areas[1]!.middle[1]);
  });

  it.each([
    ['with the clock', [...square(10, 50, 1)].reverse()],
    ['against it', square(10, 50, 1)],
  ])('has areas whose rings turn %s', (_how, ring) => {
    const [one, other] = sizes(read(collection(feature('West', ring), east)));
    expect(one! / other!).toBeCloseTo(1, 1);
  });

  it('shows areas as large as they are, however far north', () => {
    const [low, high] = sizes(read(collection(feature('Low', square(10, 40, 2)), feature('High', square(10, 60, 2)))));
    // A degree of longitude is as wide as the cosine of its latitude.
    expect(high! / low!).toBeCloseTo(Math.cos((61 * Math.PI) / 180) / Math.cos((41 * Math.PI) / 180), 1);
  });

  it('keeps what crosses the date line together', () => {
    const { width, height } = read(collection(feature('A', square(178, -18, 2)), feature('B', square(-180, -18, 2))));
    expect(width / height).toBeLessThan(3);
  });

  it('cuts holes out', () => {
    const [holed, whole] = sizes(
      read(collection(feature('Holed', square(10, 50, 1), [...square(10.25, 50.25, 0.5)].reverse()), east)),
    );
    // The hole is counted as a ring of its own.
    expect(holed! / whole!).toBeCloseTo(1.25, 1);
  });

  it('is taken as it is where its coordinates are no degrees', () => {
    const map = read(collection(feature('Plane', square(500_000, 3_300_000, 1000))));
    expect(map.width / map.height).toBeCloseTo(1);
  });

  it('may be TopoJSON, of which one object is asked for', () => {
    const net = topology({
      towns: collection(west, east) as never,
      lakes: collection(feature('Lake', square(10.2, 50.2, 0.1))) as never,
    });
    expect(read(net).areas.map(({ properties }) => properties['name'])).toEqual(['West', 'East']);
    expect(read(net, 'lakes').areas).toHaveLength(1);
    expect(() => read(net, 'seas')).toThrow('it has no object "seas", but towns, lakes');
    expect(() => read({ type: 'Topology', objects: {}, arcs: [] })).toThrow('its topology has no objects');
  });

  it('leaves points out that nobody sees, and a border stays one', () => {
    const border = Array.from({ length: 400 }, (_, at) => [11 + Math.sin(at) * 0.0001, 50 + at / 399] as const);
    const left: Ring = [[10, 50], ...border, [10, 51], [10, 50]];
    const right: Ring = [[12, 51], ...[...border].reverse(), [12, 50], [12, 51]];
    const map = read(collection(feature('Left', left), feature('Right', right)));
    const [one, other] = map.areas.map(({ rings }) => rings.flat());
    expect(one!.length).toBeLessThan(60);
    const shared = one!.filter(([x, y]) => other!.some(([otherX, otherY]) => x === otherX && y === otherY));
    expect(shared.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['nothing', '', 'it is no JSON'],
    ['a list', '[]', 'it is no map of keys'],
    [
      'points alone',
      collection({ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [1, 2] } }),
      'it holds no polygons',
    ],
    ['another kind of file', { type: 'Report' }, 'it is neither GeoJSON'],
    [
      'rings that are none',
      collection({ ...west, geometry: { type: 'Polygon', coordinates: [[[1, 'x']]] } }),
      'feature 1 has coordinates',
    ],
    [
      'an area of no size',
      collection(
        feature('None', [
          [1, 1],
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
      ),
      'area',
    ],
  ])('that holds %s is told', (_what, value, why) => {
    expect(() => read(value)).toThrow(why);
  });
});
