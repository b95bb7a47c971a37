import { library, libraryOfAll } from '../../../../contract/content/library';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
import { useLibraryWorld } from '../../../worlds/library-world';

const world = useLibraryWorld();
const office = () => world.phone('office');

const aPaper = (id: string, branchId: string, title: string, number: string | null = null) =>
  aLibraryDocument(id, branchId, { current: aVersion(`${id}-1`, 'uploader', { title, number }) });

const found = async (query: string) => {
  const { rows } = await office().get(libraryOfAll, { part: 'all', query });
  return rows.map(({ documentId, branchName }) => [documentId, branchName]);
};

test('R-250: the committee office finds a document of any branch by its title and its number', async () => {
  await world.plant(
    'library_documents',
    aPaper('one', 'branch-1', '礼 品登记', 'GB 1-2026'),
    aPaper('two', 'branch-2', '礼品上交'),
    aPaper('three', 'branch-2', '用火要点'),
  );
  expect((await office().get(library, { part: 'all', query: '礼品' })).rows).toHaveLength(1);
  expect(await found('礼品')).toEqual([
    ['one', 'branch-1'],
    ['two', 'name of branch-2'],
  ]);
  expect(await found('ＧＢ１')).toEqual([['one', 'branch-1']]);
  expect(await found('没有')).toEqual([]);
  // What is looked for is not given to WeChat, which would refuse this.
  expect(await found('假违法词')).toEqual([]);
});

test('R-250: it counts and shows all parts, what waits and what was taken down too', async () => {
  const takenDown = { by: { memberId: 'x', name: 'x' }, atMs: 1, reason: 'old' };
  await world.plant(
    'library_documents',
    aPaper('shown', 'branch-1', 'shown'),
    anOfferedDocument('waits', 'branch-2'),
    aLibraryDocument('down', 'branch-2', { state: 'taken-down', takenDown }),
  );
  const { counts, isOfficer } = await office().get(libraryOfAll, { part: 'all' });
  expect(counts).toEqual({ all: 2, mustRead: 0, waiting: 1, ending: 0, takenDown: 1 });
  expect(isOfficer).toBe(true);
  const { rows } = await office().get(libraryOfAll, { part: 'taken-down' });
  expect(rows).toMatchObject([{ documentId: 'down', branchName: 'name of branch-2' }]);
});

test('R-250: its pages join where one document of all branches ends', async () => {
  const planted = Array.from({ length: 70 }, (_, at) =>
    aPaper(`d${String(at).padStart(2, '0')}`, `branch-${(at % 2) + 1}`, 'paper'),
  );
  await world.plant('library_documents', ...planted);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: { documentId: string }[]; nextCursor: string | null } = await office().get(
      libraryOfAll,
      { part: 'all', query: 'paper', ...(cursor !== null && { cursor }) },
    );
    seen.push(...page.rows.map(({ documentId }) => documentId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(planted.map(({ _id }) => _id));
});

test.each(['member-1', 'officer', 'secretary'])(
  'R-250: the list over all branches is not for %s',
  async (memberId) => {
    expect(await world.phone(memberId).call(libraryOfAll, { part: 'all' })).toMatchObject({
      code: 'not-allowed',
    });
  },
);
