import type { reply as action } from '../../../contract/study/mine';
import type { ParsedInputOf } from '../../../contract/action';
import { isAskedAgain } from '../../../domain/study/asked-again';
import { canStillCheckIn } from '../../../domain/study/attendance';
import { decisionAtMs } from '../../../domain/study/decision';
import { leaveStanding } from '../../../domain/study/leave';
import { lastStartAtMs, phaseOf } from '../../../domain/study/sitting';
import { takeLeaveAskedBack, tellOfLeaveAsked } from '../../_deliver/tell-about-leave';
import type { Handler } from '../../_kit/serve';
import type { AttendanceDocument, Leave, Reply } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { isOfItsBranch } from '../register/gone';
import { lineOrNew } from '../register/line-or-new';
import { moveReminder } from '../../_deliver/move-reminder';
import { toMyStudy, withMore } from './my-study';
import { rotasOnHotPath } from '../rotas';
import { isFinal, sittingOf } from '../../_store/study/parts-of-study';

type Wish = ParsedInputOf<typeof action>['reply'];

export const reply: Handler<typeof action> = async (input, ctx) => {
  const { studyId, reply: wish } = input;
  const nowMs = ctx.nowMs();
  const decidedAtMs = decisionAtMs(input.decidedAtMs, nowMs);
  const [study, member] = await Promise.all([studies.byId(studyId), memberOfCaller(ctx.openId)]);
  if (member === null) return ctx.fail('not-bound');
  if (study === null || study.state === 'draft') return ctx.fail('not-found');
  if (!isOfItsBranch(member, study)) return ctx.fail('not-found');
  const rotas = await rotasOnHotPath([member]);
  const mineOf = (line: AttendanceDocument) => {
    const mine = toMyStudy({ line, study }, rotas.scheduleOf(member), nowMs, ctx);
    return ctx.readsLeniently ? withMore(mine, { line, study }, nowMs) : mine;
  };
  return untilNotOvertaken(`the line of ${member._id}`, async () => {
    const line = await lineOrNew(study, member, nowMs);
    if (line === null) return ctx.fail('not-found');
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    if (!canStillCheckIn(line)) return ctx.fail('already-in');
    const decidedBefore = line.decidedAtMs ?? line.reply?.atMs ?? 0;
    if (decidedAtMs < decidedBefore) return ctx.fail('decided-since');
    if (wish.kind !== 'none' && isAskedAgain({ ...wish, atMs: decidedAtMs }, study.sittings)) {
      return ctx.fail('asked-again');
    }
    const refusal = refusalOf(wish, study, nowMs);
    if (refusal === 'no-such-sitting') return ctx.fail('not-found');
    if (refusal !== undefined) return ctx.fail(refusal);
    if (isSameLeave(line.reply, wish)) {
      await tellOfLeaveAsked(study, line, line.reply, ctx.requestId, nowMs);
      return ctx.answer({ mine: mineOf(line) });
    }
    const answer = replyOf(wish, wasDeclined(line, study), nowMs);
    const replies = { before: line.reply, after: answer };
    await moveReminder(study, member, replies, rotas, ctx.requestId, nowMs);
    const declined = isDeclined(line.reply) ? { declined: line.reply } : {};
    const written = await attendances.write(line, { reply: answer, decidedAtMs, ...declined });
    if (written === null) return undefined;
    await takeLeaveAskedBack([line], nowMs);
    if (answer?.kind === 'excused') {
      await tellOfLeaveAsked(study, line, answer, ctx.requestId, nowMs);
    }
    return ctx.answer({ mine: mineOf(written) });
  });
};

function refusalOf(
  wish: Wish,
  study: StudyDocument,
  nowMs: number,
): 'no-such-sitting' | 'sitting-over' | 'too-late-to-excuse' | undefined {
  switch (wish.kind) {
    case 'coming': {
      const sitting = sittingOf(study, wish.sittingId);
      if (sitting === undefined) return 'no-such-sitting';
      return phaseOf(sitting, nowMs) === 'closed' ? 'sitting-over' : undefined;
    }
    case 'excused':
      return nowMs >= lastStartAtMs(study.sittings) ? 'too-late-to-excuse' : undefined;
    case 'none':
      return isFinal(study, nowMs) ? 'sitting-over' : undefined;
  }
}

const isDeclined = (reply: Reply | null): reply is Leave => leaveStanding(reply) === 'declined';

/** A call that is repeated, and words that were answered already, are no new leave. */
const isSameLeave = (reply: Reply | null, wish: Wish): reply is Leave =>
  reply?.kind === 'excused' && wish.kind === 'excused' && reply.reason === wish.reason;

/** Whether leave for the days that the study has now was declined before. docs/rules.md#R-105 */
function wasDeclined({ reply, declined }: AttendanceDocument, { sittings }: StudyDocument) {
  if (isDeclined(reply)) return true;
  return declined !== undefined && !isAskedAgain(declined, sittings);
}

function replyOf(wish: Wish, wasDeclinedBefore: boolean, atMs: number): Reply | null {
  switch (wish.kind) {
    case 'coming':
      return { kind: 'coming', sittingId: wish.sittingId, atMs };
    case 'excused':
      return {
        kind: 'excused',
        reason: wish.reason,
        atMs,
        ...(wasDeclinedBefore && { needsGrant: true }),
      };
    case 'none':
      return null;
  }
}
