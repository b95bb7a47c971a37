import type { answerLeave as action } from '../../../contract/study/register';
import { markedState } from '../../../domain/study/attendance';
import { leaveStanding } from '../../../domain/study/leave';
import { lastStartAtMs } from '../../../domain/study/sitting';
import { takeLeaveAskedBack, tellOfLeaveAnswered } from '../../_deliver/tell-about-leave';
import type { Handler } from '../../_kit/serve';
import type { AttendanceDocument, Leave } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { untilNotOvertaken } from '../../_store/retry';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { rotasOnHotPath } from '../rotas';
import { isFinal } from '../../_store/study/parts-of-study';
import { moveReminder } from '../../_deliver/move-reminder';
import { isGone } from './gone';
import { toOneRollLine } from './roll-line';

/** docs/rules.md#R-105 */
export const answerLeave: Handler<typeof action> = async (input, ctx) => {
  const { studyId, memberId, askedAtMs, seen, verdict, reason } = input;
  const { requestId, caller } = ctx;
  if (memberId === caller.memberId) return ctx.fail('own-line');
  const nowMs = ctx.nowMs();
  const [study, member] = await Promise.all([studies.byId(studyId), members.byId(memberId)]);
  if (study === null || study.state === 'draft' || member === null) return ctx.fail('not-found');
  const { knowsAsleep } = ctx;
  const setting = {
    study,
    sittingId: null,
    nowMs,
    caller,
    showsLeave: true,
    isLenient: true,
    knowsAsleep,
  };
  const rotas = await rotasOnHotPath([member]);

  return untilNotOvertaken(`the line of ${memberId}`, async () => {
    const line = await attendances.line(studyId, memberId);
    const leave = line?.reply;
    if (line === null || leave?.kind !== 'excused' || leave.atMs !== askedAtMs) {
      return ctx.fail('leave-withdrawn');
    }
    if (isGone(line, study, member, nowMs)) {
      return ctx.fail('leave-withdrawn');
    }
    if (leave.answer?.requestId === requestId) {
      const isSame = leave.answer.verdict === verdict && leave.answer.reason === reason;
      if (!isSame) return ctx.fail('changed-meanwhile');
      await tell(study, member, line, leave, nowMs);
      return ctx.answer({ line: await toOneRollLine(setting, line) });
    }
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    if (isFinal(study, nowMs)) return ctx.fail('register-final');
    if (leaveStanding(leave) !== seen || markedState(line) !== undefined) {
      return ctx.fail('changed-meanwhile');
    }
    if (verdict === 'declined' && nowMs >= lastStartAtMs(study.sittings)) {
      return ctx.fail('too-late-to-decline');
    }
    const by = { memberId: caller.memberId, name: caller.name };
    const answered: Leave = { ...leave, answer: { verdict, reason, by, atMs: nowMs, requestId } };
    const replies = { before: leave, after: answered };
    await moveReminder(study, member, replies, rotas, requestId, nowMs);
    const written = await attendances.write(line, { reply: answered });
    if (written === null) return undefined;
    await tell(study, member, line, answered, nowMs);
    return ctx.answer({ line: await toOneRollLine(setting, written) });
  });
};

async function tell(
  study: StudyDocument,
  member: Member,
  line: AttendanceDocument,
  leave: Leave,
  nowMs: number,
): Promise<void> {
  await takeLeaveAskedBack([{ ...line, reply: leave }], nowMs);
  if (member.leftDay === null) await tellOfLeaveAnswered(study, member, leave, nowMs);
}
