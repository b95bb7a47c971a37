import { branchSheets } from '../../../../contract/star/assessment';
import { waitsForMe } from '../../../../contract/waits-for-me';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aMark, anAppeal, anAssessment, aSheet } from '../../../builders/assessments';
import { stored } from '../../../builders/stored';
import { aMember, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('star');
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);
const OPENED = instantOf(localDay('2025-03-01'), 0);

/** Own words are over, marks are not. */
const terms = {
  summaryUntilMs: NOW - MS_PER_DAY,
  marksUntilMs: NOW + MS_PER_DAY,
  appealsUntilMs: NOW + 2 * MS_PER_DAY,
  answersUntilMs: NOW + 3 * MS_PER_DAY,
};
const marksOver = { ...terms, marksUntilMs: NOW - MS_PER_HOUR };
const wordsOpen = { ...terms, summaryUntilMs: NOW + MS_PER_HOUR };

/** Everything that is a leader's, an hour ago. */
const marks = DEFAULT_STANDARD.items
  .filter(({ by }) => by === 'group-leader')
  .map(({ itemId }) =>
    aMark(`on-${itemId}`, {
      itemId,
      by: { memberId: 'leader-1', name: 'leader-1' },
      atMs: NOW - MS_PER_HOUR,
    }),
  );
const [first] = marks;
const appeal = (markId: string | null) =>
  anAppeal('appeal', { markId, itemId: first?.itemId ?? '', atMs: NOW - 2 * MS_PER_HOUR });

const memberOf = (memberId: string): Member => stored(world.cloud, 'members', memberId);
const sheetOf = (memberId: string, more: object = {}) =>
  aSheet(memberOf(memberId), { terms, hasLeader: true, ...more });

beforeEach(async () => {
  const leads = { roles: ['member', 'group-leader'], groupId: 'group-1' } as const;
  await world.plant(
    'members',
    aMember('leader-1', { ...leads, roles: [...leads.roles] }),
    aMember('discipline', { roles: ['member', 'discipline-officer'] }),
  );
  await world.plant('assessments', anAssessment('branch-1', { terms }));
});

const linesOf = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks.filter(({ kind }) =>
    ['sheets', 'appeals'].includes(kind),
  );
const told = async (memberId: string) =>
  (await linesOf(memberId)).map(({ title, act }) => `${title} ${act}`);

/** How many sheets the list of the branch says are this person's to do. */
const mine = async (memberId: string) =>
  (await world.phone(memberId).get(branchSheets, {})).rows.filter(({ isMine }) => isMine === true)
    .length;

test('sheets wait for the leader until all that is theirs is marked, then for the secretary to settle', async () => {
  await world.plant(
    'sheets',
    sheetOf('member-1'),
    sheetOf('member-2', { marks: marks.slice(1) }),
    // Of a group that has a leader, who is not this one.
    sheetOf('member-3', { groupId: 'group-2' }),
    sheetOf('member-4', { marks }),
    sheetOf('member-5', { marks, terms: wordsOpen }),
    sheetOf('day-worker', { terms: marksOver }),
    sheetOf('leader-1', { marks }),
    sheetOf('leader', { settled: { deedId: 'd', by: null, atMs: NOW } }),
  );
  expect(await told('leader-1')).toEqual(['2月考核表，2 份 评']);
  expect(await told('secretary')).toEqual(['2月考核表，3 份 定']);
  expect(await linesOf('leader-1')).toMatchObject([
    { sinceAtMs: OPENED, untilAtMs: terms.marksUntilMs },
  ]);
  expect(await linesOf('secretary')).toMatchObject([
    { sinceAtMs: OPENED, untilAtMs: terms.answersUntilMs },
  ]);
  expect(await told('officer')).toEqual([]);
  expect([await mine('leader-1'), await mine('secretary')]).toEqual([2, 3]);
});

test('a secretary’s own sheet waits for other officers, and for who leads their group', async () => {
  await world.alter('members', 'secretary', { groupId: 'group-1' });
  await world.plant('sheets', sheetOf('secretary', { hasLeader: false }));
  expect(await told('officer')).toEqual(['2月考核表，1 份 评']);
  expect(await told('leader-1')).toEqual(['2月考核表，1 份 评']);
  expect(await told('secretary')).toEqual([]);
  expect([await mine('officer'), await mine('leader-1')]).toEqual([1, 1]);
});

