import { Context } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import type { PlainObject } from '../engine/document';
import { DATE_OPERATORS } from './date-operators';
import { TEXT_OPERATORS } from './expression-operators';
import { $geoNear } from './geo-near';
import { QUERY_OPERATORS } from './query-operators';
import { sortDocuments } from './sort-documents';

/** Run code of the caller; production refuses them. */
const SCRIPTS = ['$where', '$function', '$accumulator'];

function $sort(documents: Iterator, order: PlainObject): Iterator {
  return documents.transform((list) => Lazy(sortDocuments(list, order)) as never);
}

function withoutScripts<T extends Record<string, unknown>>(operators: T): T {
  return Object.fromEntries(
    Object.entries(operators).filter(([name]) => name.startsWith('$') && !SCRIPTS.includes(name)),
  ) as T;
}

const query = { ...withoutScripts(queries), ...QUERY_OPERATORS };

/** mingo's operators, mended: built-in ones cannot be replaced through its options. */
const everything = Context.init({
  accumulator: withoutScripts(accumulators),
  expression: {
    ...withoutScripts(expressions),
    ...DATE_OPERATORS,
    ...TEXT_OPERATORS,
  },
  pipeline: { ...stages, $sort, $geoNear } as never,
  projection: { ...projections },
  query: query as never,
  window: { ...windows },
});

export const MINGO_OPTIONS: Partial<Options> = { context: everything, scriptEnabled: false };

function $expr(_selector: string, expression: unknown): (document: PlainObject) => boolean {
  const compiled = new Query({ $expr: expression }, MINGO_OPTIONS);
  return (document) => compiled.test(document);
}

/**
 * For queries and updates, of which every request brings one: mingo copies all the operators that
 * it is given for each of them, so that these are given few.
 */
export const QUERY_OPTIONS: Partial<Options> = {
  context: Context.init({ query: { ...query, $expr } as never }),
  scriptEnabled: false,
};
