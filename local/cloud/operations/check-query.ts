import { DatabaseError } from '../engine/database-error';
import { isPlainObject, type PlainObject } from '../engine/document';
import { invalidParam } from './ejson';

/** The operators of the SDK's `db.command`, and `$expr`; anything else is refused by name. */
const LOGICAL = new Set(['$and', '$or', '$nor']);
const LISTS = new Set(['$in', '$nin', '$all']);
const NESTED = new Set(['$not', '$elemMatch']);
const SIMPLE = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$exists',
  '$type',
  '$size',
  '$mod',
  '$regex',
  '$options',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
]);

export function invalidOperator(name: string, where: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_INVALID_OPERRATOR',
    `[InvalidParameter] unknown operator ${name} in ${where}`,
  );
}

/** Throws DATABASE_INVALID_OPERRATOR for an unknown operator, INVALID_PARAM for a wrong operand. */
export function checkQuery(query: Readonly<PlainObject>): void {
  for (const [key, value] of Object.entries(query)) {
    if (LOGICAL.has(key)) {
      for (const part of listOperand(key, value)) {
        if (!isPlainObject(part)) throw invalidParam(`${key} needs objects`);
        checkQuery(part);
      }
    } else if (key.startsWith('$') && key !== '$expr') {
      throw invalidOperator(key, 'query');
    } else if (key !== '$expr') {
      checkCondition(value);
    }
  }
}

function checkCondition(condition: unknown): void {
  if (!isOperatorObject(condition)) return;
  for (const [operator, operand] of Object.entries(condition)) {
    if (LISTS.has(operator)) listOperand(operator, operand);
    else if (operator === '$elemMatch' && isPlainObject(operand) && !isOperatorObject(operand)) {
      checkQuery(operand);
    } else if (NESTED.has(operator)) checkCondition(operand);
    else if (!SIMPLE.has(operator)) throw invalidOperator(operator, 'query');
  }
}

/** True for `{ $gt: 1 }`; false for a value to compare with, such as `{ a: 1 }` or `5`. */
export function isOperatorObject(value: unknown): value is PlainObject {
  return isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

function listOperand(operator: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw invalidParam(`${operator} needs an array`);
  if (LOGICAL.has(operator) && operand.length === 0) {
    throw invalidParam(`${operator} needs a non-empty array`);
  }
  return operand;
}
