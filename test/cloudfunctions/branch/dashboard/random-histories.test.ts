import * as fc from 'fast-check';
import type { AttendanceDocument } from '../../../../cloudfunctions/_store/study/attendance-document';
import { attendances } from '../../../../cloudfunctions/_store/study/attendances';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { dashboard, dashboardLines, dashboardPeople } from '../../../../contract/branch/dashboard';
import { isIn, markedState } from '../../../../domain/study/attendance';
import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';
import { recount } from './recount';

const world = useBranchCloud('clock');
beforeAll(() => Object.assign(process.env, world.cloud.sdkEnv()));

const BRANCHES = ['own', 'other'] as const;
const CREWS = ['crew-1', 'crew-2', null] as const;
const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04'];
const PEOPLE = Array.from({ length: 7 }, (_, index) => `p${index}`);

const marks = [
  'attended',
  'late',
  'excused',
  'on-duty',
  'made-up',
  'absent',
  'to-confirm',
] as const;
const recorded = ['attended', 'late', 'to-confirm', 'excused', 'absent'] as const;

const aRandomLine = fc.record({
  crewId: fc.constantFrom(...CREWS),
  isExpected: fc.boolean(),
  record: fc.option(fc.record({ state: fc.constantFrom(...recorded), sitting: fc.nat(1) })),
  corrections: fc.array(fc.constantFrom(...marks), { maxLength: 2 }),
  excused: fc.boolean(),
  wasOnDuty: fc.boolean(),
  wasAway: fc.boolean(),
  /** Before or after what was entered. */
  madeUp: fc.option(fc.constantFrom(-1, 1)),
});
type RandomLine = typeof aRandomLine extends fc.Arbitrary<infer T> ? T : never;

const aRandomStudy = fc.record({
  branchId: fc.constantFrom(...BRANCHES),
  /** Of its last closing, from the start of the test. */
  inDays: fc.integer({ min: -60, max: 40 }),
  sittings: fc.integer({ min: 1, max: 2 }),
  minutes: fc.constantFrom(30, 60, 95),
  /** After its first sitting, where it has two. */
  isCancelled: fc.boolean(),
  lines: fc.array(aRandomLine, { maxLength: PEOPLE.length }),
});
type RandomStudy = typeof aRandomStudy extends fc.Arbitrary<infer T> ? T : never;

const aCorrection = fc.record({
  kind: fc.constant('correct' as const),
  line: fc.nat(),
  to: fc.constantFrom(...marks),
});
const aStep = fc.oneof(
  fc.record({ kind: fc.constant('tick' as const) }),
  fc.record({
    kind: fc.constant('later' as const),
    hours: fc.constantFrom(0.02, 0.2, 24, 24 * 20),
  }),
  aCorrection,
  fc.record({ kind: fc.constant('cancel' as const), study: fc.nat() }),
  fc.record({
    kind: fc.constant('move' as const),
    person: fc.nat(PEOPLE.length - 1),
    branchId: fc.constantFrom(...BRANCHES),
    crewId: fc.constantFrom(...CREWS),
    hasLeft: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('join' as const),
    study: fc.nat(),
    person: fc.nat(PEOPLE.length - 1),
  }),
);
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const by = { memberId: 'secretary', name: 'Secretary' };

function documentsOf(random: RandomStudy, index: number) {
  const studyId = `study-${index}`;
  const last = aSitting(studyId, world.nowMs() + random.inDays * MS_PER_DAY);
  const first = { ...last, ...shifted(last, -MS_PER_DAY), sittingId: `${studyId}-s0` };
  const sittings = random.sittings === 1 ? [last] : [first, last];
  const study = aStudy(studyId, {
    branchId: random.branchId,
    minutes: random.minutes,
    sittings,
    firstStartAtMs: sittings[0]!.startAtMs,
    lastCloseAtMs: last.closesAtMs,
    ...(random.isCancelled && cancelled(sittings, last.startAtMs - MS_PER_HOUR)),
  });
  const lines = random.lines.map((line, at) => lineOf(study, PEOPLE[at]!, line));
  return { study, lines };
}

const shifted = (sitting: StudyDocument['sittings'][number], ms: number) => ({
  startAtMs: sitting.startAtMs + ms,
  endAtMs: sitting.endAtMs + ms,
  opensAtMs: sitting.opensAtMs + ms,
  lateAfterAtMs: sitting.lateAfterAtMs + ms,
  closesAtMs: sitting.closesAtMs + ms,
});

function cancelled(sittings: StudyDocument['sittings'], atMs: number): Partial<StudyDocument> {
  return {
    state: 'cancelled',
    sittings: sittings.map((sitting) =>
      sitting.closesAtMs > atMs ? { ...sitting, closedAtMs: atMs } : sitting,
    ),
  };
}

function lineOf(study: StudyDocument, memberId: string, random: RandomLine): AttendanceDocument {
  const { crewId, isExpected, excused } = random;
  const sitting = study.sittings[(random.record?.sitting ?? 0) % study.sittings.length]!;
  const corrections = random.corrections.map((to) => correctionTo(to));
  const isOver = study.lastCloseAtMs < world.nowMs();
  const line: AttendanceDocument = {
    ...aLine(study, aMember(memberId)),
    crewId,
    isExpected,
    record: random.record && {
      sittingId: sitting.sittingId,
      state: random.record.state,
      way: 'scan',
      atMs: sitting.startAtMs,
      claimedAtMs: null,
      markedBy: null,
      reason: null,
      requestId: 'earlier',
    },
    corrections,
    reply: excused ? { kind: 'excused', reason: 'ill', atMs: 1 } : null,
    // Of what is final before the test it was noted then; of the rest the clock does.
    ...(isOver && { wasOnDuty: random.wasOnDuty }),
    ...(isOver && random.wasAway && { wasAway: true }),
    ...(isOver &&
      random.madeUp !== null && {
        makeUp: aMakeUp({ doneAtMs: world.nowMs() + random.madeUp, way: 'quiz' }),
      }),
  };
  return { ...line, isIn: isIn(markedState(line)) };
}

