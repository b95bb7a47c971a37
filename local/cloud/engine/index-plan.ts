import { isPlainObject, type PlainObject, type Stored } from './document';
import type { Bound, SortedIndex } from './sorted-index';

/** What a query demands of one field, as far as an index can use it. */
interface FieldDemand {
  /** The field equals one of these. */
  among?: readonly unknown[];
  low?: Bound;
  high?: Bound;
}

interface IndexPlan {
  readonly index: SortedIndex;
  readonly prefixes: readonly (readonly unknown[])[];
  readonly range: FieldDemand | undefined;
  readonly score: number;
}

/** More prefixes than this are slower than they are worth: then fewer fields are used. */
const MAX_PREFIXES = 1000;

/**
 * In insertion order and each once, the documents that indexes leave over; undefined when none
 * helps. Only narrows: whoever asks still tests every document against the query.
 */
export function candidatesFor(
  query: Readonly<PlainObject>,
  indexes: readonly SortedIndex[],
): Stored[] | undefined {
  const plans = plansFor(query, indexes);
  return plans && runPlans(plans);
}

/** One plan for what a document must meet; else, of a choice of conditions, one for each. */
function plansFor(
  query: Readonly<PlainObject>,
  indexes: readonly SortedIndex[],
): readonly IndexPlan[] | undefined {
  const demands = new Map<string, FieldDemand>();
  collectDemands(query, demands);
  let best: IndexPlan | undefined;
  for (const index of indexes) {
    const plan = planIndex(index, demands);
    if (plan !== undefined && plan.score > (best?.score ?? 0)) best = plan;
  }
  if (best !== undefined) return [best];
  const choice = query['$or'];
  if (!Array.isArray(choice) || choice.length === 0) return undefined;
  const plans = choice.map((part) => (isPlainObject(part) ? plansFor(part, indexes) : undefined));
  return plans.every((part) => part !== undefined) ? plans.flat() : undefined;
}

function runPlans(plans: readonly IndexPlan[]): Stored[] {
  const found = new Map<number, Stored>();
  for (const { index, prefixes, range } of plans) {
    for (const prefix of prefixes) {
      // NOTE: with arrays, one element may meet the lower and another the upper bound.
      const high = index.hasArrays && range?.low !== undefined ? undefined : range?.high;
      for (const stored of index.scan(prefix, range?.low, high)) {
        found.set(stored.sequence, stored);
      }
    }
  }
  return [...found.values()].sort((left, right) => left.sequence - right.sequence);
}

function planIndex(
  index: SortedIndex,
  demands: ReadonlyMap<string, FieldDemand>,
): IndexPlan | undefined {
  let prefixes: unknown[][] = [[]];
  let score = 0;
  for (const field of index.schema.fields) {
    const demand = demands.get(field.name);
    if (demand === undefined) break;
    const { among } = demand;
    if (among === undefined) return { index, prefixes, range: demand, score: score + 1 };
    if (prefixes.length * among.length > MAX_PREFIXES) break;
    prefixes = prefixes.flatMap((prefix) => among.map((value) => [...prefix, value]));
    score += among.length === 1 ? 3 : 2;
  }
  return score === 0 ? undefined : { index, prefixes, range: undefined, score };
}

function collectDemands(query: Readonly<PlainObject>, demands: Map<string, FieldDemand>): void {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) collectDemands(part, demands);
    } else if (!field.startsWith('$')) {
      const demand = demandOf(condition, field);
      if (demand !== undefined) demands.set(field, mergeDemands(demands.get(field), demand));
    }
  }
}

/** Two demands on one field: the narrower kind is kept, bounds are joined. */
function mergeDemands(first: FieldDemand | undefined, second: FieldDemand): FieldDemand {
  if (first === undefined || second.among !== undefined) return second;
  if (first.among !== undefined) return first;
  return { ...second, ...first };
}

function demandOf(condition: unknown, field: string): FieldDemand | undefined {
  if (isIndexable(condition, field)) return { among: [condition] };
  if (!isPlainObject(condition)) return undefined;
  if ('$eq' in condition && isIndexable(condition['$eq'], field)) {
    return { among: [condition['$eq']] };
  }
  const among = condition['$in'];
  if (Array.isArray(among) && among.every((value) => isIndexable(value, field))) return { among };
  const demand: FieldDemand = {};
  for (const [operator, value] of Object.entries(condition)) {
    if (!isRangeable(value)) continue;
    if (operator === '$gt' || operator === '$gte') {
      demand.low = { value, inclusive: operator === '$gte' };
    } else if (operator === '$lt' || operator === '$lte') {
      demand.high = { value, inclusive: operator === '$lte' };
    }
  }
  return demand.low === undefined && demand.high === undefined ? undefined : demand;
}

/**
 * Values for which "equals" in a query and in an index mean the same.
 * NOTE: null through a dotted path also matches documents whose parent is not an object.
 */
function isIndexable(value: unknown, field: string): boolean {
  if (value === null) return !field.includes('.');
  if (['string', 'number', 'boolean'].includes(typeof value)) return true;
  return value instanceof Date || isObjectId(value);
}

function isObjectId(value: unknown): boolean {
  const type = (value as { _bsontype?: unknown } | undefined)?._bsontype;
  return type === 'ObjectID' || type === 'ObjectId';
}

function isRangeable(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date;
}
