import { compareValues } from '../engine/compare';
import { type PlainObject, valuesAt } from '../engine/document';
import { invalidParam } from './ejson';

/**
 * A sorted copy, in MongoDB's order of types; equal ones keep their order. A field with an array
 * counts by its smallest value going up and by its largest going down.
 */
export function sortDocuments<T>(documents: readonly T[], order: Readonly<PlainObject>): T[] {
  const fields = Object.entries(order).map(([name, direction]) => ({
    path: name.split('.'),
    direction: checkDirection(name, direction),
  }));
  const keyed = documents.map((document) => ({
    document,
    keys: fields.map(({ path, direction }) => extreme(valuesAt(document, path), direction)),
  }));
  keyed.sort((left, right) => {
    for (const [index, { direction }] of fields.entries()) {
      const order = compareValues(left.keys[index], right.keys[index]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
}

function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  return values.reduce((best, value) =>
    compareValues(value, best) * direction < 0 ? value : best,
  );
}

function checkDirection(name: string, direction: unknown): 1 | -1 {
  if (direction === 1 || direction === -1) return direction;
  throw invalidParam(`the order of ${name} must be 1 or -1`);
}
