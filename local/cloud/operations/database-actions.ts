import { DatabaseError } from '../engine/database-error';
import { isPlainObject, type PlainObject } from '../engine/document';
import type { Engine } from '../engine/engine';
import { type ActionHandler, type ActionRegistry, GatewayError } from '../gateway/wire';
import { aggregateDocuments } from './aggregate-documents';
import { checkUpdate } from './check-update';
import { invalidParam, parseEjson, printEjson } from './ejson';
import { findDocuments, matching } from './find-documents';
import { translateMingoError } from './mingo-errors';
import { readFields, type RequestFields } from './request-fields';
import { planInsert, planRemove, planReplace, planUpdate } from './write-documents';

type DatabaseHandler = (engine: Engine, fields: RequestFields, nowMs: number) => Promise<object>;

/** Every database call of the SDK, by the name of its action on the wire. */
const HANDLERS: Readonly<Record<string, DatabaseHandler>> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregate,
  'database.startTransaction': async (engine) => ({ transactionId: engine.begin() }),
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
};

export function databaseActions(engine: Engine): ActionRegistry {
  return Object.fromEntries(
    Object.entries(HANDLERS).map(([action, handler]): [string, ActionHandler] => [
      action,
      async (request) => {
        const nowMs = engine.nowMs();
        try {
          return await handler(engine, readFields(request, nowMs), nowMs);
        } catch (error) {
          const refusal = error instanceof DatabaseError ? error : translateMingoError(error);
          throw refusal === undefined ? error : new GatewayError(refusal.code, refusal.message);
        }
      },
    ]),
  );
}

async function addCollection(engine: Engine, fields: RequestFields): Promise<object> {
  await engine.createCollection(fields.collectionName());
  return { data: {} };
}

async function insertDocument(
  engine: Engine,
  fields: RequestFields,
  nowMs: number,
): Promise<object> {
  const documents = fields.list('data').map((text) => objectOf(parseEjson(text, nowMs)));
  const ids = await engine.write(fields.collectionName(), fields.transactionId(), () =>
    planInsert(documents, nowMs),
  );
  return { data: { insertedIds: ids.map((id) => (typeof id === 'number' ? id : String(id))) } };
}

async function getDocument(engine: Engine, fields: RequestFields): Promise<object> {
  const collection = engine.collection(fields.collectionName(), fields.transactionId());
  const offset = fields.number('offset');
  const limit = fields.number('limit');
  const found = findDocuments(collection, {
    query: fields.object('query') ?? {},
    order: fields.object('order'),
    projection: fields.object('projection'),
    offset,
    limit,
  });
  return { data: { list: found.map(printEjson), offset, limit } };
}

async function calculateDocument(engine: Engine, fields: RequestFields): Promise<object> {
  const collection = engine.collection(fields.collectionName());
  const total = [...matching(collection, fields.object('query') ?? {})].length;
  return { data: { total } };
}

async function modifyDocument(engine: Engine, fields: RequestFields): Promise<object> {
  const query = fields.narrowQuery();
  const name = fields.collectionName();
  if (fields.flag('merge')) {
    if (fields.flag('upsert')) throw invalidParam('an update with upsert is not supported');
    const update = checkUpdate(fields.object('data'));
    const { updated } = await engine.write(name, fields.transactionId(), (collection) =>
      planUpdate(collection, query, update, fields.flag('multi')),
    );
    return { data: { updated, upsert_id: null } };
  }
  const content = fields.object('data') ?? {};
  const { updated, upsertId } = await engine.write(name, fields.transactionId(), (collection) =>
    planReplace(collection, query, content),
  );
  return { data: { updated, upsert_id: upsertId } };
}

async function modifyAndReturnDoc(engine: Engine, fields: RequestFields): Promise<object> {
  const query = fields.narrowQuery();
  const update = checkUpdate(fields.object('data'));
  const { document } = await engine.write(
    fields.collectionName(),
    fields.transactionId(),
    (collection) => planUpdate(collection, query, update, false),
  );
  // A document that is as it was counts too, unlike in `update`.
  if (document === undefined) return { data: { updated: 0, doc: null } };
  return { data: { updated: 1, doc: printEjson(document) } };
}

async function removeDocument(engine: Engine, fields: RequestFields): Promise<object> {
  const query = fields.narrowQuery();
  const deleted = await engine.write(
    fields.collectionName(),
    fields.transactionId(),
    (collection) => planRemove(collection, query, fields.flag('multi')),
  );
  return { data: { deleted } };
}

async function aggregate(engine: Engine, fields: RequestFields, nowMs: number): Promise<object> {
  const collection = engine.collection(fields.collectionName());
  const pipeline = fields.list('stages').map((stage) => parseStage(stage, nowMs));
  const list = aggregateDocuments(collection, pipeline, (name) => engine.findCollection(name));
  return { data: { list: list.map(printEjson) } };
}

async function commitTransaction(engine: Engine, fields: RequestFields): Promise<object> {
  await engine.commit(fields.transactionId() ?? '');
  return {};
}

async function abortTransaction(engine: Engine, fields: RequestFields): Promise<object> {
  engine.abort(fields.transactionId() ?? '');
  return {};
}

function parseStage(stage: unknown, nowMs: number): PlainObject {
  if (!isPlainObject(stage) || typeof stage['stageKey'] !== 'string') {
    throw invalidParam('a stage needs a stageKey');
  }
  return { [stage['stageKey']]: parseEjson(stage['stageValue'], nowMs) };
}

function objectOf(value: unknown): PlainObject {
  if (!isPlainObject(value)) throw invalidParam('a document must be an object');
  return value;
}
