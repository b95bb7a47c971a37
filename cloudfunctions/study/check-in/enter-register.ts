import type { Detail } from '../../../contract/action';
import {
  cameAfterMark,
  canStillCheckIn,
  isIn,
  markedState,
  stateByComing,
  type MarkedState,
} from '../../../domain/study/attendance';
import { isAsked } from '../../../domain/people/audience';
import { MAX_WRONG_TYPED, type ScanDecision } from '../../../domain/study/check-in';
import { dayOfInstant } from '../../../domain/time/local-day';
import {
  isInRegister,
  type AttendanceDocument,
  type AttendanceRecord,
} from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/member-document';
import { personOn } from '../../_store/people/person-on';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { cameBy, type Coming } from '../../_store/study/came-by';
import { isOfItsBranch } from '../register/gone';
import { joinRegister } from '../register/line-or-new';

export type EntryCode =
  | 'not-a-code'
  | 'code-stale'
  | 'not-open-yet'
  | 'closed'
  | 'not-invited'
  | 'study-cancelled'
  | 'typing-locked'
  | 'more-digits'
  | 'officer-decided';

export type EntryDecision =
  | ScanDecision
  | { readonly kind: 'wrong-digits' }
  | { readonly kind: 'refused'; readonly code: 'not-a-code' }
  | { readonly kind: 'refused'; readonly code: 'more-digits'; readonly digits: number };

export interface Attempt {
  readonly member: Member;
  /** Perhaps a few seconds old: whatever is written by it, the line checks against the study's revision. */
  readonly study: StudyDocument;
  readonly sittingId: string;
  readonly way: Exclude<AttendanceRecord['way'], 'by-hand' | 'offline-scan'>;
  readonly markedBy: AttendanceRecord['markedBy'];
  readonly requestId: string;
  readonly nowMs: number;
  /** When a code was shown and read, of one that was scanned by the person. */
  readonly seen?: { readonly slotAtMs: number; readonly claimedAtMs: number };
  decide(study: StudyDocument): EntryDecision;
}

export type EntryResult =
  | {
      readonly kind: 'in';
      readonly study: StudyDocument;
      readonly sittingId: string;
      readonly atMs: number;
      readonly state: 'attended' | 'late' | 'to-confirm';
      readonly wasIn: boolean;
    }
  | { readonly kind: 'refused'; readonly code: EntryCode; readonly detail?: Detail };

/**
 * Brings a person into the register: exactly one record, whoever else tries at the same time. When
 * all is as expected it is one request. Everything else is decided by reading line and study anew,
 * so nothing is refused, and nobody let in, by what this instance remembers.
 */
export async function enterRegister(attempt: Attempt): Promise<EntryResult> {
  const { study, member } = attempt;
  if (!isOfItsBranch(member, study)) return enterByReading(attempt);
  const decision = attempt.decide(study);
  if (decision.kind === 'enter') {
    const record = recordOf(attempt, decision);
    if (await attendances.enter(study._id, member._id, study.revision, record)) {
      return enteredBy(study, record, decision.state);
    }
  }
  if (decision.kind === 'wrong-digits') {
    const wrong = await attendances.countWrongTyped(study._id, member._id, attempt.sittingId);
    if (wrong !== null) return wrongDigits(wrong);
  }
  return enterByReading(attempt);
}

async function enterByReading(attempt: Attempt): Promise<EntryResult> {
  const { member, sittingId, nowMs } = attempt;
  const studyId = attempt.study._id;
  return untilNotOvertaken(`the line of ${studyId}`, async () => {
    const line = await attendances.line(studyId, member._id);
    const before = line === null ? undefined : cameBefore(attempt, line);
    if (before !== undefined) return before;

    const study = await studies.byId(studyId);
    if (study === null) return { kind: 'refused', code: 'not-a-code' };
    const hasGone = !isOfItsBranch(member, study);
    const isListed = line !== null && (hasGone || isInRegister(line));
    const day = dayOfInstant(nowMs);
    if (!isListed && !isAsked(study, personOn(member, day), day)) {
      return { kind: 'refused', code: 'not-invited' };
    }
    const decided = attempt.decide(study);
    const decision = hasGone && line !== null ? asOfBefore(attempt, line, decided) : decided;
    if (decision === undefined) return { kind: 'refused', code: 'not-invited' };
    if (decision.kind === 'refused') return refusalOf(decision);
    if (line === null || !isListed) {
      await joinRegister(study, member, nowMs);
      return undefined;
    }
    if (attempt.way === 'typed' && (line.wrongTyped[sittingId] ?? 0) >= MAX_WRONG_TYPED) {
      return { kind: 'refused', code: 'typing-locked' };
    }
    if (decision.kind === 'wrong-digits') {
      const wrong = await attendances.countWrongTyped(studyId, member._id, sittingId);
      if (wrong !== null) return wrongDigits(wrong);
      return undefined;
    }
    const marked = markedState(line);
    if (marked === undefined) {
      const record = recordOf(attempt, decision);
      const state = decision.kind === 'claim' ? 'to-confirm' : decision.state;
      const written = await attendances.write(line, { record, isIn: isIn(state) });
      return written === null ? undefined : enteredBy(study, record, state);
    }
    if (decision.kind === 'claim') return standingClaim(attempt, line);
    return enterBeside(attempt, study, line, marked, decision.state);
  });
}

/**
 * Of who has left the branch: what they scanned before stands for an officer to confirm; undefined: they
 * scanned nothing before. docs/rules.md#R-363
 */
