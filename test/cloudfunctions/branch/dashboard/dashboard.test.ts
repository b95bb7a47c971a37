import type { AttendanceDocument } from '../../../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { dashboard } from '../../../../contract/branch/dashboard';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const people = ['a', 'b', 'c', 'd'].map((id) => aMember(id));
const by = { memberId: 'secretary', name: 'Secretary' };

/** Closed that many days ago; nobody has noted duty in it yet. */
function past(studyId: string, daysAgo: number, study: Partial<StudyDocument> = {}): StudyDocument {
  const sitting = aSitting(studyId, world.nowMs() - daysAgo * MS_PER_DAY);
  return aStudy(studyId, {
    sittings: [sitting],
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    ...study,
  });
}

/** As past, and duty is noted. */
function held(studyId: string, daysAgo: number, study: Partial<StudyDocument> = {}): StudyDocument {
  return past(studyId, daysAgo, { dutyNotedAtMs: world.nowMs(), ...study });
}

function came(state: 'attended' | 'late' | 'to-confirm', sittingId: string) {
  const record: AttendanceDocument['record'] = {
    sittingId,
    state,
    way: 'scan',
    atMs: world.nowMs() - MS_PER_DAY,
    claimedAtMs: null,
    markedBy: null,
    reason: null,
    requestId: 'earlier',
  };
  return { record, isIn: state !== 'to-confirm', wasOnDuty: false };
}

const corrected = (to: 'made-up' | 'absent' | 'on-duty') => ({
  corrections: [
    { from: 'absent' as const, to, reason: 'reason', by, atMs: 1, requestId: 'earlier' },
  ],
  isIn: to === 'made-up',
});

/** A line for each of the first people of `lines`. */
const register = (study: StudyDocument, ...lines: readonly Partial<AttendanceDocument>[]) =>
  lines.map((line, index) => ({ ...aLine(study, people[index]!), wasOnDuty: false, ...line }));

const asSecretary = () => phone(world.cloud, 'phone-secretary', 'secretary');

test('what is over counts by what stands last on each line, fair beside raw', async () => {
  const study = held('s1', 2, { kind: 'party-lecture', minutes: 90 });
  await plant(world.cloud, {
    studies: [study],
    attendances: register(
      study,
      { crewId: 'crew-2', ...came('late', 's1-s1') },
      { crewId: 'crew-1', ...came('attended', 's1-s1'), ...corrected('absent') },
      { crewId: 'crew-1', ...corrected('made-up'), wasOnDuty: true },
      { crewId: null, wasOnDuty: true },
    ),
  });
  const told = await asSecretary().get(dashboard, {});
  const sums = { asked: 4, attended: 2, couldAttend: 3, leftOutOnLeave: 0 };
  expect(told).toMatchObject({
    branchName: 'name of own',
    month: '2025-03',
    people: 4,
    openStudies: 0,
    sums,
    crews: [
      { crewId: 'crew-1', name: 'crew 1' },
      { crewId: 'crew-2', name: 'crew 2' },
      { crewId: null, name: null },
    ],
    burden: { medianMinutes: 90, highestMinutes: 90, limitMinutes: 100 },
  });
  expect(told.studies).toMatchObject([{ studyId: 's1', kind: 'party-lecture', sums }]);
  expect(told.studies[0]?.cells).toHaveLength(3);
  expect(told.studies[0]?.cells).toEqual(
    expect.arrayContaining([
      { crewId: 'crew-1', attended: 1, couldAttend: 2 },
      { crewId: 'crew-2', attended: 1, couldAttend: 1 },
      { crewId: null, attended: 0, couldAttend: 0 },
    ]),
  );
});

test('what is open is asked and no rate; a register without its note of duty is open', async () => {
  const unnoted = past('unnoted', 1);
  const open = past('open', -3, { minutes: 30 });
  await plant(world.cloud, {
    studies: [unnoted, open],
    attendances: [...register(unnoted, {}, {}), ...register(open, came('attended', 'open-s1'))],
  });
  expect(await asSecretary().get(dashboard, {})).toMatchObject({
    people: 2,
    openStudies: 2,
    sums: { asked: 0, attended: 0 },
    studies: [],
    burden: { medianMinutes: 60, highestMinutes: 90 },
  });
});

