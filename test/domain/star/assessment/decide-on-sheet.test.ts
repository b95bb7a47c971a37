import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import {
  answersAppeals,
  assessorsOf,
  marksAs,
  refusalOfAppeal,
  refusalOfMark,
  refusalOfSettling,
  refusalOfSummary,
  waitsFor,
} from '../../../../domain/star/assessment/decide-on-sheet';
import type { SheetStanding } from '../../../../domain/star/assessment/sheet';
import { openingDay, termsOf } from '../../../../domain/star/assessment/terms';
import { aJudgedItem } from '../../../builders/assessments';

const terms = termsOf('2026-03', DEFAULT_STANDARD.terms, openingDay('2026-03'));
const OPEN = terms.summaryUntilMs - 1;
const apart = { why: 'leave', leaveKind: null, days: 31 } as const;
const lowered = { markId: 'lowered', itemId: 'post', points: 28, appealId: null };
const sheet = (rest: Partial<SheetStanding> = {}): SheetStanding => ({
  setApart: null,
  counted: [],
  marks: [],
  appeals: [],
  summary: null,
  settled: null,
  terms,
  ...rest,
});

const owner = { memberId: 'owner', groupId: 'g1', isSecretary: false };
const as = (role: string, rest: object = {}) => ({
  memberId: role,
  roles: [role],
  groupId: 'g1',
  ...rest,
});

test.each([
  {
    who: 'the leader of the group',
    actor: as('group-leader'),
    by: 'group-leader' as const,
    is: 'group-leader',
  },
  {
    who: 'the leader, what is the secretary’s',
    actor: as('group-leader'),
    by: 'secretary' as const,
    is: undefined,
  },
  {
    who: 'a leader of another group',
    actor: as('group-leader', { groupId: 'g2' }),
    by: 'group-leader' as const,
    is: undefined,
  },
  { who: 'who is leader no more', actor: as('member'), by: 'group-leader' as const, is: undefined },
  { who: 'the secretary', actor: as('secretary'), by: 'group-leader' as const, is: 'secretary' },
  {
    who: 'the committee office',
    actor: as('committee-office'),
    by: 'secretary' as const,
    is: 'secretary',
  },
  {
    who: 'the organisation officer',
    actor: as('organisation-officer'),
    by: 'secretary' as const,
    is: undefined,
  },
  {
    who: 'the person',
    actor: as('secretary', { memberId: 'owner' }),
    by: 'secretary' as const,
    is: undefined,
  },
])('$who marks as $is', ({ actor, by, is }) => {
  expect(marksAs(actor, owner, by)).toBe(is);
});

test('a secretary’s own sheet is marked by other officers; who is in no group has no leader', () => {
  const secretary = { ...owner, isSecretary: true };
  expect(marksAs(as('organisation-officer'), secretary, 'secretary')).toBe('secretary');
  expect(marksAs(as('discipline-officer'), secretary, 'secretary')).toBe('secretary');
  const without = { ...owner, groupId: null };
  expect(marksAs(as('group-leader', { groupId: null }), without, 'group-leader')).toBeUndefined();
});

test.each([
  [{ hasLeader: true, isSecretary: false }, 'leader', 'secretary'],
  [{ hasLeader: false, isSecretary: false }, 'secretary', 'secretary'],
  [{ hasLeader: true, isSecretary: true }, 'leader', 'other-officer'],
  [{ hasLeader: false, isSecretary: true }, 'other-officer', 'other-officer'],
] as const)(
  'of %o the leader’s items are marked by %s, and it is settled by %s',
  (of, marks, settles) => {
    expect(assessorsOf(of)).toEqual({ marks, settles });
  },
);

