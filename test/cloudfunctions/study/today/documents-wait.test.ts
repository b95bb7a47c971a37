import { checkDocument } from '../../../../contract/content/library';
import { memberActions } from '../../../../contract/people/member';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { aMember } from '../../../builders/documents';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const world = useMemberCloud(['content', 'member', 'study']);
const pageOf = (documentId: string) =>
  `packages/library/document/document?documentId=${documentId}`;
const asked = async (who: string) => (await world.of(who).get(today, {})).toAnswer ?? [];
const tasks = async (who: string) => (await world.of(who).get(waitsForMe, {})).tasks;
const told = async (who: string) => (await tasks(who)).map(({ title }) => title);

async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return Object.entries(world.cloud.counts.byAction)
    .filter(([name]) => name.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

beforeEach(() =>
  plant(world.cloud, { library_documents: [anOfferedDocument('paper', 'own', 'publicist')] }),
);
const TITLE = 'publicist传了《title of paper-1》';

test('what waits for a check is asked until somebody has looked at it, however long', async () => {
  await world.cloud.clock.set(TEST_START_MS + 90 * MS_PER_DAY);
  expect(await tasks('secretary')).toContainEqual(
    expect.objectContaining({
      title: TITLE,
      act: '审核',
      page: pageOf('paper'),
      sinceAtMs: TEST_START_MS,
      untilAtMs: null,
    }),
  );
  expect(await asked('secretary')).toContainEqual(
    expect.objectContaining({
      title: TITLE,
      page: pageOf('paper'),
      afterwards: '3月5日传的，等着审核',
    }),
  );
  const verdict = { kind: 'pass' } as const;
  const check = { documentId: 'paper', versionId: 'paper-1', verdict };
  await world.of('secretary').get(checkDocument, check);
  expect(await told('secretary')).not.toContain(TITLE);
});

test('it is asked of who checks now, the message of before of nobody', async () => {
  const asking = { kind: 'document-to-check', isMustRead: false, page: pageOf('paper') } as const;
  const deadlineAtMs = TEST_START_MS + 14 * MS_PER_DAY;
  await plant(world.cloud, {
    deliveries: [aDelivery('old', ['secretary'], { ...asking, branchId: 'own', deadlineAtMs })],
  });
  expect(await told('secretary')).toEqual([TITLE]);
  const set = (memberId: string, roles: ('member' | 'secretary')[]) =>
    world.of('office').get(memberActions.setRoles, { memberId, roles });
  await set('bob', ['member', 'secretary']);
  await set('secretary', ['member']);
  expect(await told('secretary')).toEqual([]);
  expect(await asked('secretary')).toEqual([]);
  expect(await told('bob')).toEqual([TITLE]);
});

/** Officers of the branch `own`, the committee office among them. */
const OTHERS = ['organiser', 'publicist', 'inspector', 'office'];

test.each<[string, string, string, readonly string[]]>([
  ['of the secretary', 'own', 'publicist', ['secretary']],
  ['of the other officers where the secretary has brought it', 'own', 'secretary', OTHERS],
  [
    'of the committee office where nobody of the branch could',
    'other',
    'other-secretary',
    ['office'],
  ],
])('%s', async (_name, branchId, byId, expected) => {
  await plant(world.cloud, { library_documents: [anOfferedDocument('paper', branchId, byId)] });
  const all = ['secretary', ...OTHERS, 'leader', 'alice', 'other-secretary'];
  const found = await Promise.all(all.map(tasks));
  expect(all.filter((_, at) => found[at]?.length === 1)).toEqual(expected);
});

test('what was returned, is read or was taken down waits for nobody; the next version of what is read does', async () => {
  const waiting = anOfferedDocument('x', 'own', 'publicist');
  const offered = waiting.offered ?? { version: aVersion('x', 'publicist'), returned: null };
  const by = { memberId: 'secretary', name: 'secretary' };
  const returned = { by, atMs: TEST_START_MS, reason: 'no' };
  await plant(world.cloud, {
    library_documents: [
      aLibraryDocument('paper', 'own'),
      { ...waiting, _id: 'returned', contentKeys: ['r'], offered: { ...offered, returned } },
      { ...waiting, _id: 'down', contentKeys: ['d'], state: 'taken-down' },
      aLibraryDocument('read', 'own', {
        offered: { version: aVersion('read-2', 'publicist'), returned: null },
      }),
    ],
  });
  expect(await told('secretary')).toEqual(['publicist传了《title of read-2》']);
});

test('many are one line of the today page, which is no request more', async () => {
  const more = ['a', 'b'].map((id) => anOfferedDocument(id, 'own', 'publicist'));
  await plant(world.cloud, { library_documents: more });
  expect(await asked('secretary')).toMatchObject([
    { body: '后面还有 2 份，都在“等我办的”里。', untilAtMs: TEST_START_MS },
  ]);
  await asked('bob');
  const ofMember = await requestsOf(() => asked('bob'));
  expect(await requestsOf(() => asked('secretary'))).toBe(ofMember);
  expect(await requestsOf(() => tasks('secretary'))).toBeLessThanOrEqual(4);
});

test('nobody who has left counts as who could check it', async () => {
  const leftDay = localDay('2025-01-01');
  await plant(world.cloud, {
    members: [
      aMember('other-secretary', { branchId: 'other', roles: ['member', 'secretary'], leftDay }),
    ],
    library_documents: [anOfferedDocument('paper', 'other', 'oscar')],
  });
  expect(await told('office')).toEqual(['oscar传了《title of paper-1》']);
});
