import type { OutputOf } from '../../../../contract/action';
import {
  dashboard,
  dashboardLines,
  dashboardMakeUps,
  dashboardPeople,
} from '../../../../contract/branch/dashboard';
import { instantOf, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';

const world = useBranchCloud();
const asSecretary = () => phone(world.cloud, 'phone-secretary', 'secretary');
const MONTH = '2025-03';

/** Studies on the first days of March; every third person is on duty, every third on leave. */
async function plantMonth(members: number, studies: number): Promise<void> {
  const people = Array.from({ length: members }, (_, index) =>
    aMember(`m${String(index).padStart(5, '0')}`),
  );
  for (let at = 0; at < studies; at += 1) {
    const startAtMs = instantOf(localDay('2025-03-01'), at * 60);
    const sitting = aSitting(`s${at}`, startAtMs);
    const study = aStudy(`s${at}`, {
      minutes: 30,
      sittings: [sitting],
      firstStartAtMs: startAtMs,
      lastCloseAtMs: startAtMs + MS_PER_HOUR,
      dutyNotedAtMs: startAtMs + MS_PER_HOUR,
    });
    const attendances = people.map((member, index) => ({
      ...aLine(study, member),
      crewId: ['crew-2', 'crew-1', null][index % 3] ?? null,
      wasOnDuty: index % 3 === 0,
      ...(index % 3 === 1 && { reply: { kind: 'excused', reason: 'ill', atMs: 1 } as const }),
    }));
    await plant(world.cloud, { studies: [study], attendances });
  }
}

type Lines = OutputOf<typeof dashboardLines>;
type LinesInput = Parameters<typeof pageOfLines>[0];
const pageOfLines = (input: {
  readonly studyIds?: string[];
  readonly crewId?: string | null;
  readonly outcome?: 'came' | 'made-up' | 'missed' | 'on-duty' | 'on-leave';
  readonly cursor?: string;
}) => asSecretary().get(dashboardLines, { month: MONTH, ...input });

async function allLines(input: LinesInput = {}) {
  const pages = [await pageOfLines(input)];
  for (let cursor = pages[0]?.nextCursor ?? null; cursor !== null;) {
    const page = await pageOfLines({ ...input, cursor });
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}

test('the lines behind a figure are as many as it says, study by study, by crew and name', async () => {
  await plantMonth(61, 3);
  const { sums } = await asSecretary().get(dashboard, {});
  const pages = await allLines();
  const lines = pages.flatMap((page) => page.lines);
  expect(lines).toHaveLength(sums.asked);
  expect(new Set(lines.map(({ studyId, memberId }) => `${studyId} ${memberId}`)).size).toBe(183);
  expect([...new Set(lines.map(({ studyId }) => studyId))]).toEqual(['s0', 's1', 's2']);
  const crews = lines.slice(0, 61).map(({ crewName }) => crewName);
  expect([...new Set(crews)]).toEqual(['crew 1', 'crew 2', null]);
  for (const page of pages) {
    expect(page.counts).toEqual({
      came: 0,
      'made-up': 0,
      missed: 60,
      'on-leave': 60,
      'on-duty': 63,
      asleep: 0,
      'to-confirm': 0,
    });
  }
});

test('an outcome, a study and a crew choose from them, and the counts are those of study and crew', async () => {
  await plantMonth(9, 2);
  const onLeave = (await allLines({ outcome: 'on-leave' })).flatMap(({ lines }) => lines);
  expect(onLeave.map(({ state }) => state)).toEqual(Array(6).fill('excused'));
  const [page] = await allLines({ studyIds: ['s1'], crewId: null });
  expect(page).toMatchObject({
    studies: [{ studyId: 's1' }],
    counts: { missed: 3, 'on-leave': 0, 'on-duty': 0 },
    nextCursor: null,
  });
  expect(page?.lines.map(({ state }) => state)).toEqual(['absent', 'absent', 'absent']);
  expect((await allLines({ studyIds: ['s1'], outcome: 'came' })).flatMap((p) => p.lines)).toEqual(
    [],
  );
});

test('who made up is none of those who came; a phone before 0.3.0 finds them there', async () => {
  await plantMonth(3, 1);
  const [stored] = [...world.cloud.engine.collection('attendances').all()];
  const makeUp = aMakeUp({ doneAtMs: world.nowMs(), way: 'quiz', minutes: 30 });
  await plant(world.cloud, { attendances: [{ ...stored?.document, makeUp, isIn: true } as never] });
  const page = await pageOfLines({ outcome: 'made-up' });
  expect(page.counts).toMatchObject({ came: 0, 'made-up': 1 });
  expect(page.lines.map(({ state }) => state)).toEqual(['made-up']);
  const call = { action: 'dashboardLines', input: { month: MONTH, outcome: 'came' } };
  const sent = { ...call, requestId: 'r1', clientVersion: '0.2.0' };
  const { output } = (await asSecretary().send('branch', sent)) as { output: Lines };
  expect(output.counts).toMatchObject({ came: 1 });
  expect(output.counts).not.toHaveProperty('made-up');
  expect(output.lines).toHaveLength(1);
});

test('people asked are as many as the figure says, each with what was asked of them', async () => {
  await plantMonth(61, 3);
  const first = await asSecretary().get(dashboardPeople, { month: MONTH });
  expect(first).toMatchObject({ total: 61, nextCursor: '50' });
  const board = await asSecretary().get(dashboard, {});
  expect(board.people).toBe(61);
  expect(first.burden).toEqual({ medianMinutes: 90, highestMinutes: 90 });
  expect(board.burden).toMatchObject(first.burden ?? {});
  const second = await asSecretary().get(dashboardPeople, { month: MONTH, cursor: '50' });
  expect(second.nextCursor).toBeNull();
  const people = [...first.people, ...second.people];
  expect(new Set(people.map(({ memberId }) => memberId)).size).toBe(61);
  expect(new Set(people.map(({ studies, minutes }) => `${studies} ${minutes}`))).toEqual(
    new Set(['3 90']),
  );
});

test('a page of a list of a thousand is three requests and under 25 KB', async () => {
  await plantMonth(1000, 1);
  const requestsOf = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    const told = await work();
    expect(JSON.stringify(told).length).toBeLessThan(25_000);
    return world.cloud.counts.total;
  };
  expect(await requestsOf(() => pageOfLines({}))).toBe(3);
  expect(await requestsOf(() => pageOfLines({ cursor: 's0_950' }))).toBe(3);
  const people = (cursor?: string) =>
    asSecretary().get(dashboardPeople, { month: MONTH, ...(cursor !== undefined && { cursor }) });
  expect(await requestsOf(() => people())).toBe(3);
  expect((await people('950')).people).toHaveLength(50);
});

test('a month without a study has empty lists', async () => {
  expect(await pageOfLines({})).toMatchObject({ lines: [], studies: [], nextCursor: null });
  expect(await asSecretary().get(dashboardPeople, { month: '2024-01' })).toMatchObject({
    total: 0,
    people: [],
    nextCursor: null,
  });
});

test('a cursor that is none of ours is refused', async () => {
  const secretary = asSecretary();
  for (const cursor of ['', 'x', 's0', 's0_x', '_0']) {
    expect(await secretary.call(dashboardLines, { month: MONTH, cursor })).toMatchObject({
      code: 'bad-input',
    });
  }
  expect(await secretary.call(dashboardPeople, { month: MONTH, cursor: '-1' })).toMatchObject({
    code: 'bad-input',
  });
});

test('make-ups are listed by where they are, as many of each as the board counts, in three requests', async () => {
  await plantMonth(3, 1);
  const stored = [...world.cloud.engine.collection('attendances').all()];
  const endsAtMs = [world.nowMs() + MS_PER_HOUR, world.nowMs() - MS_PER_HOUR, world.nowMs()];
  const attendances = stored.map(({ document }, at) => {
    const makeUp = aMakeUp({ untilAtMs: endsAtMs[at] ?? 0 });
    const isDone = at === 2;
    const done = { doneAtMs: world.nowMs(), way: 'quiz', minutes: 30 } as const;
    return { ...document, makeUp: { ...makeUp, ...(isDone && done) }, isIn: isDone } as never;
  });
  await plant(world.cloud, { attendances });
  const { makeUps } = await asSecretary().get(dashboard, {});
  expect(makeUps).toMatchObject({ people: 2, open: 1, over: 1, done: 1 });
  for (const part of [undefined, 'open', 'over', 'done'] as const) {
    world.cloud.counts.reset();
    const input = { month: MONTH, ...(part !== undefined && { part }) };
    const list = await asSecretary().get(dashboardMakeUps, input);
    expect(world.cloud.counts.total).toBe(3);
    expect(list.counts).toEqual({ open: 1, over: 1, done: 1 });
    const all = list.people.flatMap((person) => person.makeUps);
    expect(all).toHaveLength(part === undefined ? 2 : makeUps[part]);
    expect(all.every(({ doneAtMs }) => (doneAtMs !== undefined) === (part === 'done'))).toBe(true);
  }
});