const correctionTo = (to: (typeof marks)[number]) => ({
  from: 'absent' as const,
  to,
  reason: 'reason',
  by,
  atMs: world.nowMs(),
  requestId: 'earlier',
});

const stored = <T>(name: string) =>
  [...world.cloud.engine.collection(name).all()].map(({ document }) => document as unknown as T);
const storedStudies = () => stored<StudyDocument>('studies');
const storedLines = () => stored<AttendanceDocument>('attendances');
const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)];

async function take(step: Step): Promise<void> {
  const { cloud, nowMs } = world;
  switch (step.kind) {
    case 'tick':
      await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
      return;
    case 'later':
      cloud.clock.jump(nowMs() + step.hours * MS_PER_HOUR);
      return;
    case 'correct': {
      const line = pick(storedLines(), step.line);
      if (line === undefined) return;
      await attendances.write(line, { correction: correctionTo(step.to), isIn: isIn(step.to) });
      return;
    }
    case 'cancel': {
      const open = storedStudies().filter(({ lastCloseAtMs }) => lastCloseAtMs > nowMs());
      const study = pick(open, step.study);
      if (study === undefined) return;
      await plant(cloud, { studies: [{ ...study, ...cancelled(study.sittings, nowMs()) }] });
      return;
    }
    case 'move': {
      const { branchId, crewId, hasLeft } = step;
      const crewHistory = [{ crewId, fromDay: localDay('2025-01-01') }];
      const leftDay = hasLeft ? localDay('2025-03-01') : null;
      const moved = aMember(PEOPLE[step.person]!, { branchId, crewHistory, leftDay });
      await plant(cloud, { members: [moved] });
      return;
    }
    case 'join': {
      const open = storedStudies().filter(({ lastCloseAtMs }) => lastCloseAtMs > nowMs());
      const study = pick(open, step.study);
      const [member] = stored<ReturnType<typeof aMember>>('members').filter(
        ({ _id }) => _id === PEOPLE[step.person],
      );
      if (study === undefined || member === undefined) return;
      const line = { ...aLine(study, member), crewId: member.crewHistory[0]?.crewId ?? null };
      await attendances.insertIfAbsent(line);
    }
  }
}

async function expectSame(): Promise<void> {
  const office = phone(world.cloud, 'phone-office', 'office');
  const all = { studies: storedStudies(), lines: storedLines() };
  for (const branchId of BRANCHES) {
    for (const month of MONTHS) {
      world.cloud.counts.reset();
      const told = await office.get(dashboard, { branchId, month });
      expect(world.cloud.counts.total).toBeLessThanOrEqual(3);
      const { cells, ...counted } = recount(all, branchId, month);
      expect(told).toMatchObject(counted);
      expect(cellsOf(told)).toEqual(cells);
      expect(told.trend.at(-1)).toEqual({ month, sums: counted.sums });
    }
  }
}

async function expectListsToAgree(): Promise<void> {
  const office = phone(world.cloud, 'phone-office', 'office');
  for (const branchId of BRANCHES) {
    for (const month of MONTHS) {
      const { people, sums } = await office.get(dashboard, { branchId, month });
      const { total } = await office.get(dashboardPeople, { branchId, month });
      const { counts } = await office.get(dashboardLines, { branchId, month });
      const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect([total, asked, counts.came]).toEqual([people, sums.asked, sums.attended]);
    }
  }
}

const cellsOf = ({
  studies,
}: {
  studies: readonly {
    studyId: string;
    cells: readonly { crewId: string | null; attended: number; couldAttend: number }[];
  }[];
}) =>
  studies
    .flatMap(({ studyId, cells }) =>
      cells.map(
        ({ crewId, attended, couldAttend }) =>
          `${studyId} ${crewId ?? 'none'} ${attended}/${couldAttend}`,
      ),
    )
    .sort();

test('figures are those of a full recount, whatever has happened, kept or not', async () => {
  const startAtMs = world.nowMs();
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRandomStudy, { minLength: 1, maxLength: 5 }),
      fc.array(aStep, { maxLength: 12 }),
      fc.array(aCorrection, { minLength: 1, maxLength: 3 }),
      async (randomStudies, steps, lateCorrections) => {
        await world.cloud.reset();
        world.cloud.clock.jump(startAtMs);
        await world.seed();
        const documents = randomStudies.map(documentsOf);
        await plant(world.cloud, {
          members: PEOPLE.map((id) => aMember(id)),
          studies: documents.map(({ study }) => study),
          attendances: documents.flatMap(({ lines }) => lines),
        });
        await expectSame();
        for (const step of steps) {
          await take(step);
          if (step.kind === 'correct' || step.kind === 'tick') await expectSame();
        }
        world.cloud.clock.jump(instantOf(localDay('2025-05-02'), 0));
        for (const hours of [0, 0.2, 0.2]) {
          await take({ kind: 'later', hours });
          await take({ kind: 'tick' });
        }
        for (const correction of lateCorrections) {
          await expectSame();
          await take(correction);
        }
        await expectSame();
        await expectListsToAgree();
        kept += stored<{ figures: unknown }>('branch_months').filter(
          ({ figures }) => figures !== null,
        ).length;
      },
    ),
    { numRuns: 8 },
  );
  expect(kept).toBeGreaterThan(8);
}, 120_000);
