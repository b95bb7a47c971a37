import type { MarkedState } from '../../../domain/study/attendance';
import { causeOfMakeUp, type MakeUpCause } from '../../../domain/study/make-up';
import { makeUpSpan } from '../../../domain/study/make-up-term';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { tellOfMakeUp } from '../../_deliver/tell-of-make-up';
import type { Member } from '../../_store/people/member-document';
import type { Rotas } from '../../_store/people/organisation';
import type { AttendanceDocument, MakeUp } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';

/** What was longer ago is put right and not made up by itself. docs/rules.md#R-118 */
const LATEST_MS = 42 * MS_PER_DAY;

/**
 * The make-up that opens because an officer has corrected a line of a final register to leave, duty
 * or sleep, and the person is told of, once; undefined: none. docs/rules.md#R-118
 */
export async function makeUpByCorrection(
  study: StudyDocument,
  line: AttendanceDocument,
  to: MarkedState,
  { member, rotas, nowMs }: { member: Member | undefined; rotas: Rotas; nowMs: number },
): Promise<MakeUp | undefined> {
  const cause = causeBy(study, line, to, nowMs);
  if (cause === undefined || member?.leftDay !== null || member.branchId !== study.branchId) {
    return undefined;
  }
  const span = makeUpSpan(rotas.scheduleOf(member), study.lastCloseAtMs, nowMs);
  const makeUp = { cause, openedAtMs: nowMs, ...span, right: [] };
  await tellOfMakeUp(study, makeUp, [member], rotas, nowMs);
  return makeUp;
}

function causeBy(
  { kind, state, lastCloseAtMs }: StudyDocument,
  line: AttendanceDocument,
  to: MarkedState,
  nowMs: number,
): MakeUpCause | undefined {
  if (line.makeUp !== undefined || state !== 'published') return undefined;
  if (nowMs < lastCloseAtMs || lastCloseAtMs < nowMs - LATEST_MS) return undefined;
  return causeOfMakeUp(kind, { ...line, corrections: [{ to, atMs: nowMs }] }, null);
}
