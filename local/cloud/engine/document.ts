import { EJSON } from 'bson';

/** A stored document. Never changed in place: an update stores a new object. */
export type Document = Readonly<Record<string, unknown>> & { readonly _id: unknown };

/** A document with its place in insertion order, which an update keeps. */
export interface Stored {
  readonly sequence: number;
  readonly document: Document;
}

export type PlainObject = Record<string, unknown>;

/** An object with fields, as opposed to an array, a date, a pattern or a BSON value. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A deep copy of objects and arrays; dates and BSON values are shared, nobody changes them. */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, cloneValue(inner)]),
  ) as T;
}

/** A text that is equal exactly for equal values: names locks and duplicate keys. */
export function keyText(value: unknown): string {
  return EJSON.stringify(value ?? null, { relaxed: false });
}

/**
 * The values an index has for a path: through arrays, and of an array its elements.
 * A missing field is null, and so is an empty array.
 */
export function valuesAt(document: unknown, path: readonly string[]): unknown[] {
  let value = document;
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(value)) return valuesOfElements(value, path.slice(depth));
    value = isPlainObject(value) ? value[step] : undefined;
  }
  if (!Array.isArray(value)) return [value ?? null];
  return value.length === 0 ? [null] : value.map((element: unknown) => element ?? null);
}

/** `a.0` means the first element as well as the field "0" of every element. */
function valuesOfElements(elements: readonly unknown[], path: readonly string[]): unknown[] {
  const [step = '', ...rest] = path;
  const inner = elements.filter(isPlainObject).flatMap((element) => valuesAt(element, path));
  const values = /^\d+$/.test(step) ? [...valuesAt(elements[Number(step)], rest), ...inner] : inner;
  return values.length === 0 ? [null] : values;
}
