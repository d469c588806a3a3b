/** A GeoJSON (RFC 7946) or TopoJSON file of areas to their outlines in a plane. */
import { feature } from 'topojson-client';
import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { AreaMap, NamedOutline } from '../../../model/map/area-map.js';
import { middleOf } from './area-middle.js';
import { projectAreas, type AreaFeature } from './project-areas.js';
import { simplifyAreas } from './simplify-areas.js';

/** Why a file holds no areas: its message ends a sentence that begins with the file. */
export class NoAreas extends Error {}

type Json = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isMap(value)) return value;
  } catch (cause) {
    throw new NoAreas(`it is no JSON: ${(cause as Error).message.split('\n')[0]}`);
  }
  throw new NoAreas('it is no map of keys');
}

/** `object` names one of several in a TopoJSON file. */
function featuresOf(root: Json, object: string | null): readonly unknown[] {
  if (root['type'] === 'Topology') {
    const objects = isMap(root['objects']) ? root['objects'] : {};
    const names = Object.keys(objects);
    const name = object ?? names[0];
    if (name === undefined || names.length === 0) throw new NoAreas('its topology has no objects');
    if (!Object.hasOwn(objects, name)) throw new NoAreas(`it has no object "${name}", but ${names.join(', ')}`);
    try {
      const made = feature(root as unknown as Topology, objects[name] as GeometryObject) as unknown;
      return isMap(made) && made['type'] === 'FeatureCollection' ? (made['features'] as unknown[]) : [made];
    } catch {
      throw new NoAreas(`its object "${name}" cannot be read`);
    }
  }
  if (root['type'] === 'FeatureCollection' && Array.isArray(root['features'])) return root['features'] as unknown[];
  if (root['type'] === 'Feature') return [root];
  throw new NoAreas('it is neither GeoJSON with features nor TopoJSON');
}

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isRing = (value: unknown): boolean => Array.isArray(value) && value.length >= 4 && value.every(isPosition);
const isPolygon = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRing);

/** Points and lines (capitals, rivers) are passed over; null for those. */
function areaFeature(value: unknown, at: number): AreaFeature | null {
  const geometry = isMap(value) ? value['geometry'] : null;
  if (!isMap(geometry)) return null;
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  const isSound =
    type === 'Polygon' ? isPolygon(coordinates) : Array.isArray(coordinates) && coordinates.every(isPolygon);
  if (!isSound) throw new NoAreas(`feature ${at + 1} has coordinates that are no polygon`);
  return value as unknown as AreaFeature;
}

/** Texts and numbers of a feature, with its id. */
function propertiesOf({ properties, id }: { readonly properties: GeoJsonProperties; readonly id?: unknown }) {
  const said = Object.entries(properties ?? {}).concat(id === undefined ? [] : [['id', id]]);
  return Object.fromEntries(
    said.flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}

/** Throws `NoAreas` where the file holds none. */
export function readAreaMap(file: string, text: string, object: string | null): AreaMap {
  const features = featuresOf(parse(text), object).flatMap((value, at) => areaFeature(value, at) ?? []);
  if (features.length === 0) throw new NoAreas('it holds no polygons');
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const outlines = simplifyAreas(projectAreas(collection.features as AreaFeature[]));
  const areas = outlines.flatMap((rings, at): NamedOutline[] =>
    rings.length === 0 ? [] : [{ properties: propertiesOf(features[at]!), rings, middle: middleOf(rings) }],
  );
  if (areas.length === 0) throw new NoAreas('its polygons have no area');
  const points = areas.flatMap(({ rings }) => rings.flat());
  const farthest = (at: 0 | 1): number => points.reduce((most, point) => Math.max(most, point[at]), 1);
  return { file, width: farthest(0), height: farthest(1), areas };
}
