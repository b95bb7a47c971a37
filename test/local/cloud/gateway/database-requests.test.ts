import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { type Gateway, startGateway } from '../../../../local/cloud/gateway/start-gateway';
import { databaseActions } from '../../../../local/cloud/operations/database-actions';

/** Requests that the SDK would not send, but anyone can. */
let gateway: Gateway;

beforeAll(async () => {
  const engine = await openEngine({ nowMs: () => 1_767_225_600_000 });
  await engine.ensureCollections([{ name: 'people', indexes: [] }]);
  gateway = await startGateway({ handlers: databaseActions(engine), log: () => undefined });
});
afterAll(() => gateway.stop());

async function call(action: string, fields: object): Promise<Record<string, unknown>> {
  const body = JSON.stringify({
    action: `database.${action}`,
    collectionName: 'people',
    ...fields,
  });
  const response = await fetch(gateway.adminUrl, { method: 'POST', body });
  return (await response.json()) as Record<string, unknown>;
}

test.each<[string, object]>([
  ['getDocument', { collectionName: '' }],
  ['getDocument', { collectionName: { $gt: '' } }],
  ['getDocument', { query: 'no json' }],
  ['getDocument', { query: '[]' }],
  ['getDocument', { query: { _id: 'a' } }],
  ['getDocument', { limit: -1 }],
  ['getDocument', { offset: 'all' }],
  ['getDocument', { order: '{"n":"up"}' }],
  ['getDocument', { query: '{"$or":[]}' }],
  ['getDocument', { query: '{"n":{"$in":5}}' }],
  ['insertDocument', { data: '{"n":1}' }],
  ['insertDocument', { data: ['5'] }],
  ['insertDocument', { data: ['{"_id":[1]}'] }],
  ['modifyDocument', { query: '{"_id":"a"}', merge: true, data: '{"n":1}' }],
  ['modifyDocument', { query: '{"_id":"a"}', merge: true, upsert: true, data: '{"$set":{"n":1}}' }],
  ['modifyDocument', { query: '{}', merge: true, data: '{"$set":{"n":1}}' }],
  ['modifyAndReturnDoc', { data: '{"$set":{"n":1}}' }],
  ['removeDocument', { query: '' }],
  ['aggregateDocuments', { stages: [{ stageValue: '{}' }] }],
  ['aggregateDocuments', { stages: [{ stageKey: '$match', stageValue: '5' }] }],
])('%s of %j is refused', async (action, fields) => {
  expect(await call(action, fields)).toMatchObject({ code: 'INVALID_PARAM' });
});

test.each<[string, object, string]>([
  ['getDocument', { query: '{"$where":"true"}' }, '$where'],
  ['getDocument', { query: '{"$expr":{"$function":{}}}' }, '$function'],
  [
    'modifyDocument',
    { query: '{"_id":"a"}', merge: true, data: '{"$currentDate":{"n":true}}' },
    '$currentDate',
  ],
  ['aggregateDocuments', { stages: [{ stageKey: '$out', stageValue: '"other"' }] }, '$out'],
  [
    'aggregateDocuments',
    { stages: [{ stageKey: '$group', stageValue: '{"_id":null,"n":{"$accumulator":{}}}' }] },
    '$accumulator',
  ],
])('%s with an operator that is not supported is refused by name', async (action, fields, name) => {
  await call('insertDocument', { data: ['{"n":1}'] });
  expect(await call(action, fields)).toMatchObject({
    code: 'DATABASE_INVALID_OPERRATOR',
    message: expect.stringContaining(name),
  });
});

test('a query through __proto__ neither reads nor changes anything but documents', async () => {
  await call('insertDocument', { data: ['{"_id":"p","n":1}'] });
  await call('modifyDocument', {
    query: '{"_id":"p"}',
    merge: true,
    data: '{"$set":{"__proto__.polluted":1}}',
  });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('the server date is the time of the clock that was handed in', async () => {
  await call('insertDocument', { data: ['{"_id":"d","at":{"$tcb_server_date":{"offset":1000}}}'] });
  const { data } = await call('getDocument', { query: '{"_id":"d"}' });
  const [text] = (data as { list: string[] }).list;
  expect(JSON.parse(text ?? '')).toEqual({
    _id: 'd',
    at: { $date: { $numberLong: '1767225601000' } },
  });
});

test('generated ids begin with the time of that clock', async () => {
  const { data } = await call('insertDocument', { data: ['{}'] });
  const [id] = (data as { insertedIds: string[] }).insertedIds;
  expect(parseInt((id ?? '').slice(0, 8), 16)).toBe(1_767_225_600);
});
