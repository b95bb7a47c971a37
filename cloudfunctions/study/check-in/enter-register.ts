import type { Detail } from '../../../contract/action';
import { canStillCheckIn, markedState } from '../../../domain/study/attendance';
import { isAsked } from '../../../domain/people/audience';
import { MAX_WRONG_TYPED, type ScanDecision } from '../../../domain/study/check-in';
import { dayOfInstant } from '../../../domain/time/local-day';
import {
  isInRegister,
  type AttendanceDocument,
  type AttendanceRecord,
} from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { joinRegister } from '../register/line-or-new';

type EntryCode =
  | 'not-a-code'
  | 'code-stale'
  | 'not-open-yet'
  | 'closed'
  | 'not-invited'
  | 'study-cancelled'
  | 'typing-locked';

export type EntryDecision =
  | ScanDecision
  | { readonly kind: 'wrong-digits' }
  | { readonly kind: 'refused'; readonly code: 'not-a-code' };

export interface Attempt {
  readonly member: Member;
  /** Perhaps a few seconds old: whatever is written by it, the line checks against the study's revision. */
  readonly study: StudyDocument;
  readonly sittingId: string;
  readonly way: Exclude<AttendanceRecord['way'], 'by-hand' | 'offline-scan'>;
  readonly markedBy: AttendanceRecord['markedBy'];
  readonly requestId: string;
  readonly nowMs: number;
  decide(study: StudyDocument): EntryDecision;
}

export type EntryResult =
  | {
      readonly kind: 'in';
      readonly study: StudyDocument;
      readonly record: AttendanceRecord;
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
  const decision = attempt.decide(study);
  if (decision.kind === 'enter') {
    const record = recordOf(attempt, decision);
    if (await attendances.enter(study._id, member._id, study.revision, record)) {
      return { kind: 'in', study, record, state: decision.state, wasIn: false };
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
    if (line !== null && !canStillCheckIn(line)) return standing(attempt, line);

    const study = await studies.byId(studyId);
    if (study === null) return { kind: 'refused', code: 'not-a-code' };
    const isListed = line !== null && isInRegister(line);
    const day = dayOfInstant(nowMs);
    if (!isListed && !isAsked(study, personOn(member, day), day)) {
      return { kind: 'refused', code: 'not-invited' };
    }
    const decision = attempt.decide(study);
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
    if (decision.kind === 'claim' && line.record !== null) return standingClaim(attempt, line);
    const record = recordOf(attempt, decision);
    const entered = await enterOver(line, record, member);
    if (entered) {
      const state = decision.kind === 'claim' ? 'to-confirm' : decision.state;
      return { kind: 'in', study, record, state, wasIn: false };
    }
    return undefined;
  });
}

/** Writes the record; one that an officer had entered before the person came stays visible as an entry. */
async function enterOver(
  line: AttendanceDocument,
  record: AttendanceRecord,
  member: Member,
): Promise<boolean> {
  const from = markedState(line);
  const isIn = record.state === 'attended' || record.state === 'late';
  if (from === undefined) return (await attendances.write(line, { record, isIn })) !== null;
  const correction = {
    from,
    to: record.state,
    reason: null,
    by: { memberId: member._id, name: member.name },
    atMs: record.atMs,
    requestId: record.requestId,
  };
  return (await attendances.write(line, { record, correction, isIn })) !== null;
}

/** The answer for somebody who is in: the same as the first time, also for a retry of that very call. */
async function standing(attempt: Attempt, line: AttendanceDocument): Promise<EntryResult> {
  const { record } = line;
  const state = markedState(line);
  if (record === null || (state !== 'attended' && state !== 'late')) {
    // A correction after closing decided otherwise: there is nothing left to check in to.
    return { kind: 'refused', code: 'closed', detail: { closedAtMs: line.lastCloseAtMs } };
  }
  const study = await studyWith(attempt.study, record.sittingId);
  return { kind: 'in', study, record, state, wasIn: record.requestId !== attempt.requestId };
}

function standingClaim(attempt: Attempt, line: AttendanceDocument): EntryResult {
  const { record } = line;
  if (record === null || markedState(line) !== 'to-confirm') {
    // An officer has decided about the person: a claim does not outweigh that.
    return { kind: 'refused', code: 'code-stale' };
  }
  const wasIn = record.requestId !== attempt.requestId;
  return { kind: 'in', study: attempt.study, record, state: 'to-confirm', wasIn };
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
  const { claimedAtMs } = decision;
  return { ...entered, way: 'offline-scan', state: 'to-confirm', claimedAtMs };
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
    case 'not-a-code':
    case 'code-stale':
    case 'study-cancelled':
      return { kind: 'refused', code: decision.code };
  }
}
