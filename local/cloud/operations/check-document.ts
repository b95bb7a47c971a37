import { calculateObjectSize } from 'bson';
import { DatabaseError } from '../engine/database-error';
import { type Document, isPlainObject } from '../engine/document';
import { invalidParam } from './ejson';

/** From the SDK's configuration (`db_doc_size_limit`). */
const MAX_DOCUMENT_BYTES = 512 * 1024;

/** Throws INVALID_PARAM for a document that must not be stored. */
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
    if (key.startsWith('$')) throw invalidParam(`key ${key} must not start with '$'`);
    if (key.includes('.')) throw invalidParam(`key ${key} must not contain '.'`);
    checkKeys(inner);
  }
}
