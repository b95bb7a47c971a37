import {
  answerAppeal,
  appealItem,
  branchSheets,
  handInSummary,
  markItem,
  markRest,
  memberSheet,
  mySheet,
  settleSheet,
} from '../../../../contract/star/assessment';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import {
  aMark,
  anAppeal,
  anAssessment,
  aSheet,
  SHEET_MONTH as month,
} from '../../../builders/assessments';
import { aMember } from '../../../builders/documents';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { useStarWorld } from '../../../worlds/star-world';

const world = useStarWorld();
const alice = aMember('alice', { groupId: 'own-g1' });
const leader = aMember('leader', { groupId: 'own-g1', roles: ['member', 'group-leader'] });
const bob = aMember('bob', { groupId: 'own-g2' });
const secretary = aMember('secretary', { roles: ['member', 'secretary'] });
const sheetId = `${month}_alice`;
const lowered = aMark('lowered');

beforeEach(async () => {
  await plant(world.cloud, {
    members: [alice, leader, bob, secretary],
    assessments: [anAssessment('own')],
    sheets: [aSheet(alice), aSheet(leader), aSheet(bob), aSheet(secretary)],
  });
});

const sheet = (id = sheetId) => stored(world.cloud, 'sheets', id);
const mark = (rest: object = {}) => ({
  sheetId,
  itemId: 'post',
  markId: 'mark-1',
  points: 28,
  reason: 'a line was empty',
  evidence: 'handover book',
  aboutDay: localDay('2025-02-09'),
  over: null,
  ...rest,
});
const told = (kind: string) =>
  storedDeliveries(world.cloud)
    .filter((message) => message.kind === kind)
    .map(({ memberIds, title }) => [memberIds.join(), title]);
const later = (days: number) => {
  world.cloud.clock.jump(TEST_START_MS + days * MS_PER_DAY);
};

test('R-182 a mark names a record of the sheet, which its person can open, and no other', async () => {
  const missed = { kind: 'study' as const, id: 'study-1', title: 'topic', atMs: TEST_START_MS };
  const counted = {
    itemId: 'studies',
    done: 0,
    chances: 1,
    earnedTenths: 0,
    proofs: [],
    missed: [missed],
    leftOut: [],
    leftOutCount: 0,
  };
  await plant(world.cloud, { sheets: [aSheet(alice, { counted: [counted] })] });
  const phone = world.phone('leader');
  const naming = (id: string) => mark({ proof: { kind: 'study', id } });
  expect(await phone.call(markItem, naming('study-2'))).toMatchObject({ code: 'no-such-record' });
  expect(await phone.call(markItem, naming('study-1'))).toMatchObject({ ok: true });
  const own = await world.phone('alice').get(mySheet, {});
  const post = own.sheet?.items.find(({ itemId }) => itemId === 'post');
  expect(post?.marks[0]?.proof).toEqual(missed);
});

test('a leader marks with a reason, and the person sees it and is told once', async () => {
  const phone = world.phone('leader');
  expect(await phone.call(markItem, mark())).toMatchObject({ ok: true });
  expect(await phone.call(markItem, mark())).toMatchObject({ ok: true });
  expect(sheet().marks).toHaveLength(1);
  expect(sheet().sum.earnedTenths).toBe(980);
  expect(told('sheet-told')).toEqual([['alice', '2月考核表：岗位职责扣了分']]);
  const own = await world.phone('alice').get(mySheet, {});
  const post = own.sheet?.items.find(({ itemId }) => itemId === 'post');
  expect(post).toMatchObject({ earnedTenths: 280, canAppeal: true, canMark: false });
  expect(post?.marks[0]).toMatchObject({ reason: 'a line was empty', as: 'group-leader' });
});