test.each([
  ['waits-leader', 'group-leader', { hasLeader: true }, true],
  ['waits-leader', 'secretary', { hasLeader: true }, false],
  ['waits-leader', 'secretary', { hasLeader: false }, true],
  ['waits-leader', 'organisation-officer', { hasLeader: false, isSecretary: true }, true],
  ['waits-leader', 'organisation-officer', { hasLeader: false }, false],
  ['waits-secretary', 'secretary', { hasLeader: true }, true],
  ['waits-secretary', 'group-leader', { hasLeader: true }, false],
  ['waits-secretary', 'discipline-officer', { hasLeader: true }, false],
  ['waits-secretary', 'discipline-officer', { hasLeader: true, isSecretary: true }, true],
  ['appeal', 'discipline-officer', { hasLeader: true }, true],
  ['appeal', 'group-leader', { hasLeader: true }, false],
  ['waits-member', 'secretary', { hasLeader: true }, false],
  ['settled', 'secretary', { hasLeader: true }, false],
] as const)('a sheet that is %s waits for %s, where %o: %s', (stage, role, of, expected) => {
  expect(waitsFor(as(role), { ...owner, ...of }, stage, [null])).toBe(expected);
  const own = { ...owner, ...of, memberId: role };
  expect(waitsFor(as(role), own, stage, [null])).toBe(false);
});

test('a leader who is the secretary too is asked to mark the group that they lead, and no other', () => {
  const both = as('secretary', { roles: ['secretary', 'group-leader'] });
  const led = { ...owner, hasLeader: true };
  expect(waitsFor(both, led, 'waits-leader', [])).toBe(true);
  expect(waitsFor(both, { ...led, groupId: 'g2' }, 'waits-leader', [])).toBe(false);
});

test('a sheet with two open appeals waits for whoever answers one of them', () => {
  const led = { ...owner, hasLeader: true };
  expect(waitsFor(as('secretary'), led, 'appeal', ['secretary', 'group-leader'])).toBe(true);
  expect(waitsFor(as('secretary'), led, 'appeal', ['secretary'])).toBe(false);
});

test.each([
  { who: 'the secretary', actor: as('secretary'), markedBy: 'group-leader', can: true },
  {
    who: 'the discipline officer',
    actor: as('discipline-officer'),
    markedBy: 'secretary',
    can: true,
  },
  { who: 'who gave the mark', actor: as('secretary'), markedBy: 'secretary', can: false },
  { who: 'the leader', actor: as('group-leader'), markedBy: 'x', can: false },
  { who: 'the owner', actor: as('secretary', { memberId: 'owner' }), markedBy: 'x', can: false },
])('$who answers: $can', ({ actor, markedBy, can }) => {
  expect(answersAppeals(actor, owner, markedBy)).toBe(can);
});

const given = { itemId: 'post', points: 28, reason: 'a line was empty', over: null };
test.each([
  { what: 'a minus with a reason', mark: given, on: sheet(), is: undefined },
  {
    what: 'a minus without one',
    mark: { ...given, reason: null },
    on: sheet(),
    is: 'reason-missing',
  },
  {
    what: 'full points without one',
    mark: { ...given, points: 30, reason: null },
    on: sheet(),
    is: undefined,
  },
  { what: 'more than full', mark: { ...given, points: 31 }, on: sheet(), is: 'points' },
  { what: 'below nothing', mark: { ...given, points: -1 }, on: sheet(), is: 'points' },
  { what: 'a counted item', mark: { ...given, itemId: 'studies' }, on: sheet(), is: 'not-judged' },
  { what: 'an item of no list', mark: { ...given, itemId: 'no' }, on: sheet(), is: 'not-judged' },
  {
    what: 'over a mark that was not seen',
    mark: given,
    on: sheet({ marks: [lowered] }),
    is: 'changed-meanwhile',
  },
  {
    what: 'over a mark that was seen',
    mark: { ...given, over: 'lowered' },
    on: sheet({ marks: [lowered] }),
    is: undefined,
  },
  { what: 'of who is set apart', mark: given, on: sheet({ setApart: apart }), is: 'set-apart' },
  { what: 'when it is settled', mark: given, on: sheet({ settled: {} }), is: 'settled' },
  {
    what: 'with as many as fit',
    mark: { ...given, over: 'lowered' },
    on: sheet({ marks: Array.from({ length: 50 }, () => lowered) }),
    is: 'too-many-marks',
  },
])('$what: $is', ({ mark, on, is }) => {
  expect(refusalOfMark(DEFAULT_STANDARD, on, mark, OPEN)).toBe(is);
});