function asOfBefore(
  { seen }: Attempt,
  { isExpected, record, goneAtMs }: AttendanceDocument,
  decided: EntryDecision,
): EntryDecision | undefined {
  // Of lines of before it was noted when they left, the register is all that says it.
  const untilMs = goneAtMs ?? (isExpected || record !== null ? Infinity : 0);
  if (seen === undefined || seen.slotAtMs >= untilMs) return undefined;
  return decided.kind === 'enter' ? { kind: 'claim', ...seen } : decided;
}

function enteredBy(
  study: StudyDocument,
  { sittingId, atMs }: AttendanceRecord,
  state: 'attended' | 'late' | 'to-confirm',
): EntryResult {
  return { kind: 'in', study, sittingId, atMs, state, wasIn: false };
}

/** Enters that the person came beside what stands there; nothing that was entered is written over. */
async function enterBeside(
  { member, markedBy, way, sittingId, requestId, nowMs }: Attempt,
  study: StudyDocument,
  line: AttendanceDocument,
  from: MarkedState,
  comesAs: 'attended' | 'late',
): Promise<EntryResult | undefined> {
  const to = stateByComing(from, comesAs, markedBy !== null);
  const by = markedBy ?? { memberId: member._id, name: member.name };
  const arrival = { sittingId, way };
  const correction = { from, to, reason: null, by, atMs: nowMs, requestId, arrival };
  const written = await attendances.write(line, { correction, isIn: isIn(to) });
  if (written === null) return undefined;
  const state = to === comesAs ? comesAs : 'to-confirm';
  return { kind: 'in', study, sittingId, atMs: nowMs, state, wasIn: false };
}

/** The answer for somebody who has come already: as the first time, also for a retry of that very call. */
function cameBefore(attempt: Attempt, line: AttendanceDocument): Promise<EntryResult> | undefined {
  if (!canStillCheckIn(line)) return standing(attempt, line);
  // Whom an officer scans is in by the officer's word.
  if (attempt.markedBy !== null) return undefined;
  const came = cameBy(line);
  if (came === null || !hasCameBeside(line, attempt.sittingId)) return undefined;
  if (cameAfterMark(line)) return answered(attempt, came, 'to-confirm');
  return Promise.resolve({ kind: 'refused', code: 'officer-decided' });
}

const hasCameBeside = ({ corrections }: AttendanceDocument, sittingId: string): boolean =>
  corrections.some(({ arrival }) => arrival?.sittingId === sittingId);

function standing(attempt: Attempt, line: AttendanceDocument): Promise<EntryResult> {
  const came = cameBy(line);
  const state = markedState(line);
  if (came === null || (state !== 'attended' && state !== 'late')) {
    // A correction after closing decided otherwise: there is nothing left to check in to.
    const detail = { closedAtMs: line.lastCloseAtMs };
    return Promise.resolve({ kind: 'refused', code: 'closed', detail });
  }
  return answered(attempt, came, state);
}

function standingClaim(
  attempt: Attempt,
  line: AttendanceDocument,
): Promise<EntryResult> | EntryResult {
  const came = cameBy(line);
  if (came === null || markedState(line) !== 'to-confirm') {
    // An officer has decided about the person: a claim does not outweigh that.
    return { kind: 'refused', code: 'code-stale' };
  }
  return answered(attempt, came, 'to-confirm');
}

async function answered(
  attempt: Attempt,
  { sittingId, atMs, requestId }: Coming,
  state: 'attended' | 'late' | 'to-confirm',
): Promise<EntryResult> {
  const study = await studyWith(attempt.study, sittingId);
  return { kind: 'in', study, sittingId, atMs, state, wasIn: requestId !== attempt.requestId };
}

/** The study as remembered, unless it does not know the sitting. */
async function studyWith(study: StudyDocument, sittingId: string): Promise<StudyDocument> {
  if (study.sittings.some((sitting) => sitting.sittingId === sittingId)) return study;
  return (await studies.byId(study._id)) ?? study;
}

function recordOf(
  { sittingId, way, markedBy, requestId, nowMs }: Attempt,
  decision: Extract<EntryDecision, { kind: 'enter' | 'claim' }>,
): AttendanceRecord {
  const entered = { sittingId, atMs: nowMs, markedBy, reason: null, requestId };
  if (decision.kind === 'enter') {
    return { ...entered, way, state: decision.state, claimedAtMs: null };
  }
  const { claimedAtMs, slotAtMs } = decision;
  return { ...entered, way: 'offline-scan', state: 'to-confirm', claimedAtMs, slotAtMs };
}

function wrongDigits(wrong: number): EntryResult {
  return { kind: 'refused', code: 'code-stale', detail: { triesLeft: MAX_WRONG_TYPED - wrong } };
}

function refusalOf(decision: Extract<EntryDecision, { kind: 'refused' }>): EntryResult {
  switch (decision.code) {
    case 'not-open-yet':
      return { kind: 'refused', code: decision.code, detail: { opensAtMs: decision.opensAtMs } };
    case 'closed':
      return { kind: 'refused', code: decision.code, detail: { closedAtMs: decision.closedAtMs } };
    case 'more-digits':
      return { kind: 'refused', code: decision.code, detail: { digits: decision.digits } };
    case 'not-a-code':
    case 'code-stale':
    case 'study-cancelled':
      return { kind: 'refused', code: decision.code };
  }
}