test.each([
  {
    what: 'without a reason',
    who: 'leader',
    input: mark({ reason: null }),
    code: 'reason-missing',
  },
  {
    what: 'of another group',
    who: 'leader',
    input: mark({ sheetId: `${month}_bob` }),
    code: 'not-found',
  },
  {
    what: 'on the own sheet',
    who: 'leader',
    input: mark({ sheetId: `${month}_leader` }),
    code: 'own-sheet',
  },
  {
    what: 'of what is counted',
    who: 'secretary',
    input: mark({ itemId: 'studies' }),
    code: 'not-judged',
  },
  { what: 'by an officer who does not assess', who: 'organiser', input: mark(), code: 'not-found' },
  { what: 'by a member', who: 'bob', input: mark(), code: 'not-allowed' },
])('a mark $what is refused and changes nothing', async ({ who, input, code }) => {
  const reply = await world.phone(who).call(markItem, input);
  expect(reply).toMatchObject({ ok: false, code });
  expect(sheet().marks).toEqual([]);
});

test('R-287: other points or words under the same id are no repetition, and are told so', async () => {
  const send = (more: object) =>
    world.phone('secretary').call(markItem, mark({ markId: 'lost', ...more }));
  expect(await send({})).toMatchObject({ ok: true });
  expect(await send({})).toMatchObject({ ok: true });
  expect(await send({ points: 27 })).toMatchObject({ code: 'changed-meanwhile' });
  expect(await send({ reason: 'in other words' })).toMatchObject({ code: 'changed-meanwhile' });
  expect(sheet().marks).toHaveLength(1);
});

