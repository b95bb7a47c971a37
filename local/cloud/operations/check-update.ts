import { DatabaseError } from '../engine/database-error';
import { isPlainObject, type PlainObject } from '../engine/document';
import { invalidOperator } from './check-query';
import { invalidParam } from './ejson';

type Target = { kind: 'missing' } | { kind: 'found'; value: unknown } | { kind: 'blocked' };

/** What an operator demands of the value it finds; a missing field is always welcome. */
type Demand = 'anything' | 'a number' | 'an array';

const DEMANDS: Readonly<Record<string, Demand>> = {
  $set: 'anything',
  $unset: 'anything',
  $rename: 'anything',
  $min: 'anything',
  $max: 'anything',
  $inc: 'a number',
  $mul: 'a number',
  $bit: 'a number',
  $push: 'an array',
  $pull: 'an array',
  $pullAll: 'an array',
  $pop: 'an array',
  $addToSet: 'an array',
};

/** These do nothing where there is nothing to take away; the others create the way to the field. */
const TAKES_AWAY = new Set(['$unset', '$rename', '$pull', '$pullAll', '$pop']);

/** Throws for an update that no document could take: no or unknown operators. */
export function checkUpdate(update: PlainObject | undefined): PlainObject {
  if (update === undefined || Object.keys(update).length === 0) {
    throw invalidParam('the update is empty');
  }
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith('$')) throw invalidParam(`${operator} is not an update operator`);
    if (!(operator in DEMANDS)) throw invalidOperator(operator, 'update');
    if (!isPlainObject(fields)) throw invalidParam(`${operator} needs an object`);
  }
  return update;
}

/**
 * Throws DATABASE_REQUEST_FAILED where MongoDB refuses and mingo would silently do nothing:
 * counting up a text, pushing to what is no array, setting a field inside a scalar.
 */
export function checkUpdateFits(document: PlainObject, update: PlainObject): void {
  for (const [operator, fields] of Object.entries(update)) {
    for (const path of Object.keys(fields as PlainObject)) {
      // Positional paths mean other elements in every document; mingo resolves them.
      if (!path.includes('$')) checkField(document, operator, path);
    }
  }
}

function checkField(document: PlainObject, operator: string, path: string): void {
  const target = findTarget(document, path.split('.'));
  if (target.kind === 'blocked') {
    if (TAKES_AWAY.has(operator)) return;
    throw failed(`Cannot create field '${path}': its parent is not an object`);
  }
  if (target.kind === 'missing') return;
  const demand = DEMANDS[operator];
  if (demand === 'a number' && typeof target.value !== 'number') {
    throw failed(`Cannot apply ${operator} to a value of non-numeric type: field '${path}'`);
  }
  if (demand === 'an array' && !Array.isArray(target.value)) {
    throw failed(`Cannot apply ${operator} to a non-array value: field '${path}'`);
  }
}

function findTarget(document: PlainObject, path: readonly string[]): Target {
  let value: unknown = document;
  for (const step of path) {
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(step)) return { kind: 'blocked' };
      value = (value as unknown[])[Number(step)];
    } else if (isPlainObject(value)) value = value[step];
    else return { kind: 'blocked' };
    if (value === undefined) return { kind: 'missing' };
  }
  return { kind: 'found', value };
}

function failed(message: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}
