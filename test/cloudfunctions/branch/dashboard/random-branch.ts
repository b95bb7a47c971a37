import * as fc from 'fast-check';
import type {
  AttendanceDocument,
  MakeUp,
} from '../../../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { NOTE_STATES, NOTE_TYPES } from '../../../../domain/note/note';
import { isIn, markedState } from '../../../../domain/study/attendance';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aLine, aMember, aSitting, aStudy } from '../../../builders/documents';
import { aMakeUp } from '../../../builders/make-ups';
import { aNote } from '../../../builders/notes';

export const BRANCHES = ['own', 'other'] as const;
const CREWS = ['crew-1', 'crew-2', null] as const;
export const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04'];
export const PEOPLE = Array.from({ length: 7 }, (_, index) => `p${index}`);

const marks = [
  'attended',
  'late',
  'excused',
  'on-duty',
  'asleep',
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
  leave: fc.option(fc.constantFrom('waiting', 'granted', 'declined', 'again', 'granted-again')),
  wasOnDuty: fc.boolean(),
  /** undefined: of a release that did not note it. */
  wasAsleep: fc.option(fc.boolean(), { nil: undefined }),
  wasAway: fc.boolean(),
  /** Before or after what was entered; or open for so many days yet. */
  madeUp: fc.option(
    fc.oneof(
      fc.record({ doneInMs: fc.constantFrom(-1, 1) }),
      fc.record({ untilInDays: fc.integer({ min: -10, max: 60 }) }),
    ),
  ),
});
type RandomLine = typeof aRandomLine extends fc.Arbitrary<infer T> ? T : never;

export const aRandomStudy = fc.record({
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

export const aCorrection = fc.record({
  kind: fc.constant('correct' as const),
  line: fc.nat(),
  to: fc.constantFrom(...marks),
});
export const aStep = fc.oneof(
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
export type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const by = { memberId: 'secretary', name: 'Secretary' };

export function documentsOf(random: RandomStudy, index: number, nowMs: number) {
  const studyId = `study-${index}`;
  const last = aSitting(studyId, nowMs + random.inDays * MS_PER_DAY);
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
  const lines = random.lines.map((line, at) => lineOf(study, PEOPLE[at]!, line, nowMs));
  return { study, lines };
}

const shifted = (sitting: StudyDocument['sittings'][number], ms: number) => ({
  startAtMs: sitting.startAtMs + ms,
  endAtMs: sitting.endAtMs + ms,
  opensAtMs: sitting.opensAtMs + ms,
  lateAfterAtMs: sitting.lateAfterAtMs + ms,
  closesAtMs: sitting.closesAtMs + ms,
});

export function cancelled(
  sittings: StudyDocument['sittings'],
  atMs: number,
): Partial<StudyDocument> {
  return {
    state: 'cancelled',
    sittings: sittings.map((sitting) =>
      sitting.closesAtMs > atMs ? { ...sitting, closedAtMs: atMs } : sitting,
    ),
  };
}

function lineOf(
  study: StudyDocument,
  memberId: string,
  random: RandomLine,
  nowMs: number,
): AttendanceDocument {
  const { crewId, isExpected, leave } = random;
  const sitting = study.sittings[(random.record?.sitting ?? 0) % study.sittings.length]!;
  const corrections = random.corrections.map((to) => correctionTo(to, nowMs));
  const isOver = study.lastCloseAtMs < nowMs;
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
    reply: leaveOf(leave),
    // Of what is final before the test it was noted then; of the rest the clock does.
    ...(isOver && { wasOnDuty: random.wasOnDuty }),
    ...(isOver && random.wasAsleep !== undefined && { wasAsleep: random.wasAsleep }),
    ...(isOver && random.wasAway && { wasAway: true }),
    ...(isOver &&
      random.madeUp !== null && {
        makeUp: aMakeUp(makeUpOf(random.madeUp, study, nowMs)),
      }),
  };
  return { ...line, isIn: isIn(markedState(line)) };
}

export const correctionTo = (to: (typeof marks)[number], nowMs: number) => ({
  from: 'absent' as const,
  to,
  reason: 'reason',
  by,
  atMs: nowMs,
  requestId: 'earlier',
});

type RandomMakeUp = NonNullable<RandomLine['madeUp']>;

/** It ends after its study has closed. docs/rules.md#R-100 */
function makeUpOf(
  random: RandomMakeUp,
  { lastCloseAtMs }: StudyDocument,
  nowMs: number,
): Partial<MakeUp> {
  if ('doneInMs' in random) return { doneAtMs: nowMs + random.doneInMs, way: 'quiz' };
  const untilAtMs = nowMs + random.untilInDays * MS_PER_DAY;
  return { untilAtMs: Math.max(untilAtMs, lastCloseAtMs + MS_PER_DAY) };
}

export const aRandomNote = fc.record({
  branchId: fc.constantFrom(...BRANCHES),
  inDays: fc.integer({ min: -60, max: 0 }),
  type: fc.constantFrom(...NOTE_TYPES),
  state: fc.constantFrom(...NOTE_STATES),
});
type RandomNote = typeof aRandomNote extends fc.Arbitrary<infer T> ? T : never;

export function noteOf({ branchId, inDays, type, state }: RandomNote, at: number, nowMs: number) {
  const owner = aMember(PEOPLE[at % PEOPLE.length]!, { branchId });
  return aNote(`note-${at}`, owner, { type, state, handedInAtMs: nowMs + inDays * MS_PER_DAY });
}

function leaveOf(leave: RandomLine['leave']): AttendanceDocument['reply'] {
  if (leave === null) return null;
  const by = { memberId: 'secretary', name: 'Secretary' };
  const said = { reason: 'reason', by, atMs: 2, requestId: 'earlier' };
  const verdict = leave === 'declined' ? 'declined' : 'granted';
  return {
    kind: 'excused',
    reason: 'ill',
    atMs: 1,
    ...(leave.endsWith('again') && { needsGrant: true }),
    ...(leave !== 'waiting' && leave !== 'again' && { answer: { verdict, ...said } }),
  };
}
