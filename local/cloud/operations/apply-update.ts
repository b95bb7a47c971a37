import { update as updateInPlace } from 'mingo/updater';
import { cloneValue, type Document, isPlainObject, type PlainObject } from '../engine/document';
import { checkDocument } from './check-document';
import { checkUpdateFits } from './check-update';
import { QUERY_OPTIONS } from './mingo-context';

/**
 * The document after the update; the very same one when nothing changes. `query` is needed for
 * positional paths (`list.$.done`). Throws DATABASE_REQUEST_FAILED when the update does not fit.
 */
export function applyUpdate(document: Document, update: PlainObject, query: PlainObject): Document {
  checkUpdateFits(document, update);
  const copy = cloneValue(document);
  const condition = isPositional(update) ? query : {};
  const changed = updateInPlace(copy, update, [], condition, {
    cloneMode: 'deep',
    queryOptions: QUERY_OPTIONS,
  });
  if (changed.length === 0) return document;
  const result = fillHoles(copy) as Document;
  checkDocument(result);
  return result;
}

function isPositional(update: PlainObject): boolean {
  return Object.values(update).some((fields) =>
    Object.keys(fields as PlainObject).some((path) => path.split('.').includes('$')),
  );
}

/** Setting `list.5` in a shorter list leaves null in between, as MongoDB does. */
function fillHoles(value: unknown): unknown {
  if (Array.isArray(value))
    return Array.from(value as unknown[], (inner) => fillHoles(inner ?? null));
  if (!isPlainObject(value)) return value;
  for (const [key, inner] of Object.entries(value)) value[key] = fillHoles(inner);
  return value;
}
