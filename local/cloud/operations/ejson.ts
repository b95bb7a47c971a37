import { BSONRegExp, EJSON } from 'bson';
import { DatabaseError } from '../engine/database-error';
import { isPlainObject, type PlainObject } from '../engine/document';

/**
 * A value from the wire: canonical EJSON, with the SDK's server dates replaced by `nowMs` plus
 * their offset and patterns by RegExp. Throws INVALID_PARAM when the text is not EJSON.
 */
export function parseEjson(text: unknown, nowMs: number): unknown {
  if (typeof text !== 'string') throw invalidParam('expected a string of EJSON');
  let value: unknown;
  try {
    value = EJSON.parse(text);
  } catch (error) {
    throw invalidParam(error instanceof Error ? error.message : String(error));
  }
  return reviveValue(value, nowMs);
}

/** As parseEjson, for what has to be an object; an absent or empty text is undefined. */
export function parseEjsonObject(text: unknown, nowMs: number): PlainObject | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  const value = parseEjson(text, nowMs);
  if (!isPlainObject(value)) throw invalidParam('expected an object');
  return value;
}

/**
 * A document for the wire. An ObjectId is printed as its hex digits: the SDK takes the fields of
 * every object apart when it reads an answer, and an ObjectId would not survive that.
 */
export function printEjson(document: object): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const text = EJSON.stringify(document, { relaxed: false }).replaceAll(
    /\{"\$oid":("[0-9a-f]{24}")\}/g,
    '$1',
  );
  printed.set(document, text);
  return text;
}

/** Stored documents are never changed in place, and some are read with every call. */
const printed = new WeakMap<object, string>();

export function invalidParam(message: string): DatabaseError {
  return new DatabaseError(
    'INVALID_PARAM',
    `[InvalidParameter] Check request parameter fail. ${message}`,
  );
}

function reviveValue(value: unknown, nowMs: number): unknown {
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, supportedFlags(value.options));
  if (Array.isArray(value)) return value.map((element) => reviveValue(element, nowMs));
  if (!isPlainObject(value)) return value;
  const serverDate = value['$tcb_server_date'];
  if (isPlainObject(serverDate)) return new Date(nowMs + Number(serverDate['offset'] ?? 0));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, reviveValue(inner, nowMs)]),
  );
}

/** The flag x (ignore blanks) has no JavaScript counterpart. */
function supportedFlags(options: string): string {
  if (options.includes('x')) throw invalidParam('the pattern flag x is not supported');
  return options;
}
