import { Context } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
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

const QUERIES = { ...withoutScripts(queries), ...QUERY_OPERATORS } as never;

/** mingo's operators, mended: built-in ones cannot be replaced through its options. */
const context = Context.init({
  accumulator: withoutScripts(accumulators),
  expression: {
    ...withoutScripts(expressions),
    ...DATE_OPERATORS,
    ...TEXT_OPERATORS,
  },
  pipeline: { ...stages, $sort, $geoNear } as never,
  projection: { ...projections },
  query: QUERIES,
  window: { ...windows },
});

export const MINGO_OPTIONS: Partial<Options> = { context, scriptEnabled: false };

/** For updates, whose conditions know no expressions: mingo copies all operators for each of them. */
export const UPDATE_OPTIONS: Partial<Options> = {
  context: Context.init({ query: QUERIES }),
  scriptEnabled: false,
};
