import { aNormsVersion } from '../../../builders/norms';
import { recordBookActions } from '../../../../contract/branch/record-book';
import { STUDY_KINDS } from '../../../../domain/study/study-kinds';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { plant, stored } from '../../../builders/stored';
import { aNote } from '../../../builders/notes';
import { aMakeUp } from '../../../builders/make-ups';
import { anEnteredLine, aPastStudy, corrected } from '../../../builders/register';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { myRecordBook, memberRecordBook } = recordBookActions;
const world = useMemberCloud(['branch']);
const at = (day: string, minute = 9 * 60) => instantOf(localDay(day), minute);
const alice = aMember('alice', {
  crewHistory: [{ crewId: 'crew-2', fromDay: localDay('2024-01-01') }],
});

async function plantYear(): Promise<void> {
  const january = aPastStudy('january', at('2025-01-10'), { topic: 'one', minutes: 240 });
  const february = aPastStudy('february', at('2025-02-10'), { topic: 'two', minutes: 30 });
  const madeUp = aPastStudy('made-up', at('2025-02-20'), { topic: 'three', minutes: 15 });
  const missed = aPastStudy('missed', at('2025-02-21'));
  const offline = aPastStudy('offline', at('2025-03-01'), { topic: 'four', minutes: 20 });
  const lastYear = aPastStudy('last-year', at('2024-12-31', 20 * 60), { minutes: 45 });
  await plant(world.cloud, {
    members: [alice],
    studies: [january, february, madeUp, missed, offline, lastYear],
    attendances: [
      anEnteredLine(january, alice),
      anEnteredLine(february, alice, 'late'),
      corrected(anEnteredLine(madeUp, alice, 'absent'), 'made-up'),
      anEnteredLine(missed, alice, 'absent'),
      anEnteredLine(offline, alice, 'to-confirm'),
      anEnteredLine(lastYear, alice),
      anEnteredLine(january, aMember('bob')),
    ],
  });
}

test('a make-up stands at the time when it was done, with the minutes that it earned', async () => {
  const study = aPastStudy('kept-from', at('2025-02-20'), { minutes: 40 });
  const doneAtMs = at('2025-02-23', 15 * 60);
  const makeUp = aMakeUp({ doneAtMs, way: 'quiz', minutes: 13 });
  const line = { ...anEnteredLine(study, alice, 'absent'), isIn: true, makeUp };
  await plant(world.cloud, { members: [alice], studies: [study], attendances: [line] });
  const book = await world.of('alice').get(myRecordBook, { year: 2025 });
  expect(book.entries).toMatchObject([{ kind: 'make-up', atMs: doneAtMs, way: null, minutes: 13 }]);
  expect(book.makeUp).toEqual({ count: 1, minutes: 13 });
});

test('a year has what was attended and made up, with sums that add up', async () => {
  await plantYear();
  const book = await world.of('alice').get(myRecordBook, { year: 2025 });
  expect(book).toMatchObject({
    name: 'Name alice',
    branchName: 'name of own',
    crewName: 'crew 2',
    firstYear: 2024,
    target: { hours: 32, askedAs: 'member', isOwn: false },
    checkIn: { count: 2, minutes: 270 },
    makeUp: { count: 1, minutes: 15 },
    minutes: 285,
    months: [
      { month: '2025-03', count: 1, minutes: 0 },
      { month: '2025-02', count: 2, minutes: 45 },
      { month: '2025-01', count: 1, minutes: 240 },
    ],
  });
  expect(book.entries.map(({ topic, kind, way, minutes }) => [topic, kind, way, minutes])).toEqual([
    ['four', 'to-confirm', 'scan', 20],
    ['three', 'make-up', null, 15],
    ['two', 'check-in', 'scan', 30],
    ['one', 'check-in', 'scan', 240],
  ]);
  const before = await world.of('alice').get(myRecordBook, { year: 2024 });
  expect(before).toMatchObject({
    minutes: 45,
    months: [{ month: '2024-12', count: 1, minutes: 45 }],
  });
});

test('R-31: a study of every kind, a lecture of 廉政讲座 too, stands in the book of who was there', async () => {
  const studies = STUDY_KINDS.map((kind, day) =>
    aPastStudy(kind, at(`2025-01-${day + 10}`), { kind, topic: kind, minutes: 10 }),
  );
  const attendances = studies.map((study) => anEnteredLine(study, alice));
  await plant(world.cloud, { members: [alice], studies, attendances });
  const book = await world.of('alice').get(myRecordBook, { year: 2025 });
  expect(book.entries.map(({ topic }) => topic)).toEqual([...STUDY_KINDS].reverse());
  expect(book.checkIn).toEqual({ count: STUDY_KINDS.length, minutes: STUDY_KINDS.length * 10 });
});

test('notes that stand are in their month without hours; returned, taken back and those of other years are not', async () => {
  await plantYear();
  const ofMarch = { handedInAtMs: at('2025-03-02'), title: 'words of march' };
  await plant(world.cloud, {
    notes: [
      aNote('standing', alice, { ...ofMarch, type: 'news', state: 'used' }),
      aNote('january', alice, { handedInAtMs: at('2025-01-05'), title: 'of january' }),
      aNote('returned', alice, { ...ofMarch, state: 'returned' }),
      aNote('taken-back', alice, { ...ofMarch, state: 'taken-back' }),
      aNote('last-year', alice, { handedInAtMs: at('2024-12-31') }),
      aNote('next-year', alice, { handedInAtMs: at('2026-01-01', 0) }),
      aNote('of-bob', aMember('bob'), ofMarch),
      aNote('elsewhere', alice, { ...ofMarch, branchId: 'other', title: 'of the branch before' }),
    ],
  });
  const mine = await world.of('alice').get(myRecordBook, { year: 2025 });
  expect(mine.notes.map(({ noteId }) => noteId)).toEqual(['standing', 'elsewhere', 'january']);
  expect(mine.notes[0]).toEqual({
    noteId: 'standing',
    type: 'news',
    title: 'words of march',
    month: '2025-03',
    atMs: at('2025-03-02'),
  });
  expect(mine).toMatchObject({
    minutes: 285,
    months: [
      { month: '2025-03', count: 3, minutes: 0 },
      { month: '2025-02', count: 2, minutes: 45 },
      { month: '2025-01', count: 2, minutes: 240 },
    ],
  });
  const theirs = await world
    .of('secretary')
    .get(memberRecordBook, { memberId: 'alice', year: 2025 });
  expect(theirs.notes.map(({ noteId }) => noteId)).toEqual(['standing', 'january']);
});

