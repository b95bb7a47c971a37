import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { resolve } from 'mingo/util';
import { isPlainObject, type PlainObject, valuesAt } from '../engine/document';
import { isOperatorObject } from './check-query';
import { invalidParam } from './ejson';
import { distanceMetres, parseIntersects, parseNear, parseWithin, positionOf } from './geo';

type Predicate = (document: PlainObject) => boolean;

function $elemMatch(selector: string, criteria: PlainObject, options: Options): Predicate {
  const matches = elementPredicate(criteria, options);
  return (document) => {
    const value = resolve(document, selector, { unwrapArray: true });
    return Array.isArray(value) && value.some(matches);
  };
}

/** `{ $gt: 1 }` tests every element, `{ k: 1 }` only elements that are objects. */
function elementPredicate(criteria: PlainObject, options: Options): (element: unknown) => boolean {
  if (isOperatorObject(criteria) && !['$and', '$or', '$nor'].some((key) => key in criteria)) {
    const query = new Query({ element: criteria }, options);
    return (element) => query.test({ element });
  }
  const query = new Query(criteria, options);
  return (element) => isPlainObject(element) && query.test(element);
}

/** Every operand is met by the array: a value it contains, or an `$elemMatch` of its own. */
function $all(selector: string, operands: readonly unknown[], options: Options): Predicate {
  const tests = operands.map((operand): Predicate => {
    if (isPlainObject(operand) && isPlainObject(operand['$elemMatch'])) {
      return $elemMatch(selector, operand['$elemMatch'], options);
    }
    const query = new Query({ [selector]: operand }, options);
    return (document) => query.test(document);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

/** Only numbers have a remainder; mingo also takes texts that look like one. */
function $mod(selector: string, [divisor, rest]: readonly number[]): Predicate {
  if (divisor === undefined || rest === undefined) throw invalidParam('$mod needs two numbers');
  return (document) =>
    valuesAt(document, selector.split('.')).some(
      (value) => typeof value === 'number' && value % divisor === rest,
    );
}

function $nearSphere(selector: string, operand: unknown): Predicate {
  const near = parseNear(operand);
  return (document) => {
    const position = positionOf(resolve(document, selector));
    if (position === undefined) return false;
    const metres = distanceMetres(near.center, position);
    return metres >= near.minMetres && metres <= near.maxMetres;
  };
}

function $geoWithin(selector: string, operand: unknown): Predicate {
  return positionPredicate(selector, parseWithin(operand));
}

function $geoIntersects(selector: string, operand: unknown): Predicate {
  return positionPredicate(selector, parseIntersects(operand));
}

function positionPredicate(
  selector: string,
  test: (position: readonly [number, number]) => boolean,
): Predicate {
  return (document) => {
    const position = positionOf(resolve(document, selector));
    return position !== undefined && test(position);
  };
}

/** Query operators where mingo and MongoDB differ, or that mingo does not have. */
export const QUERY_OPERATORS = { $all, $elemMatch, $mod, $nearSphere, $geoWithin, $geoIntersects };
