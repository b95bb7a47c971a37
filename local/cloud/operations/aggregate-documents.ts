import { Aggregator } from 'mingo/aggregator';
import type { Collection } from '../engine/collection';
import { cloneValue, isPlainObject, type PlainObject } from '../engine/document';
import { checkQuery, invalidOperator } from './check-query';
import { invalidParam } from './ejson';
import { matching } from './find-documents';
import { MINGO_OPTIONS } from './mingo-context';

/** Production gives so many rows of a pipeline without `limit`, and at most so many of one with it. */
const DEFAULT_ROWS = 20;
const MOST_ROWS = 10_000;

/** The stages that the SDK offers; anything else is refused by name. */
const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$geoNear',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]);

/**
 * The result of a pipeline: without `$limit` its first 20 rows. `otherCollection` is for `$lookup`; of a missing collection nothing
 * is joined. Throws DATABASE_INVALID_OPERRATOR for an unknown stage or operator.
 */
export function aggregateDocuments(
  collection: Collection,
  pipeline: readonly PlainObject[],
  otherCollection: (name: string) => Collection | undefined,
): PlainObject[] {
  checkPipeline(pipeline);
  const [first] = pipeline;
  const query = first !== undefined && '$match' in first ? (first['$match'] as PlainObject) : {};
  // Copies, because stages such as $addFields write into nested objects.
  const source = Array.from(matching(collection, query), ({ document }) => cloneValue(document));
  const stages = pipeline.map((stage) => withMatchedJoin(stage, otherCollection));
  const aggregator = new Aggregator(stages, {
    ...MINGO_OPTIONS,
    collectionResolver: (name) =>
      Array.from(otherCollection(name)?.all() ?? [], ({ document }) => cloneValue(document)),
  });
  const rows = pipeline.some((stage) => '$limit' in stage) ? MOST_ROWS : DEFAULT_ROWS;
  return aggregator.run<PlainObject>(source).slice(0, rows);
}

/** A `$lookup` by a pipeline that begins with `$match` joins what the indexes find, not a copy of all. */
function withMatchedJoin(
  stage: PlainObject,
  otherCollection: (name: string) => Collection | undefined,
): PlainObject {
  const lookup = stage['$lookup'];
  if (!isPlainObject(lookup) || !Array.isArray(lookup['pipeline'])) return stage;
  const [first, ...rest] = lookup['pipeline'] as readonly PlainObject[];
  const query = first?.['$match'];
  const joined = otherCollection(String(lookup['from']));
  if (joined === undefined || !isPlainObject(query) || lookup['let'] !== undefined) return stage;
  const from = Array.from(matching(joined, query), ({ document }) => cloneValue(document));
  const stages = rest.map((each) => withMatchedJoin(each, otherCollection));
  return { $lookup: { ...lookup, from, pipeline: stages } };
}

function checkPipeline(pipeline: readonly PlainObject[]): void {
  for (const stage of pipeline) {
    for (const [name, value] of Object.entries(stage)) {
      if (!STAGES.has(name)) throw invalidOperator(name, 'aggregate');
      checkStage(name, value);
    }
  }
}

function checkStage(name: string, value: unknown): void {
  if (name === '$match') {
    if (!isPlainObject(value)) throw invalidParam('$match needs an object');
    checkQuery(value);
  }
  if (name === '$geoNear' && isPlainObject(value) && isPlainObject(value['query'])) {
    checkQuery(value['query']);
  }
  if (name === '$lookup' && isPlainObject(value) && Array.isArray(value['pipeline'])) {
    checkPipeline(value['pipeline'] as PlainObject[]);
  }
}
