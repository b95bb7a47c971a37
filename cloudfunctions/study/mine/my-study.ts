import type { MyStudy } from '../../../contract/study/study-shapes';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { dayOfInstant } from '../../../domain/time/local-day';
import { isOnLeave } from '../../../domain/study/leave';
import { closingAtMs, phaseOf } from '../../../domain/study/sitting';
import { stateFor } from '../../_kit/state-for-phone';
import { isInRegister } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { LineWithStudy } from '../../_store/study/lines-with-studies';
import type { Member } from '../../_store/people/member-document';
import { wasPlacedLately } from '../../_store/people/placed-lately';
import { studies, type StoredSitting } from '../../_store/study/studies';
import { cameBy } from '../../_store/study/came-by';
import { comingTo } from '../register/coming-to';
import { myLeaveOf } from '../register/leave-shown';
import { concerns } from '../register/gone';
import { lineToShow } from '../register/line-or-new';
import { fitsOf, isCalledOff, ownStateOf } from '../../_store/study/line-state';
import { shiftShownDuring } from '../person-days';
import { heldOf, sittingOf } from '../../_store/study/parts-of-study';

/**
 * What a member is asked, of registers that close in [fromMs, toMs): one request. Drafts are not
 * seen, nor studies whose audience was changed away before the person had a record.
 */
export async function askedOf(
  memberId: string,
  fromMs: number,
  toMs: number | null,
): Promise<readonly LineWithStudy[]> {
  return published(await attendances.ofMemberWithStudies(memberId, fromMs, toMs)).filter(
    ({ line }) => isInRegister(line),
  );
}

/** Of lines as they are stored, those of studies that were published, which are remembered. */
export function published(joined: readonly LineWithStudy[]): readonly LineWithStudy[] {
  studies.keep(joined.map(({ study }) => study));
  return joined.filter(({ study }) => study.state !== 'draft' && study.publishedAtMs !== null);
}

/**
 * What a member is asked and whose register is open, one that closes now is closed; also what they
 * may come to since they joined its audience, and, where that is wanted, what they have to make up.
 * Of a branch that they have left only what they took part in. docs/rules.md#R-32, docs/rules.md#R-362
 */
export async function openFor(
  member: Member,
  nowMs: number,
  hasMakeUps = false,
): Promise<readonly LineWithStudy[]> {
  const [stored, open] = await Promise.all([
    hasMakeUps
      ? attendances.openWithStudies(member._id, nowMs)
      : attendances.ofMemberWithStudies(member._id, nowMs + 1, null),
    wasPlacedLately(member, dayOfInstant(nowMs)) ? studies.openOf(member.branchId, nowMs) : [],
  ]);
  const lines = published(stored);
  const asked = lines.filter(({ line, study }) => concerns(line, study, member, nowMs));
  const known = new Set(asked.map(({ study }) => study._id));
  const joined = open.flatMap((study) => {
    if (known.has(study._id)) return [];
    const before = lines.find((each) => each.study._id === study._id)?.line ?? null;
    const line = lineToShow(study, before, member, nowMs);
    return line === null ? [] : [{ line, study }];
  });
  return [...asked, ...joined];
}

/**
 * A study as it stands for the member of the line, as their phone can show it. For who took part in
 * what was held of a cancelled one, that is the study. docs/rules.md#R-70
 */
export function toMyStudy(
  { line, study }: LineWithStudy,
  schedule: PersonSchedule,
  nowMs: number,
  phone: { readonly knowsAsleep: boolean },
): MyStudy {
  const fits = fitsOf(study, schedule);
  const { reply } = line;
  const isOff = isCalledOff(line, study);
  // They came when they scanned, not when a network was found.
  const came = cameBy(line);
  return {
    studyId: study._id,
    topic: study.topic,
    kind: study.kind,
    minutes: study.minutes,
    isCancelled: isOff,
    cancelReason: isOff ? study.cancelReason : null,
    state: stateFor(phone, ownStateOf(line, study, schedule, nowMs)),
    atMs: came?.claimedAtMs ?? came?.atMs ?? line.makeUp?.doneAtMs ?? null,
    chosenSittingId: chosenSitting({ line, study }, nowMs),
    repliedAtMs: reply?.atMs ?? null,
    excuseReason: reply?.kind === 'excused' && isOnLeave(reply) ? reply.reason : null,
    sittings: sittingsShown({ line, study }).map((sitting) => ({
      sittingId: sitting.sittingId,
      place: sitting.place,
      startAtMs: sitting.startAtMs,
      endAtMs: sitting.endAtMs,
      opensAtMs: sitting.opensAtMs,
      lateAfterAtMs: sitting.lateAfterAtMs,
      closesAtMs: isOff ? sitting.closesAtMs : closingAtMs(sitting),
      fit: fits[study.sittings.indexOf(sitting)] ?? 'unknown',
      shift: shiftShownDuring(schedule, sitting),
    })),
  };
}

/** As toMyStudy, with how the person's leave stands and what they have to make up: to phones that read leniently. */
export function withMore(mine: MyStudy, { line, study }: LineWithStudy, nowMs: number): MyStudy {
  const { makeUp } = line;
  const known = { ...mine, ...myLeaveOf(line, study, mine.state, nowMs) };
  if (makeUp === undefined) return known;
  const { untilAtMs, doneAtMs = null } = makeUp;
  return { ...known, makeUp: { untilAtMs, doneAtMs } };
}

/** Of a cancelled study those that were held, unless it is called off for the person. docs/rules.md#R-70 */
function sittingsShown({ line, study }: LineWithStudy): readonly StoredSitting[] {
  const isWhole = study.state !== 'cancelled' || isCalledOff(line, study);
  return isWhole ? study.sittings : heldOf(study);
}

/** Where the person was, or means to go; null also when that sitting was taken away, or is over. */
function chosenSitting({ line, study }: LineWithStudy, nowMs: number): string | null {
  const chosen = cameBy(line)?.sittingId ?? comingTo(line, study, nowMs);
  return chosen !== null && sittingOf(study, chosen) !== undefined ? chosen : null;
}

/** By the next sitting that can still be entered, then by id: the order of the today page. */
export function byNextSitting(nowMs: number): (a: LineWithStudy, b: LineWithStudy) => number {
  const nextAtMs = ({ study }: LineWithStudy) =>
    Math.min(
      ...study.sittings
        .filter((sitting) => phaseOf(sitting, nowMs) !== 'closed')
        .map((sitting) => sitting.startAtMs),
    );
  return (a, b) => Math.sign(nextAtMs(a) - nextAtMs(b)) || (a.study._id < b.study._id ? -1 : 1);
}
