import * as fc from 'fast-check';
import { attendances } from '../../../../cloudfunctions/_store/study/attendances';
import {
  dashboard,
  dashboardLines,
  dashboardMakeUps,
  dashboardPeople,
} from '../../../../contract/branch/dashboard';
import { branchNotes } from '../../../../contract/note/reviewing';
import { NOTE_TYPES } from '../../../../domain/note/note';
import { isIn, markedState } from '../../../../domain/study/attendance';
import { instantOf, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aLine, aMember } from '../../../builders/documents';
import { allStored, plant } from '../../../builders/stored';
import { phone } from '../../../client';
import { useBranchCloud } from '../../../worlds/branch-cloud';
import {
  aCorrection,
  aRandomNote,
  aRandomStudy,
  aStep,
  BRANCHES,
  cancelled,
  correctionTo,
  documentsOf,
  MONTHS,
  noteOf,
  PEOPLE,
  type Step,
} from './random-branch';
import { unreadableIn } from '../../_store/unreadable';
import { recount, recountMakeUps, recountNotes } from './recount';

const HISTORIES = 30;

const world = useBranchCloud('clock', 'note');
beforeAll(() => Object.assign(process.env, world.cloud.sdkEnv()));

const storedStudies = () => allStored(world.cloud, 'studies');
const storedLines = () => allStored(world.cloud, 'attendances');
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
      const correction = correctionTo(step.to, nowMs());
      const corrections = [...line.corrections, correction];
      const marked = markedState({ ...line, corrections });
      await attendances.write(line, { correction, isIn: isIn(marked) });
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
      const [member] = allStored(world.cloud, 'members').filter(
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
      expect(told.makeUps).toEqual(recountMakeUps(all, branchId, month, world.nowMs()));
      expect(inOrder(told.notes)).toEqual(
        recountNotes(allStored(world.cloud, 'notes'), branchId, month),
      );
      expect(cellsOf(told)).toEqual(cells);
      expect(told.trend.at(-1)).toEqual({ month, sums: counted.sums });
    }
  }
}

async function expectListsToAgree(months: readonly string[]): Promise<void> {
  const office = phone(world.cloud, 'phone-office', 'office');
  for (const branchId of BRANCHES) {
    for (const month of months) {
      const told = await office.get(dashboard, { branchId, month });
      const { people, sums, makeUps, notes, burden } = told;
      const { total, ...listed } = await office.get(dashboardPeople, { branchId, month });
      expect(burden).toMatchObject(listed.burden ?? {});
      const highest = Math.max(0, ...listed.people.map(({ minutes }) => minutes));
      expect(highest).toBe(burden.highestMinutes);
      const { counts } = await office.get(dashboardLines, { branchId, month });
      const asked = Object.values(counts).reduce<number>((sum, count = 0) => sum + count, 0);
      const isIn = counts.came + (counts['made-up'] ?? 0);
      expect([total, asked, isIn]).toEqual([people, sums.asked, sums.attended]);
      // Who slept is named so in the list, and out of the rate.
      expect(sums.leftOutAsleep).toBeGreaterThanOrEqual(counts.asleep ?? 0);
      const left = await office.get(dashboardMakeUps, { branchId, month });
      expect([left.total, left.people.flatMap((person) => person.makeUps).length]).toEqual([
        makeUps.people,
        makeUps.open + makeUps.over,
      ]);
      expect(left.counts).toEqual({
        open: makeUps.open,
        over: makeUps.over,
        done: makeUps.done,
      });
      for (const part of ['open', 'over', 'done'] as const) {
        const list = await office.get(dashboardMakeUps, { branchId, month, part });
        expect(list.people.flatMap((person) => person.makeUps)).toHaveLength(makeUps[part]);
      }
      for (const type of NOTE_TYPES) {
        const { sections } = await office.get(branchNotes, { branchId, month, type });
        const states = sections.map(({ state, count }) => `${type} ${state} ${count}`).sort();
        expect(states).toEqual(inOrder(notes.filter((each) => each.type === type)));
      }
      const board = await office.get(branchNotes, { branchId, month });
      expect(board.sections.reduce((sum, { count }) => sum + count, 0)).toBe(
        notes.reduce((sum, { count }) => sum + count, 0),
      );
    }
  }
}

const inOrder = (notes: readonly { type: string; state: string; count: number }[]) =>
  notes.map(({ type, state, count }) => `${type} ${state} ${count}`).sort();

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
      fc.array(aRandomNote, { maxLength: 8 }),
      async (randomStudies, steps, lateCorrections, randomNotes) => {
        await world.cloud.reset();
        world.cloud.clock.jump(startAtMs);
        await world.seed();
        const documents = randomStudies.map((study, at) => documentsOf(study, at, startAtMs));
        await plant(world.cloud, {
          members: PEOPLE.map((id) => aMember(id)),
          studies: documents.map(({ study }) => study),
          attendances: documents.flatMap(({ lines }) => lines),
          notes: randomNotes.map((note, at) => noteOf(note, at, startAtMs)),
        });
        await expectSame();
        await expectListsToAgree(['2025-03']);
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
        await expectListsToAgree(MONTHS);
        expect(await unreadableIn(world.cloud)).toEqual([]);
        kept += allStored(world.cloud, 'branch_months').filter(
          ({ figures }) => figures !== null,
        ).length;
      },
    ),
    // Making a history smaller takes longer than a test may; its seed says as much.
    { numRuns: HISTORIES, endOnFailure: true },
  );
  expect(kept).toBeGreaterThan(HISTORIES);
}, 240_000);