test('of two markers at once one is first, and the other sees that mark before theirs counts', async () => {
  const replies = await Promise.all(
    ['leader', 'secretary'].map((who) =>
      world.phone(who).call(markItem, mark({ markId: `by-${who}` })),
    ),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(sheet().marks).toHaveLength(1);
  const [first] = sheet().marks;
  const again = mark({ markId: 'again', points: 29, over: first?.markId });
  expect(await world.phone('secretary').call(markItem, again)).toMatchObject({ ok: true });
  expect(sheet().marks.map(({ points }) => points)).toEqual([28, 29]);
});

test('who has lost the role marks no more, and what they gave stays with their name', async () => {
  await world.phone('leader').get(markItem, mark());
  await plant(world.cloud, { members: [{ ...leader, roles: ['member'] }] });
  const input = mark({ markId: 'mark-2', over: 'mark-1', points: 20 });
  expect(await world.phone('leader').call(markItem, input)).toMatchObject({ code: 'not-allowed' });
  expect(sheet().marks).toMatchObject([{ by: { memberId: 'leader' }, as: 'group-leader' }]);
});

test('marking the rest leaves it where it starts; then own words, then it is settled', async () => {
  const phone = world.phone('leader');
  await phone.get(markItem, mark());
  await phone.get(markRest, { sheetId, deedId: 'rest' });
  await phone.get(markRest, { sheetId, deedId: 'rest' });
  expect(sheet().marks.map(({ itemId, points }) => [itemId, points])).toEqual([
    ['post', 28],
    ['rules', 20],
  ]);
  const settling = { sheetId, deedId: 'settle' };
  const early = await world.phone('secretary').call(settleSheet, settling);
  expect(early).toMatchObject({ code: 'waits-member' });
  await world
    .phone('alice')
    .get(handInSummary, { month, deedId: 'words', text: 'My month', over: null });
  await world.phone('secretary').get(settleSheet, settling);
  expect(await world.phone('secretary').call(settleSheet, settling)).toMatchObject({ ok: true });
  expect(sheet().settled).toMatchObject({ by: { memberId: 'secretary' } });
  expect(told('sheet-told')).toContainEqual(['alice', '2月考核表评好了']);
});

test('own words: again from the same phone, not over those of another', async () => {
  const phone = world.phone('alice');
  const words = (deedId: string, over: string | null) => ({ month, deedId, text: deedId, over });
  await phone.get(handInSummary, words('first', null));
  await phone.get(handInSummary, words('first', null));
  expect(await phone.call(handInSummary, words('second', null))).toMatchObject({
    code: 'changed-meanwhile',
  });
  await phone.get(handInSummary, { ...words('second', null), text: 'first' });
  await phone.get(handInSummary, words('third', 'first'));
  expect(sheet().summary?.text).toBe('third');
  later(3);
  expect(await phone.call(handInSummary, words('late', 'third'))).toMatchObject({
    code: 'summary-over',
  });
});

test('an appeal is answered by somebody else, and both marks stay', async () => {
  await world.phone('secretary').get(markItem, mark());
  const appeal = { month, itemId: 'post', appealId: 'appeal', text: 'we had changed shifts' };
  const own = world.phone('alice');
  await own.get(appealItem, appeal);
  await own.get(appealItem, appeal);
  expect(await own.call(appealItem, { ...appeal, text: 'in other words' })).toMatchObject({
    code: 'already-appealed',
  });
  expect(sheet().appeals).toHaveLength(1);
  expect(told('sheet-office')).toEqual([['inspector,office', 'Name alice申诉：岗位职责']]);
  const answer = (rest: object = {}) => ({
    sheetId,
    appealId: 'appeal',
    deedId: 'answer',
    outcome: 'restored' as const,
    reason: 'the swap is in the roster',
    ...rest,
  });
  const ofMarker = await world.phone('secretary').call(answerAppeal, answer());
  expect(ofMarker).toMatchObject({ code: 'not-yours' });
  await world.phone('inspector').get(answerAppeal, answer());
  await world.phone('inspector').get(answerAppeal, answer());
  const reworded = world.phone('inspector').call(answerAppeal, answer({ reason: 'so it is' }));
  expect(await reworded).toMatchObject({ code: 'changed-meanwhile' });
  const other = answer({ deedId: 'other', outcome: 'kept' });
  expect(await world.phone('office').call(answerAppeal, other)).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(sheet().marks.map(({ points }) => points)).toEqual([28, 30]);
  expect(sheet().sum.earnedTenths).toBe(1000);
  expect(told('sheet-told')).toContainEqual(['alice', '申诉有答复：岗位职责改回来了']);
});

test('R-323 an appeal that nobody of the branch may answer is told the committee office, which can answer', async () => {
  const abroad = { branchId: 'other', roles: ['member', 'committee-office'] as Member['roles'] };
  await plant(world.cloud, { members: [aMember('inspector'), aMember('office', abroad)] });
  await world.phone('secretary').get(markItem, mark());
  const appeal = { month, itemId: 'post', appealId: 'appeal', text: 'we had changed shifts' };
  await world.phone('alice').get(appealItem, appeal);
  expect(told('sheet-office')).toEqual([['office', 'name of own · Name alice申诉：岗位职责']]);
  const answered = { outcome: 'restored', reason: 'so it was' } as const;
  await world
    .phone('office')
    .get(answerAppeal, { sheetId, appealId: 'appeal', deedId: 'd', ...answered });
  expect(told('sheet-told')).toContainEqual(['alice', expect.stringContaining('改回来了')]);
});

test('a sheet with two open appeals waits for whoever answers the later one', async () => {
  const marks = [
    aMark('first', { by: { memberId: 'secretary', name: 'Name secretary' }, as: 'secretary' }),
    aMark('second', { itemId: 'rules', points: 18 }),
  ];
  const appeals = [
    anAppeal('of-first', { markId: 'first' }),
    anAppeal('of-second', { itemId: 'rules', markId: 'second' }),
  ];
  await plant(world.cloud, { sheets: [aSheet(alice, { marks, appeals })] });
  const { rows } = await world.phone('secretary').get(branchSheets, {});
  const row = rows.find(({ memberId }) => memberId === 'alice');
  expect(row).toMatchObject({ stage: 'appeal', isMine: true });
});

test('what the roster says of the day stands beside an appeal, for who answers it', async () => {
  const day = localDay('2025-02-19');
  const swap = {
    kind: 'swap' as const,
    id: 'swap',
    swapId: 'swap',
    withPersonId: 'bob',
    fromDay: day,
    toDay: localDay('2025-02-20'),
    slots: [{ label: 'morning', kind: 'day' as const, startMinute: 480, durationMinutes: 480 }],
  };
  const marked = { ...lowered, aboutDay: day };
  await plant(world.cloud, {
    members: [{ ...alice, overrides: [swap] }],
    sheets: [
      aSheet(alice, { marks: [marked], appeals: [anAppeal('appeal', { markId: 'lowered' })] }),
    ],
  });
  const { sheet: opened } = await world.phone('inspector').get(memberSheet, { sheetId });
  const [appeal] = opened.items.flatMap(({ appeals }) => appeals);
  expect(appeal?.found).toMatchObject([{ kind: 'swap', shift: { label: 'morning' } }]);
  expect(appeal).toMatchObject({ canAnswer: true, restoredPoints: 30 });
  expect(appeal?.ifRestored).toEqual({ earnedTenths: 1000, permille: 1000 });
});

test('an appeal after the term is refused and says nothing to anybody', async () => {
  await plant(world.cloud, { sheets: [aSheet(alice, { marks: [lowered] })] });
  later(8);
  const appeal = { month, itemId: 'post', appealId: 'late', text: 'too late' };
  expect(await world.phone('alice').call(appealItem, appeal)).toMatchObject({
    code: 'appeals-over',
  });
  expect(sheet().appeals).toEqual([]);
  expect(told('sheet-office')).toEqual([]);
});

test('after the last term it stands as decided, before the clock has come', async () => {
  const appeals = [anAppeal('appeal', { markId: 'lowered' })];
  await plant(world.cloud, { sheets: [aSheet(alice, { marks: [lowered], appeals })] });
  later(10);
  const { sheet: own } = await world.phone('alice').get(mySheet, {});
  expect(own).toMatchObject({ stage: 'settled', sum: { earnedTenths: 1000 } });
  expect(own?.items.flatMap((item) => item.appeals)[0]?.answer?.outcome).toBe('unanswered');
  const answer = {
    sheetId,
    appealId: 'appeal',
    deedId: 'a',
    outcome: 'kept' as const,
    reason: 'no',
  };
  expect(await world.phone('office').call(answerAppeal, answer)).toMatchObject({
    code: 'answers-over',
  });
});

test('a leader sees the own group, the secretary all; nobody else anybody', async () => {
  const rowsOf = async (who: string) =>
    (await world.phone(who).get(branchSheets, {})).rows.map(({ memberId }) => memberId);
  expect(await rowsOf('leader')).toEqual(['alice', 'leader']);
  expect(await rowsOf('secretary')).toEqual(['alice', 'bob', 'leader', 'secretary']);
  expect(await rowsOf('organiser')).toEqual(['secretary']);
  const elsewhere = await world.phone('other-secretary').call(memberSheet, { sheetId });
  expect(elsewhere).toMatchObject({ code: 'not-found' });
  const months = await world.phone('secretary').get(branchSheets, { month: '2024-12' });
  expect(months).toMatchObject({ terms: null, rows: [], laterMonth: '2025-01' });
});

test('the sheet of a leader waits for the secretary, and for nobody else', async () => {
  await plant(world.cloud, { sheets: [aSheet(leader, { hasLeader: false })] });
  const rowOf = async (who: string) =>
    (await world.phone(who).get(branchSheets, {})).rows.find(
      ({ memberId }) => memberId === 'leader',
    );
  const assessors = { marks: 'secretary', settles: 'secretary' };
  expect(await rowOf('leader')).toMatchObject({ isMine: false, assessors });
  expect(await rowOf('secretary')).toMatchObject({ isMine: true, assessors });
  expect((await world.phone('leader').get(mySheet, {})).sheet).toMatchObject({ assessors });
});

test('a sheet of somebody who has gone to another branch stays with the branch that opened it', async () => {
  await plant(world.cloud, { members: [{ ...alice, branchId: 'other', groupId: null }] });
  expect(await world.phone('leader').call(markItem, mark())).toMatchObject({ ok: true });
  expect((await world.phone('alice').get(mySheet, {})).sheet?.sheetId).toBe(sheetId);
  const other = await world.phone('other-secretary').call(memberSheet, { sheetId });
  expect(other).toMatchObject({ code: 'not-found' });
});
