export interface Spoilt {
  /** What was done, for the name of the test. */
  readonly how: string;
  readonly input: unknown;
  /** Right in type and size, and still nothing: an action may have a code of its own for it. */
  readonly isEmptyText: boolean;
}

const OPERATORS: readonly unknown[] = [
  { $ne: 1 },
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $in: ['own', 'other'] },
];
/** Of no type that any field has, or of a size that none has. */
const NEVER_FITS: readonly unknown[] = [
  'x'.repeat(100_000),
  Array.from({ length: 5_000 }, () => 'x'),
  -1.5,
  [[]],
  { toString: 'x', __proto__: null },
];
const WHOLE_INPUTS: readonly unknown[] = ['text', 7, true, [], [{}], { $where: 'true' }];

/** Of which nothing is seen. */
const EMPTY_TEXTS: readonly unknown[] = ['', '\u200b\u3164\u202e'];

/** Strings that mean something to a query, a path or a shell, and nothing to us. */
export const SPITEFUL_WORDS: readonly string[] = [
  '{"$ne":1}',
  '$where: sleep(1000)',
  '$set',
  "'; drop table members; --",
  '../../members',
  '{{constructor.constructor("return 1")()}}',
];

/**
 * The input with one thing wrong, in every way: each field of each depth replaced by values of other
 * types and sizes, by null, or left out; a field too many; and something else as a whole.
 */
export function spoiltInputs(good: unknown): Spoilt[] {
  return [
    ...WHOLE_INPUTS.map((input) => ({
      how: `all of it: ${show(input)}`,
      input,
      isEmptyText: false,
    })),
    ...spoiltAt(good, (input) => input, 'input'),
  ];
}

function spoiltAt(value: unknown, put: (value: unknown) => unknown, path: string): Spoilt[] {
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, index) =>
      spoiltField(
        element,
        (next) => put(value.map((other: unknown, at) => (at === index ? next : other))),
        `${path}.${index}`,
      ),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  return [
    ...fields.flatMap(([name, inner]) =>
      spoiltField(inner, (next) => put({ ...value, [name]: next }), `${path}.${name}`),
    ),
    {
      how: `${path} with a field too many`,
      input: put({ ...value, isAdmin: true }),
      isEmptyText: false,
    },
  ];
}

function spoiltField(value: unknown, put: (value: unknown) => unknown, path: string): Spoilt[] {
  // One operator for each field: over all fields every one is tried often.
  const operator = OPERATORS[path.length % OPERATORS.length];
  const wrong = [operator, ...NEVER_FITS, ...otherTypes(value)];
  return [
    ...wrong.map((each) => ({
      how: `${path}: ${show(each)}`,
      input: put(each),
      isEmptyText: EMPTY_TEXTS.includes(each) && typeof value === 'string',
    })),
    ...spoiltAt(value, put, path),
  ];
}

function otherTypes(value: unknown): unknown[] {
  const ofEachType = [...EMPTY_TEXTS, 7, true, []];
  return ofEachType.filter((each) => typeof each === 'string' || typeof each !== typeof value);
}

/** Right in type, and at the ends of what the type can say: days, months, instants, names of objects. */
export const EXTREMES: readonly (string | number)[] = [
  '0001-01-01',
  '0999-12-31',
  '2099-12-31',
  '9999-12-31',
  '0000-01',
  '0001-01',
  '9999-12',
  'constructor',
  'toString',
  'prototype',
  '__proto__',
  0,
  4_102_444_800_000,
];

/** Every string of the input, or every number, one at a time, replaced by another. */
export function withWords(good: unknown, words: string | number): Omit<Spoilt, 'isEmptyText'>[] {
  return withWordsAt(good, words, (input) => input, 'input');
}

function withWordsAt(
  value: unknown,
  words: string | number,
  put: (value: unknown) => unknown,
  path: string,
): Omit<Spoilt, 'isEmptyText'>[] {
  if (typeof value === typeof words) return [{ how: `${path}: ${words}`, input: put(words) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    withWordsAt(
      inner,
      words,
      (next) =>
        put(
          Array.isArray(value)
            ? value.map((other: unknown, at) => (String(at) === name ? next : other))
            : { ...value, [name]: next },
        ),
      `${path}.${name}`,
    ),
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}… (${text.length})` : text;
}
