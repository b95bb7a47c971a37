import * as v from 'valibot';
import { parseLocalDay, type LocalDay } from '../domain/time/local-day';
import { cleanWords } from '../domain/words/clean-words';

/**
 * A person's words: only what shows of them (docs/rules.md#R-69), which must be something, at most `max`
 * UTF-16 units, no control characters but newline. For what is said, not for what has been kept.
 */
export const Words = (max: number) =>
  v.pipe(
    v.string(),
    v.transform(cleanWords),
    v.minLength(1),
    v.maxLength(max),
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
    v.regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/u),
  );

/**
 * Ids are ours or the client's: short, without characters that mean something to a path or a query,
 * and no name that every object answers to, for documents have tables keyed by ids.
 */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9-]{1,40}$/u),
  v.check((id) => id !== 'prototype' && !(id in Object.prototype)),
);

export const AtMs = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(4_102_444_800_000),
);
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Of the years in which anybody of ours has lived or will plan: what is reckoned from it is a day too. */
export const Day = v.custom<LocalDay>(
  (value) =>
    typeof value === 'string' &&
    parseLocalDay(value) !== undefined &&
    '1900' <= value &&
    value < '2200',
);
/** Of the years that instants can be of, but for the first and the last. */
export const Month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/u));

export const Nothing = v.strictObject({});

export const Cursor = v.pipe(v.string(), v.maxLength(120));
