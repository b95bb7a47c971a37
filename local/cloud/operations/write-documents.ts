import { randomBytes } from 'node:crypto';
import type { Change } from '../engine/change';
import type { Collection } from '../engine/collection';
import type { Document, PlainObject, Stored } from '../engine/document';
import type { WritePlan } from '../engine/engine';
import { applyUpdate } from './apply-update';
import { checkDocument } from './check-document';
import { invalidParam } from './ejson';
import { matching } from './find-documents';

/** Documents without an `_id` get one: 32 hex digits that begin with the time, as in production. */
export function planInsert(documents: readonly PlainObject[], nowMs: number): WritePlan<unknown[]> {
  const inserted = documents.map((document) => withId(document, nowMs));
  inserted.forEach(checkDocument);
  return {
    changes: inserted.map((after) => ({ before: undefined, after })),
    result: inserted.map((document) => document._id),
  };
}

export interface UpdateResult {
  /** Documents that are different now. */
  readonly updated: number;
  /** The first matching document after the update, also when nothing changed. */
  readonly document: Document | undefined;
}

export function planUpdate(
  collection: Collection,
  query: PlainObject,
  update: PlainObject,
  isMulti: boolean,
): WritePlan<UpdateResult> {
  const found = take(matching(collection, query), isMulti);
  const changes = found.map((before) => ({
    before,
    after: applyUpdate(before.document, update, query),
  }));
  const effective = changes.filter(({ before, after }) => before.document !== after);
  return {
    changes: effective,
    result: { updated: effective.length, document: changes[0]?.after },
  };
}

export interface ReplaceResult {
  readonly updated: number;
  readonly upsertId: unknown;
}

/** `doc().set()`: the whole document is replaced, or created under the id of the query. */
export function planReplace(
  collection: Collection,
  query: PlainObject,
  content: PlainObject,
): WritePlan<ReplaceResult> {
  const [before] = take(matching(collection, query), false);
  const id = before?.document._id ?? query['_id'];
  if (id === undefined) throw invalidParam('set needs the _id of a document');
  const after: Document = { ...content, _id: id };
  checkDocument(after);
  return {
    changes: [{ before, after }],
    result: { updated: before === undefined ? 0 : 1, upsertId: before === undefined ? id : null },
  };
}

export function planRemove(
  collection: Collection,
  query: PlainObject,
  isMulti: boolean,
): WritePlan<number> {
  const found = take(matching(collection, query), isMulti);
  const changes = found.map((before): Change => ({ before, after: undefined }));
  return { changes, result: changes.length };
}

function take(found: Iterable<Stored>, isMulti: boolean): Stored[] {
  if (isMulti) return [...found];
  for (const stored of found) return [stored];
  return [];
}

function withId(document: PlainObject, nowMs: number): Document {
  if (document['_id'] !== undefined) return document as Document;
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return { _id: seconds + randomBytes(12).toString('hex'), ...document };
}