test('drafts, what was called off, and people who are not asked any more count nothing', async () => {
  const draft = held('draft', 2, { state: 'draft', publishedAtMs: null });
  const never = held('never', 2, { state: 'cancelled', publishedAtMs: null });
  const off = held('off', 2, { state: 'cancelled', sittings: [aSitting('off', 1)] });
  const study = held('s1', 2);
  await plant(world.cloud, {
    studies: [draft, never, off, study],
    attendances: [
      ...[draft, never, off].flatMap((each) => register(each, came('attended', 'elsewhere'))),
      ...register(study, { isExpected: false }, { isExpected: false, ...came('late', 's1-s1') }),
    ],
  });
  expect(await asSecretary().get(dashboard, {})).toMatchObject({
    people: 1,
    sums: { asked: 1, attended: 1 },
    burden: { highestMinutes: 60 },
  });
});

test('of a cancelled study only who came to what was held was asked', async () => {
  const first = { ...aSitting('half', world.nowMs() - 2 * MS_PER_DAY), sittingId: 'first' };
  const second = { ...aSitting('half', world.nowMs() + MS_PER_DAY), sittingId: 'second' };
  const half = held('half', 2, {
    state: 'cancelled',
    sittings: [first, { ...second, closedAtMs: world.nowMs() - MS_PER_DAY }],
  });
  await plant(world.cloud, {
    studies: [half],
    attendances: register(
      half,
      came('attended', 'first'),
      came('to-confirm', 'first'),
      came('attended', 'second'),
      { reply: { kind: 'excused', reason: 'ill', atMs: 1 } },
    ),
  });
  expect(await asSecretary().get(dashboard, {})).toMatchObject({
    people: 2,
    openStudies: 0,
    sums: { asked: 2, attended: 1, couldAttend: 2 },
  });
});

test('the trend has six months, a study in that in which its register closes', async () => {
  const lastMonth = held('last', 5);
  const longAgo = held('ago', 30 * 5);
  const tooLong = held('too-long', 30 * 7);
  const next = held('next', -30);
  await plant(world.cloud, {
    studies: [lastMonth, longAgo, tooLong, next],
    attendances: [lastMonth, longAgo, tooLong, next].flatMap((study) =>
      register(study, came('attended', `${study._id}-s1`), {}),
    ),
  });
  const { trend } = await asSecretary().get(dashboard, {});
  expect(trend.map(({ month, sums }) => [month, sums.attended, sums.asked])).toEqual([
    ['2024-10', 1, 2],
    ['2024-11', 0, 0],
    ['2024-12', 0, 0],
    ['2025-01', 0, 0],
    ['2025-02', 1, 2],
    ['2025-03', 0, 0],
  ]);
  const february = await asSecretary().get(dashboard, { month: '2025-02' });
  expect(february).toMatchObject({ people: 2, sums: { asked: 2 }, month: '2025-02' });
});

test('lines stay with the branch that asked, wherever their people are now', async () => {
  const theirs = held('theirs', 1, { branchId: 'other' });
  const ours = held('ours', 1);
  const moved = people.map((member) => ({ ...member, branchId: 'other' }));
  await plant(world.cloud, {
    members: moved,
    studies: [theirs, ours],
    attendances: [...register(theirs, came('late', 'theirs-s1')), ...register(ours, {}, {})],
  });
  expect(await asSecretary().get(dashboard, {})).toMatchObject({ people: 2, sums: { asked: 2 } });
  const office = phone(world.cloud, 'phone-office', 'office');
  expect(await office.get(dashboard, { branchId: 'other' })).toMatchObject({
    people: 1,
    sums: { asked: 1, attended: 1 },
  });
});

test('is three requests, without a study and with ten', async () => {
  const requestsOf = async () => {
    world.cloud.counts.reset();
    await asSecretary().get(dashboard, {});
    return world.cloud.counts.total;
  };
  expect(await requestsOf()).toBe(3);
  const studies = Array.from({ length: 10 }, (_, index) => held(`s${index}`, index));
  const attendances = studies.flatMap((study) => register(study, {}, came('attended', 'x')));
  await plant(world.cloud, { studies, attendances });
  expect(await requestsOf()).toBe(3);
});

test('a branch that does not exist is not found', async () => {
  const office = phone(world.cloud, 'phone-office', 'office');
  expect(await office.call(dashboard, { branchId: 'nowhere' })).toMatchObject({
    ok: false,
    code: 'not-found',
  });
});
