import { whoLooked } from '../../../../contract/branch/audit';
import { recordBookActions } from '../../../../contract/branch/record-book';
import type { AuditEntryDocument } from '../../../../cloudfunctions/_store/people/audit-entries';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const world = useMemberCloud(['branch']);

const anEntry = (index: number, rest: Partial<AuditEntryDocument> = {}): AuditEntryDocument => ({
  _id: `entry-${String(index).padStart(3, '0')}_0`,
  atMs: TEST_START_MS - 1000,
  branchId: 'own',
  by: { memberId: 'secretary', name: 'Name secretary', roles: ['member', 'secretary'] },
  what: { kind: 'saw-record-book', year: 2025 },
  memberIds: ['alice'],
  count: 1,
  schemaVersion: 1,
  ...rest,
});

test('a member sees who looked at and exported what about them, and nothing about others', async () => {
  const { memberRecordBook, exportMyRecordBook } = recordBookActions;
  await world.of('inspector').get(memberRecordBook, { memberId: 'alice', year: 2025 });
  await world.of('alice').get(exportMyRecordBook, { exportId: 'e1', year: 2024 });
  const { entries } = await world.of('alice').get(whoLooked, {});
  expect(entries.map(({ byName, isMyself, what }) => [byName, isMyself, what])).toEqual(
    expect.arrayContaining([
      ['Name inspector', false, { kind: 'saw-record-book', year: 2025 }],
      ['Name alice', true, { kind: 'exported-record-book', year: 2024 }],
    ]),
  );
  expect(await world.of('bob').get(whoLooked, {})).toMatchObject({ entries: [], nextCursor: null });
});

test('a long list is read in pages, each entry once, also those of one instant', async () => {
  const planted = Array.from({ length: 120 }, (_, index) => anEntry(index));
  await plant(world.cloud, { audit_entries: planted });
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await world.of('alice').get(whoLooked, cursor === undefined ? {} : { cursor });
    seen.push(...page.entries.map(({ entryId }) => entryId));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(planted.map(({ _id }) => _id).reverse());
});

test('reading it is at most three requests, with what is counted of it', async () => {
  await plant(world.cloud, { audit_entries: [anEntry(1)] });
  world.cloud.counts.reset();
  await world.of('alice').get(whoLooked, {});
  expect(world.cloud.counts.total).toBeLessThanOrEqual(3);
});