test('marking ends with its term; bands are all that can be given', () => {
  expect(refusalOfMark(DEFAULT_STANDARD, sheet(), given, terms.marksUntilMs - 1)).toBeUndefined();
  expect(refusalOfMark(DEFAULT_STANDARD, sheet(), given, terms.marksUntilMs)).toBe('marking-over');
  const bands = [
    { name: 'good', points: 30 },
    { name: 'fair', points: 20 },
  ];
  const banded = { ...DEFAULT_STANDARD, items: [aJudgedItem({ bands })] };
  expect(refusalOfMark(banded, sheet(), given, OPEN)).toBe('points');
  expect(refusalOfMark(banded, sheet(), { ...given, points: 20 }, OPEN)).toBeUndefined();
});

const appealed = (markId: string, answer: { outcome: 'restored' | 'kept' } | null) => ({
  appealId: `of-${markId}`,
  itemId: 'post',
  markId,
  answer,
});

test('R-194 what an appeal has brought back is marked lower by nobody', () => {
  const restored = { ...lowered, markId: 'restored', points: 30, appealId: 'of-lowered' };
  const marks = [lowered, restored];
  const again = { ...given, points: 20, reason: '还是', over: 'restored' };
  const of = (outcome: 'restored' | 'kept') =>
    refusalOfMark(
      DEFAULT_STANDARD,
      sheet({ marks, appeals: [appealed('lowered', { outcome })] }),
      again,
      OPEN,
    );
  expect(of('restored')).toBe('appeal-granted');
  expect(of('kept')).toBeUndefined();
});
test.each([
  { what: 'a minus', on: sheet({ marks: [lowered] }), is: undefined },
  { what: 'full points', on: sheet(), is: 'nothing-to-appeal' },
  {
    what: 'what waits for an answer',
    on: sheet({ marks: [lowered], appeals: [appealed('lowered', null)] }),
    is: 'already-appealed',
  },
  {
    what: 'what was kept',
    on: sheet({ marks: [lowered], appeals: [appealed('lowered', { outcome: 'kept' })] }),
    is: 'already-appealed',
  },
  {
    what: 'another mark after an answer',
    on: sheet({
      marks: [lowered, { ...lowered, markId: 'again', points: 20 }],
      appeals: [appealed('lowered', { outcome: 'kept' })],
    }),
    is: undefined,
  },
  {
    what: 'a minus of who is set apart',
    on: sheet({ marks: [lowered], setApart: apart }),
    is: 'set-apart',
  },
  {
    what: 'the eleventh',
    on: sheet({
      marks: [lowered],
      appeals: Array.from({ length: 10 }, (_, at) => appealed(`old-${at}`, { outcome: 'kept' })),
    }),
    is: 'too-many-appeals',
  },
])('an appeal against $what: $is', ({ on, is }) => {
  expect(refusalOfAppeal(DEFAULT_STANDARD, on, 'post', OPEN)).toBe(is);
});

test('appeals end with their term, also when the sheet was settled before', () => {
  const settled = sheet({ marks: [lowered], settled: {} });
  const at = (atMs: number) => refusalOfAppeal(DEFAULT_STANDARD, settled, 'post', atMs);
  expect(at(terms.appealsUntilMs - 1)).toBeUndefined();
  expect(at(terms.appealsUntilMs)).toBe('appeals-over');
});

test.each([
  {
    what: 'an open appeal',
    on: sheet({ marks: [lowered], appeals: [appealed('lowered', null)] }),
    is: 'appeal-open',
  },
  { what: 'no marks', on: sheet(), is: 'waits-leader' },
  { what: 'a settled one', on: sheet({ settled: {} }), is: 'settled' },
  { what: 'one set apart', on: sheet({ setApart: apart }), is: 'set-apart' },
])('settling with $what: $is', ({ on, is }) => {
  expect(refusalOfSettling(DEFAULT_STANDARD, on, OPEN)).toBe(is);
});

test('own words are taken over those that the phone knows, until their term', () => {
  const written = { ...sheet(), summary: { deedId: 'first' } };
  const none = { ...sheet(), summary: null };
  expect(refusalOfSummary(none, null, OPEN)).toBeUndefined();
  expect(refusalOfSummary(written, null, OPEN)).toBe('changed-meanwhile');
  expect(refusalOfSummary(written, 'first', OPEN)).toBeUndefined();
  expect(refusalOfSummary(none, null, terms.summaryUntilMs)).toBe('summary-over');
  expect(refusalOfSummary({ ...none, setApart: apart }, null, OPEN)).toBe('set-apart');
});
