import { isPlainObject, type PlainObject } from '../engine/document';
import { invalidParam } from './ejson';

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];

const EARTH_RADIUS_METRES = 6_378_100;

/** Great-circle distance in metres. */
export function distanceMetres([fromLng, fromLat]: Position, [toLng, toLat]: Position): number {
  const half =
    Math.sin(radians(toLat - fromLat) / 2) ** 2 +
    Math.cos(radians(fromLat)) *
      Math.cos(radians(toLat)) *
      Math.sin(radians(toLng - fromLng) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half));
}

/** The position of a GeoJSON point; undefined for anything else. */
export function positionOf(value: unknown): Position | undefined {
  if (!isPlainObject(value) || value['type'] !== 'Point') return undefined;
  return asPosition(value['coordinates']);
}

export interface NearDemand {
  readonly center: Position;
  readonly minMetres: number;
  readonly maxMetres: number;
}

export function parseNear(operand: unknown): NearDemand {
  const near = isPlainObject(operand) ? operand : {};
  const center = positionOf(near['$geometry']);
  if (center === undefined) throw invalidParam('$nearSphere needs a $geometry that is a Point');
  return {
    center,
    minMetres: numberOr(near['$minDistance'], 0),
    maxMetres: numberOr(near['$maxDistance'], Infinity),
  };
}

/** Tests points against `$geoWithin`: a polygon, several, or a circle of radians. */
export function parseWithin(operand: unknown): (position: Position) => boolean {
  const within = isPlainObject(operand) ? operand : {};
  const circle = within['$centerSphere'];
  if (Array.isArray(circle)) {
    const center = asPosition(circle[0]);
    const radius = numberOr(circle[1], NaN) * EARTH_RADIUS_METRES;
    if (center === undefined || Number.isNaN(radius)) throw invalidParam('wrong $centerSphere');
    return (position) => distanceMetres(center, position) <= radius;
  }
  const polygons = polygonsOf(within['$geometry']);
  if (polygons === undefined) throw invalidParam('$geoWithin needs a Polygon or MultiPolygon');
  return (position) => polygons.some((polygon) => isInside(position, polygon));
}

/** Tests points against `$geoIntersects`; only points and polygons are supported as the shape. */
export function parseIntersects(operand: unknown): (position: Position) => boolean {
  const geometry = isPlainObject(operand) ? operand['$geometry'] : undefined;
  const point = positionOf(geometry);
  if (point !== undefined) return ([lng, lat]) => lng === point[0] && lat === point[1];
  const polygons = polygonsOf(geometry);
  if (polygons !== undefined) {
    return (position) => polygons.some((polygon) => isInside(position, polygon));
  }
  const type = isPlainObject(geometry) ? String(geometry['type']) : typeof geometry;
  throw invalidParam(`the local cloud does not support $geoIntersects with a ${type}`);
}

type Ring = readonly Position[];

function polygonsOf(geometry: unknown): readonly (readonly Ring[])[] | undefined {
  if (!isPlainObject(geometry)) return undefined;
  const { type, coordinates } = geometry as PlainObject & { coordinates: unknown };
  if (type === 'Polygon') return [coordinates as Ring[]];
  return type === 'MultiPolygon' ? (coordinates as Ring[][]) : undefined;
}

/** Inside the first ring and in none of the others, which are holes. */
function isInside(position: Position, [outer = [], ...holes]: readonly Ring[]): boolean {
  return isInRing(position, outer) && !holes.some((hole) => isInRing(position, hole));
}

/** Counts how often a ray to the east crosses the ring. */
function isInRing([lng, lat]: Position, ring: Ring): boolean {
  let inside = false;
  ring.forEach(([endLng, endLat], index) => {
    const [startLng, startLat] = ring.at(index - 1) ?? [endLng, endLat];
    const crosses =
      endLat > lat !== startLat > lat &&
      lng < ((startLng - endLng) * (lat - endLat)) / (startLat - endLat) + endLng;
    if (crosses) inside = !inside;
  });
  return inside;
}

function asPosition(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [lng, lat] = value as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : undefined;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