test('years before a move to another branch can be picked, by the first record and the first note', async () => {
  const old = aPastStudy('old', at('2022-03-01'), { minutes: 60 });
  const moved = aMember('alice', { joinedDay: localDay('2025-06-01') });
  const bob = aMember('bob', { joinedDay: localDay('2025-06-01') });
  await plant(world.cloud, {
    members: [moved, bob, aMember('officer', { roles: ['member', 'organisation-officer'] })],
    studies: [old],
    attendances: [anEnteredLine(old, moved)],
    notes: [
      aNote('theirs', bob, { branchId: 'other', firstAtMs: at('2021-02-01'), type: 'news' }),
      aNote('taken', bob, { firstAtMs: at('2020-02-01'), state: 'taken-back', type: 'news' }),
    ],
  });
  const year = 2025;
  const byOfficer = async (memberId: string) =>
    (await world.of('officer').get(memberRecordBook, { memberId, year })).firstYear;
  expect((await world.of('alice').get(myRecordBook, { year })).firstYear).toBe(2022);
  expect(await byOfficer('alice')).toBe(2022);
  expect((await world.of('bob').get(myRecordBook, { year })).firstYear).toBe(2021);
  expect(await byOfficer('bob')).toBe(2025);
});

test('a year without anything is an empty book', async () => {
  const book = await world.of('bob').get(myRecordBook, { year: 2025 });
  expect(book).toMatchObject({ minutes: 0, months: [], entries: [] });
});

test('a secretary is asked for more hours, and a branch can have its own', async () => {
  const asked = async (who: string) =>
    (await world.of(who).get(myRecordBook, { year: 2025 })).target;
  expect(await asked('secretary')).toEqual({ hours: 56, askedAs: 'officer', isOwn: false });
  await plant(world.cloud, {
    branches: [
      { ...stored(world.cloud, 'branches', 'own'), yearlyHours: { member: 40, officer: 60 } },
    ],
  });
  await world.cloud.host.reload('branch');
  expect(await asked('secretary')).toEqual({ hours: 60, askedAs: 'officer', isOwn: true });
  expect(await asked('alice')).toEqual({ hours: 40, askedAs: 'member', isOwn: true });
});

test('R-291: the hours of a year are those that held in its last month, for all or for the branch', async () => {
  const hours = (member: number) => ({ hours: { member, officer: null } });
  await plant(world.cloud, {
    norms: [
      aNormsVersion({ fromMonth: '2023-01', ...hours(36) }),
      aNormsVersion({ version: 2, fromMonth: '2024-12', ...hours(40) }),
      aNormsVersion({ scope: 'own', fromMonth: '2025-01', ...hours(44) }),
      aNormsVersion({ scope: 'own', version: 2, fromMonth: '2099-01', ...hours(48) }),
    ],
  });
  const askedIn = async (year: number) =>
    (await world.of('alice').get(myRecordBook, { year })).target;
  expect(await askedIn(2022)).toMatchObject({ hours: 32, isOwn: false });
  expect(await askedIn(2023)).toMatchObject({ hours: 36, isOwn: true });
  expect(await askedIn(2024)).toMatchObject({ hours: 40, isOwn: true });
  expect(await askedIn(2025)).toMatchObject({ hours: 44, isOwn: true });
});

test('an officer sees the book of a member, which leaves one line a day in the trail', async () => {
  await plantYear();
  const input = { memberId: 'alice', year: 2025 };
  expect(await world.of('inspector').get(memberRecordBook, input)).toMatchObject({ minutes: 285 });
  await world.of('inspector').get(memberRecordBook, input);
  const trail = [...world.cloud.engine.collection('audit_entries').all()];
  expect(trail.map(({ document }) => document)).toMatchObject([
    {
      by: { memberId: 'inspector', name: 'Name inspector' },
      what: { kind: 'saw-record-book', year: 2025 },
      memberIds: ['alice'],
      count: 1,
    },
  ]);
  expect(await world.of('bob').call(memberRecordBook, input)).toMatchObject({
    code: 'not-allowed',
  });
  expect(await world.of('other-secretary').call(memberRecordBook, input)).toMatchObject({
    code: 'not-found',
  });
});

test('a book of a year is two requests, that of somebody else three with the line of the trail', async () => {
  await plantYear();
  const requests = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return world.cloud.counts.total;
  };
  const mine = () => world.of('alice').get(myRecordBook, { year: 2025 });
  const theirs = () =>
    world.of('inspector').get(memberRecordBook, { memberId: 'alice', year: 2025 });
  await world.of('bob').get(myRecordBook, { year: 2025 });
  expect(await requests(mine)).toBeLessThanOrEqual(3);
  expect(await requests(mine)).toBeLessThanOrEqual(2);
  expect(await requests(theirs)).toBe(3);
});
