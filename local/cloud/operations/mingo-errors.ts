import { MingoError } from 'mingo/util';
import { DatabaseError } from '../engine/database-error';

/** What mingo refuses as the answer production gives; undefined for any other error. */
export function translateMingoError(error: unknown): DatabaseError | undefined {
  if (!(error instanceof MingoError)) return undefined;
  const isUnknown = /unknown|unregistered|not registered/i.test(error.message);
  return new DatabaseError(
    isUnknown ? 'DATABASE_INVALID_OPERRATOR' : 'DATABASE_REQUEST_FAILED',
    `[FailedOperation] ${error.message}`,
  );
}
