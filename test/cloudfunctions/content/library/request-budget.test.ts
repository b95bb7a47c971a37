import { library, libraryDocument, libraryOfAll } from '../../../../contract/content/library';
import { aLibraryDocument } from '../../../builders/library-documents';
import { useLibraryWorld } from '../../../worlds/library-world';

const world = useLibraryWorld();

/** Requests of the database that arrive at the gateway while the work is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((all, [, count]) => all + count, 0);
}

test.each(['member-1', 'officer'])(
  'a page of the library and a document are two requests each for %s, however many there are',
  async (memberId) => {
    const readers = { kind: 'branch' } as const;
    for (let count = 0; count < 4; count += 1) await world.shownDocument({ readers });
    const documentId = await world.shownDocument({ readers });
    await world.nextVersion(documentId);
    const phone = world.phone(memberId);
    await world.cloud.host.reload('content');
    expect(await requestsOf(() => phone.get(library, { part: 'all' }))).toBe(2);
    expect(await requestsOf(() => phone.get(library, { part: 'all', query: 'title' }))).toBe(2);
    expect(await requestsOf(() => phone.get(libraryDocument, { documentId }))).toBe(2);
  },
);

test('a page of the library of all branches is two requests', async () => {
  const planted = ['branch-1', 'branch-2'].flatMap((branchId) =>
    Array.from({ length: 40 }, (_, at) => aLibraryDocument(`${branchId}-${at}`, branchId)),
  );
  await world.plant('library_documents', ...planted);
  const phone = world.phone('office');
  await world.cloud.host.reload('content');
  expect(await requestsOf(() => phone.get(libraryOfAll, { part: 'all', query: 'title' }))).toBe(2);
});
