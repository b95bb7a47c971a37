import { type Iterator, Lazy } from 'mingo/lazy';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { resolve, setValue } from 'mingo/util';
import { cloneValue, type PlainObject } from '../engine/document';
import { invalidParam } from './ejson';
import { distanceMetres, positionOf } from './geo';

interface GeoNear {
  readonly near: unknown;
  readonly distanceField: string;
  readonly query?: PlainObject;
  readonly key?: string;
  readonly minDistance?: number;
  readonly maxDistance?: number;
  readonly distanceMultiplier?: number;
  readonly includeLocs?: string;
}

/**
 * The stage `$geoNear`: documents by distance, nearest first, with the distance in metres.
 * NOTE: MongoDB finds the field by its geo index; without `key` we take the first field that
 * holds a point.
 */
export function $geoNear(documents: Iterator, demand: GeoNear, options: Options): Iterator {
  const center = positionOf(demand.near);
  if (center === undefined) throw invalidParam('$geoNear needs a point in near');
  if (typeof demand.distanceField !== 'string') throw invalidParam('$geoNear needs distanceField');
  const { minDistance = 0, maxDistance = Infinity, distanceMultiplier = 1 } = demand;
  const query = new Query(demand.query ?? {}, options);
  return documents.transform((list) => {
    const found: { metres: number; document: PlainObject }[] = [];
    for (const document of list as PlainObject[]) {
      const field = demand.key ?? pointField(document);
      const place = field === undefined ? undefined : resolve(document, field);
      const position = positionOf(place);
      if (position === undefined || !query.test(document)) continue;
      const metres = distanceMetres(center, position);
      if (metres < minDistance || metres > maxDistance) continue;
      const copy = cloneValue(document);
      setValue(copy, demand.distanceField, metres * distanceMultiplier);
      if (demand.includeLocs !== undefined) setValue(copy, demand.includeLocs, cloneValue(place));
      found.push({ metres, document: copy });
    }
    found.sort((left, right) => left.metres - right.metres);
    return Lazy(found.map(({ document }) => document));
  });
}

function pointField(document: PlainObject): string | undefined {
  return Object.keys(document).find((field) => positionOf(document[field]) !== undefined);
}
