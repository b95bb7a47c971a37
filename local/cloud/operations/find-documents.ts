import { Query } from 'mingo/query';
import type { Collection } from '../engine/collection';
import { type Document, isPlainObject, type PlainObject, type Stored } from '../engine/document';
import { checkQuery } from './check-query';
import { distanceMetres, parseNear, positionOf } from './geo';
import { MINGO_OPTIONS, QUERY_OPTIONS } from './mingo-context';
import { sortDocuments } from './sort-documents';

/** Production caps a query without a limit, and one with a larger limit. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export interface FindOptions {
  readonly query: PlainObject;
  readonly order?: PlainObject | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: PlainObject | undefined;
}

/** In insertion order. Throws DATABASE_INVALID_OPERRATOR or INVALID_PARAM for a wrong query. */
export function matching(collection: Collection, query: PlainObject): Iterable<Stored> {
  checkQuery(query);
  return filterCandidates(collection, query);
}

function* filterCandidates(collection: Collection, query: PlainObject): Iterable<Stored> {
  const compiled = new Query(query, QUERY_OPTIONS);
  for (const stored of collection.candidates(query)) {
    if (compiled.test(stored.document)) yield stored;
  }
}

/** At most 100 documents, or `limit` of them up to 1000; `$nearSphere` sorts by distance. */
export function findDocuments(collection: Collection, options: FindOptions): PlainObject[] {
  const limit = Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const end = (options.offset ?? 0) + limit;
  const near = nearestFirst(options.query);
  const isSorted = options.order !== undefined || near !== undefined;
  let found: Document[] = [];
  for (const { document } of matching(collection, options.query)) {
    found.push(document);
    if (!isSorted && found.length >= end) break;
  }
  if (near !== undefined) found = near(found);
  if (options.order !== undefined) found = sortDocuments(found, options.order);
  return project(found.slice(options.offset ?? 0, end), options.projection);
}

function project(
  documents: readonly Document[],
  projection: PlainObject | undefined,
): PlainObject[] {
  if (projection === undefined || Object.keys(projection).length === 0) return [...documents];
  return new Query({}, MINGO_OPTIONS).find<PlainObject>([...documents], projection).all();
}

function nearestFirst(query: PlainObject): ((documents: Document[]) => Document[]) | undefined {
  for (const [field, condition] of Object.entries(query)) {
    if (!isPlainObject(condition) || !('$nearSphere' in condition)) continue;
    const { center } = parseNear(condition['$nearSphere']);
    const metresOf = (document: Document) => {
      const position = positionOf(document[field]);
      return position === undefined ? Infinity : distanceMetres(center, position);
    };
    return (documents) => documents.sort((left, right) => metresOf(left) - metresOf(right));
  }
  return undefined;
}
