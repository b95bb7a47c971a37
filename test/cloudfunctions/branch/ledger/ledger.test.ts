import { cellsThatAreCutOff } from '../../../builders/sheet-cells';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { readSheet } from 'read-excel-file/node';
import { exportLedger, ledger } from '../../../../contract/branch/ledger';
import { dayOfInstant, instantOf, localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aBranch, aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { anOrganisation } from '../../../builders/organisation';
import { aMakeUp } from '../../../builders/make-ups';
import { aNormsVersion, noNorms } from '../../../builders/norms';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

/** It is 2025-03-05 there. */
const world = useBranchCloud();
const people = ['a', 'b'].map((id) => aMember(id));
const asked = () => phone(world.cloud, 'phone-secretary', 'secretary').get(ledger, {});
const lineOf = async (kind: string) => (await asked()).lines.find((line) => line.kind === kind);

function meeting(studyId: string, inDays: number, study: Partial<StudyDocument> = {}) {
  const sitting = aSitting(studyId, world.nowMs() + inDays * MS_PER_DAY);
  return aStudy(studyId, {
    sittings: [sitting],
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    ...(inDays < 0 && { dutyNotedAtMs: world.nowMs() }),
    ...study,
  });
}

test('what was held stands with who came, what is ahead without', async () => {
  const held = meeting('held', -2, { kind: 'party-lecture' });
  const ahead = meeting('ahead', 3, { kind: 'party-lecture' });
  const lines = people.map((member, index) => ({
    ...aLine(held, member),
    wasOnDuty: false,
    ...(index === 0 && { isIn: true, corrections: [correction] }),
  }));
  await plant(world.cloud, { studies: [held, ahead], attendances: lines });
  expect(await lineOf('party-lecture')).toMatchObject({
    every: 'quarter',
    state: 'held',
    lastDay: '2025-03-31',
    held: [{ studyId: 'held', attended: 1, asked: 2 }],
    planned: [{ studyId: 'ahead', attended: null, asked: null }],
  });
});

test('who made up is not counted as having come, but stands beside it', async () => {
  const held = meeting('held', -2, { kind: 'party-lecture' });
  const makeUp = aMakeUp({ doneAtMs: world.nowMs(), way: 'quiz', minutes: 30 });
  const lines = people.map((member) => ({
    ...aLine(held, member),
    ...{ wasOnDuty: true, isIn: true, makeUp },
  }));
  await plant(world.cloud, { studies: [held], attendances: lines });
  expect((await lineOf('party-lecture'))?.held).toMatchObject([
    { studyId: 'held', attended: 0, asked: 2, madeUp: 2 },
  ]);
});

const correction = {
  from: 'absent' as const,
  to: 'attended' as const,
  reason: 'reason',
  by: { memberId: 'secretary', name: 'Secretary' },
  atMs: 1,
  requestId: 'earlier',
};

test('drafts, and what was called off before it began, are not held', async () => {
  const draft = meeting('draft', -2, { state: 'draft', publishedAtMs: null });
  const called = meeting('off', 3, { state: 'cancelled', cancelReason: 'no room' });
  const closed = { ...called, sittings: called.sittings.map((one) => ({ ...one, closedAtMs: 1 })) };
  await plant(world.cloud, { studies: [draft, closed] });
  expect(await lineOf('theme-day')).toMatchObject({ held: [], planned: [], state: 'not-urgent' });
});

test('groups that have no meeting of their own are named', async () => {
  const groups = ['one', 'two'].map((groupId) => ({ groupId, name: `group ${groupId}` }));
  const audience = { kind: 'groups' as const, groupIds: ['one'] };
  await plant(world.cloud, {
    branches: [aBranch('own', { groups })],
    studies: [meeting('first', -2, { kind: 'group-meeting', audience })],
  });
  expect(await lineOf('group-meeting')).toMatchObject({
    groups: 2,
    groupsWithout: ['group two'],
    held: [{ studyId: 'first', groups: ['group one'] }],
  });
  const { url } = await phone(world.cloud, 'phone-secretary', 'secretary').get(exportLedger, {
    exportId: 'e1',
  });
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(rows.map(([first]) => first)).toContain('党小组会（group one）');
});

test('a planned meeting that votes says who can come, and when more can', async () => {
  const atNight = instantOf(localDay('2025-03-07'), 3 * 60);
  const planned = (kind: 'member-meeting' | 'party-lecture') => {
    const sitting = aSitting(kind, atNight);
    const firstStartAtMs = sitting.startAtMs;
    const lastCloseAtMs = sitting.closesAtMs;
    return aStudy(kind, { kind, sittings: [sitting], firstStartAtMs, lastCloseAtMs });
  };
  const crewHistory = [{ crewId: 'crew-1', fromDay: localDay('2020-01-01') }];
  const rested = ['alice', 'bob'].map((id) => aMember(id, { crewHistory }));
  const studies = [planned('member-meeting'), planned('party-lecture')];
  await plant(world.cloud, { members: rested, studies });
  const { vote } = (await lineOf('member-meeting')) ?? {};
  const entitled = anOrganisation().members.filter(
    ({ branchId, roles }) => branchId === 'own' && roles.includes('member'),
  ).length;
  expect(vote).toMatchObject({ entitled, needed: Math.floor(entitled / 2) + 1 });
  const { better, canCome } = vote ?? {};
  expect(better?.canCome).toBeGreaterThan(canCome ?? 0);
  expect(dayOfInstant(better?.startAtMs ?? 0)).toBe('2025-03-07');
  expect(better?.freed.map(({ crewName }) => crewName)).toEqual(['crew 1']);
  expect((await lineOf('party-lecture'))?.vote).toBeUndefined();

  const meetings = [{ kind: 'member-meeting', every: 'none' }] as const;
  await plant(world.cloud, { norms: [aNormsVersion(noNorms({ meetings: [...meetings] }))] });
  const { free = [] } = await asked();
  expect(free.find(({ kind }) => kind === 'member-meeting')?.vote).toEqual(vote);
  expect(free.filter((line) => line.vote !== undefined)).toHaveLength(1);
});

test('R-293: other kinds of this year stand with the last that was held and the first that is planned', async () => {
  const trainings = [-40, -2, 3, 5].map((days) =>
    meeting(`training-${days}`, days, { kind: 'training' }),
  );
  const last = trainings[1] ?? trainings[0];
  if (last === undefined) throw new Error('there is none');
  const lines = people.map((member) => ({ ...aLine(last, member), wasOnDuty: false, isIn: true }));
  await plant(world.cloud, { studies: trainings, attendances: lines });
  const { free = [], ...told } = await asked();
  expect(told.lines).toHaveLength(6);
  expect(free).toHaveLength(12);
  expect(free.find(({ kind }) => kind === 'training')).toMatchObject({
    held: 2,
    last: { studyId: 'training--2', asked: 2 },
    next: { studyId: 'training-3', attended: null },
  });
  expect(free.find(({ kind }) => kind === 'fire-drill')).toEqual({
    kind: 'fire-drill',
    held: 0,
    last: null,
    next: null,
  });
});

test('three requests, whatever the year has seen', async () => {
  const studies = Array.from({ length: 150 }, (_, index) =>
    meeting(`s${index}`, (index % 100) - 60),
  );
  await plant(world.cloud, { studies });
  world.cloud.counts.reset();
  await asked();
  expect(world.cloud.counts.total).toBeLessThanOrEqual(3);
});

/** Below the title, the day and the headings. */
const ledgerRowsFrom = 4;

const trail = () =>
  [...world.cloud.engine.collection('audit_entries').all()].map(({ document }) => document);

test('as a sheet it has a row for each meeting and each kind without one, names nobody, and who is counted sees who has it', async () => {
  const held = meeting('held', -2, { kind: 'party-lecture', topic: '=1+1' });
  await plant(world.cloud, { studies: [held], attendances: [aLine(held, aMember('a'))] });
  const secretary = phone(world.cloud, 'phone-secretary', 'secretary');
  const { url, fileName } = await secretary.get(exportLedger, { exportId: 'e1' });
  expect(fileName).toBe('三会一课台账-name of own-2025-03-05.xlsx');
  const file = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(cellsThatAreCutOff(file, ledgerRowsFrom)).toEqual([]);
  const rows = await readSheet(file);
  expect(rows[0]?.[0]).toBe('三会一课台账 · name of own');
  const of = (kind: string) => rows.filter(([first]) => first === kind);
  expect(of('党课')).toMatchObject([
    ['党课', '每季一次', '2025-03-31', '已开', expect.anything(), '=1+1', '0', '1', '0', null],
  ]);
  expect(of('组织生活会').map((row) => row.slice(0, 5))).toEqual([
    ['组织生活会', '每年一次', '2025-12-31', '不急', null],
  ]);
  expect(of('消防演练').map((row) => row.slice(0, 5))).toEqual([
    ['消防演练', '没有规定', null, '今年还没开', null],
  ]);
  expect(rows).toHaveLength(3 + 18);
  expect(trail()).toMatchObject([
    {
      by: { memberId: 'secretary' },
      what: { kind: 'exported-ledger', year: 2025 },
      memberIds: ['a'],
    },
  ]);
});

test('a meeting in several sittings stands with the time of each', async () => {
  const first = aSitting('first', instantOf(localDay('2025-03-01'), 14 * 60));
  const second = aSitting('second', instantOf(localDay('2025-03-02'), 17 * 60));
  const sittings = [second, first];
  const held = meeting('held', -3, { kind: 'party-lecture', sittings });
  await plant(world.cloud, { studies: [{ ...held, firstStartAtMs: first.startAtMs }] });
  expect((await lineOf('party-lecture'))?.held).toMatchObject([
    { startsAtMs: [first.startAtMs, second.startAtMs] },
  ]);
  const secretary = phone(world.cloud, 'phone-secretary', 'secretary');
  const { url } = await secretary.get(exportLedger, { exportId: 'e1' });
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(rows.find(([kind]) => kind === '党课')?.[4]).toBe('2025-03-01 14:00；2025-03-02 17:00');
});

test('a ledger in which nobody is counted yet is no line of anybody’s trail', async () => {
  await phone(world.cloud, 'phone-secretary', 'secretary').get(exportLedger, { exportId: 'e1' });
  expect(trail()).toEqual([]);
});
