import { calculateObjectSize } from 'bson';
import { DatabaseError } from '../engine/database-error';
import { type Document, isPlainObject } from '../engine/document';
import { invalidParam } from './ejson';

/** From the SDK's configuration (`db_doc_size_limit`). */
const MAX_DOCUMENT_BYTES = 512 * 1024;

/**
 * Throws DATABASE_REQUEST_FAILED for a field name that begins with `$`, INVALID_PARAM for another
 * document that must not be stored. A dot in a name is taken, and no path leads to such a field.
 */
export function checkDocument(document: Document): void {
  checkKeys(document);
  const { _id: id } = document;
  if (Array.isArray(id) || id instanceof RegExp || id === undefined || id === null) {
    throw invalidParam('_id must be a string or a number');
  }
  const bytes = calculateObjectSize(document);
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw new DatabaseError(
      'INVALID_PARAM',
      `[InvalidParameter] document of ${bytes} bytes is larger than ${MAX_DOCUMENT_BYTES}`,
    );
  }
}

function checkKeys(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(checkKeys);
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) {
      throw new DatabaseError(
        'DATABASE_REQUEST_FAILED',
        `[FailedOperation] The dollar ($) prefixed field '${key}' is not valid for storage.`,
      );
    }
    checkKeys(inner);
  }
}
