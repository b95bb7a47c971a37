import { isPlainObject } from './document';

/** Greater than every value; only used as the upper end of a scan. */
export const AFTER_ALL = Symbol('after all values');

/** The order of types that MongoDB documents; a missing value sorts as null. */
const RANK = {
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  binary: 6,
  objectId: 7,
  boolean: 8,
  date: 9,
  pattern: 11,
  other: 12,
  afterAll: 13,
} as const;

/** Values of different rank never match each other in a range condition. */
export function typeRank(value: unknown): number {
  if (value === undefined || value === null) return RANK.null;
  if (typeof value === 'number' || typeof value === 'bigint') return RANK.number;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'boolean') return RANK.boolean;
  if (value === AFTER_ALL) return RANK.afterAll;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof RegExp) return RANK.pattern;
  if (value instanceof Uint8Array) return RANK.binary;
  if (isPlainObject(value)) return RANK.object;
  return bsonRank((value as { _bsontype?: unknown })._bsontype);
}

function bsonRank(type: unknown): number {
  switch (type) {
    case 'ObjectID':
    case 'ObjectId':
      return RANK.objectId;
    case 'Binary':
      return RANK.binary;
    case 'BSONRegExp':
      return RANK.pattern;
    default:
      return RANK.other;
  }
}

/** Total order over all stored values, as MongoDB sorts them: negative, zero or positive. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return compareScalars(left, right);
  const rank = typeRank(left);
  const difference = rank - typeRank(right);
  if (difference !== 0) return difference;
  switch (rank) {
    case RANK.null:
    case RANK.afterAll:
      return 0;
    case RANK.number:
      return compareNumbers(left as number, right as number);
    case RANK.boolean:
      return Number(left) - Number(right);
    case RANK.date:
      return (left as Date).getTime() - (right as Date).getTime();
    case RANK.array:
      return compareLists(left as unknown[], right as unknown[]);
    case RANK.object:
      return compareObjects(left as object, right as object);
    default:
      return compareScalars(String(left), String(right));
  }
}

/** Element by element; of two lists with the same beginning the shorter one comes first. */
export function compareLists(left: readonly unknown[], right: readonly unknown[]): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const first = left[index];
    const second = right[index];
    // Index keys are compared millions of times when a data folder opens, and most parts are equal.
    if (first === second) continue;
    const order = compareValues(first, second);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareObjects(left: object, right: object): number {
  const lefts = Object.entries(left);
  const rights = Object.entries(right);
  for (let index = 0; index < Math.min(lefts.length, rights.length); index += 1) {
    const [leftKey, leftValue] = lefts[index] as [string, unknown];
    const [rightKey, rightValue] = rights[index] as [string, unknown];
    const order =
      typeRank(leftValue) - typeRank(rightValue) ||
      compareScalars(leftKey, rightKey) ||
      compareValues(leftValue, rightValue);
    if (order !== 0) return order;
  }
  return lefts.length - rights.length;
}

/** NaN sorts before every other number. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  return Number.isNaN(right) ? 1 : compareScalars(left, right);
}

function compareScalars<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