test('an appeal waits for whoever may answer it, but for who gave the mark', async () => {
  const bySecretary = marks.map((mark) => ({
    ...mark,
    by: { memberId: 'secretary', name: 'secretary' },
  }));
  await world.plant(
    'sheets',
    sheetOf('member-1', { appeals: [appeal(null)] }),
    sheetOf('member-2', { marks: bySecretary, appeals: [appeal(first?.markId ?? null)] }),
  );
  await world.alter('members', 'office', { branchId: 'branch-1' });
  expect(await told('secretary')).toEqual(['2月考核，1 份有申诉 答复']);
  expect(await told('discipline')).toEqual(['2月考核，2 份有申诉 答复']);
  expect(await told('office')).toEqual(['2月考核，2 份有申诉 答复']);
  // While an appeal is open nothing is marked.
  expect(await told('leader-1')).toEqual([]);
  expect(await linesOf('secretary')).toMatchObject([
    { sinceAtMs: NOW - 2 * MS_PER_HOUR, untilAtMs: terms.answersUntilMs },
  ]);
  expect([await mine('secretary'), await mine('discipline')]).toEqual([1, 2]);
});

describe('R-323 an appeal that nobody of the branch may answer', () => {
  const bySecretary = { ...first!, by: { memberId: 'secretary', name: 'secretary' } };
  const appealed = (memberId: string, more: object = {}) =>
    sheetOf(memberId, { marks: [bySecretary], appeals: [appeal(bySecretary.markId)], ...more });

  test('waits for the committee office, by the name of the branch, and no longer than until somebody there may', async () => {
    await world.plant('sheets', appealed('member-1'), appealed('member-2'));
    expect(await told('office')).toEqual([]);
    await world.alter('members', 'discipline', { roles: ['member'] });
    expect(await linesOf('office')).toMatchObject([
      {
        taskId: 'appeal-2025-02-branch-1',
        kind: 'appeals',
        title: 'branch-1 · 2月考核，2 份有申诉',
        act: '答复',
        page: 'packages/star-office/sheets/sheets?branchId=branch-1&month=2025-02',
        sinceAtMs: NOW - 2 * MS_PER_HOUR,
        untilAtMs: terms.answersUntilMs,
      },
    ]);
    expect(await told('secretary')).toEqual([]);
    expect(await told('officer')).toEqual([]);
    await world.alter('members', 'officer', { roles: ['member', 'discipline-officer'] });
    expect([await told('office'), await told('officer')]).toEqual([
      [],
      ['2月考核，2 份有申诉 答复'],
    ]);
  });

  test('which may be one of two on a sheet', async () => {
    await world.alter('members', 'discipline', { roles: ['member'] });
    const byLeader = { ...marks[1]!, by: { memberId: 'leader-1', name: 'leader-1' } };
    const other = anAppeal('other', { markId: byLeader.markId, itemId: byLeader.itemId });
    const ofLeader = { marks: [bySecretary, byLeader], appeals: [other] };
    await world.plant('sheets', appealed('member-1', ofLeader));
    expect(await told('office')).toEqual([]);
    const appeals = [other, appeal(bySecretary.markId)];
    await world.alter('sheets', '2025-02_member-1', { appeals });
    expect(await told('office')).toEqual(['branch-1 · 2月考核，1 份有申诉 答复']);
  });

  test.each<[string, object]>([
    [
      'it is answered',
      {
        appeals: [
          {
            ...appeal(bySecretary.markId),
            answer: { deedId: 'd', outcome: 'kept', reason: null, by: null, atMs: NOW },
          },
        ],
      },
    ],
    ['its term is over', { terms: { ...terms, answersUntilMs: NOW } }],
    [
      'the mark was given by the office',
      { marks: [{ ...bySecretary, by: { memberId: 'office', name: 'office' } }] },
    ],
  ])('waits no more for who is of the office once %s', async (_, more) => {
    for (const memberId of ['discipline', 'secretary']) {
      await world.alter('members', memberId, { roles: ['member'] });
    }
    await world.plant('sheets', appealed('member-1', more));
    expect(await told('office')).toEqual([]);
  });

  test('costs the list of the office no request', async () => {
    await world.alter('members', 'discipline', { roles: ['member'] });
    await world.plant('sheets', appealed('member-1'));
    await world.cloud.host.reload('study');
    world.cloud.counts.reset();
    expect(await told('office')).toHaveLength(1);
    const requests = Object.entries(world.cloud.counts.byAction)
      .filter(([action]) => action.startsWith('database.'))
      .reduce((sum, [, count]) => sum + count, 0);
    expect(requests).toBeLessThanOrEqual(4);
  });
});
