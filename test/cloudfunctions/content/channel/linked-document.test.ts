import { saveItem } from '../../../../contract/content/channel-editing';
import { channelItem } from '../../../../contract/content/channel-reading';
import { localDay } from '../../../../domain/time/local-day';
import { anItem, anItemOut } from '../../../builders/items';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
import { useChannelWorld } from '../../../worlds/channel-world';

const world = useChannelWorld();

const plant = (...documents: readonly ReturnType<typeof aLibraryDocument>[]) =>
  world.plant('library_documents', ...documents);

const documentFor = async (memberId: string) =>
  (await world.phone(memberId).get(channelItem, { itemId: 'item-1' })).item.document;

beforeEach(() => plant(aLibraryDocument('steps', 'branch-1')));

test('an item leads to a document of the library, which its readers open by the rights of the document', async () => {
  await world.ready('item-1', { documentId: 'steps' });
  await world.alter('items', 'item-1', { state: 'published', issueDay: localDay('2025-03-04') });
  const open = { documentId: 'steps', title: 'title of steps-1', reach: 'open' };
  expect(await documentFor('member-1')).toEqual(open);
  expect(await documentFor('office')).toEqual(open);
  expect(await documentFor('foreigner')).toEqual({ ...open, title: '', reach: 'other-branch' });
});

test('a reader meets the version of a document that is read now, and that it is gone where there is none', async () => {
  await world.plant('items', anItemOut('item-1', 'branch-1', { documentId: 'steps' }));
  const current = aVersion('steps-2', 'uploader', { edition: 2, title: 'steps, anew' });
  await world.alter('library_documents', 'steps', { current });
  expect(await documentFor('member-1')).toMatchObject({ title: 'steps, anew', reach: 'open' });
  await world.alter('library_documents', 'steps', { state: 'taken-down' });
  const gone = { documentId: 'steps', title: '', reach: 'gone' };
  expect(await documentFor('member-1')).toEqual(gone);
  const over = aVersion('steps-3', 'uploader', { validUntilDay: localDay('2025-03-04') });
  await world.alter('library_documents', 'steps', { state: 'shown', current: over });
  expect(await documentFor('member-1')).toEqual(gone);
});

test.each([
  ['that waits for its check', 'waiting'],
  ['of another branch', 'foreign'],
  ['that is not there', 'nothing'],
])('a document %s is not chosen', async (_, documentId) => {
  await plant(anOfferedDocument('waiting', 'branch-1'), aLibraryDocument('foreign', 'branch-2'));
  const save = world.aSave('item-1', {}, { documentId });
  expect(await world.phone('writer').call(saveItem, save)).toMatchObject({ code: 'document-gone' });
  expect([...world.cloud.engine.collection('items').all()]).toEqual([]);
});

test('an item leads to an article or to a document', async () => {
  const both = { documentId: 'steps', link: 'https://mp.weixin.qq.com/s/FAKE' };
  expect(await world.phone('writer').call(saveItem, world.aSave('item-1', {}, both))).toMatchObject(
    { code: 'bad-input', detail: { path: 'draft.documentId' } },
  );
});

test('a phone that knows of no documents leaves the one that is chosen, until it names an article', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', {}, { documentId: 'steps' }));
  await world.alter('library_documents', 'steps', { state: 'taken-down' });
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision: 1 }));
  expect(world.item('item-1')).toMatchObject({ documentId: 'steps', link: null });
  const link = 'https://mp.weixin.qq.com/s/FAKE';
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision: 2 }, { link }));
  expect(world.item('item-1')).toMatchObject({ documentId: null, link });
});

test('an editor takes the document out again', async () => {
  await world.plant('items', anItem('item-1', 'branch-1', { documentId: 'steps' }));
  const without = { documentId: null, pictures: [] };
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision: 1 }, without));
  expect(world.item('item-1').documentId).toBeNull();
  expect(await documentFor('writer')).toBeUndefined();
});

test('what was withdrawn says nothing of its document', async () => {
  const withdrawn = { reason: 'a wrong number', name: 'office', atMs: world.nowMs() };
  const item = { state: 'withdrawn', withdrawn, documentId: 'steps' } as const;
  await world.plant('items', anItemOut('item-1', 'branch-1', item));
  expect(await documentFor('member-1')).toBeUndefined();
});
