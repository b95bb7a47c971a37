import type { openMakeUp as action } from '../../../contract/study/make-up';
import { isIn, markedState } from '../../../domain/study/attendance';
import { makeUpSpan } from '../../../domain/study/make-up-term';
import { makeUpNoticeText } from '../../_deliver/make-up-notices.text';
import { takeMakeUpBack, tellOfMakeUp } from '../../_deliver/tell-of-make-up';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { untilNotOvertaken } from '../../_store/retry';
import { isInRegister, type MakeUp } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies } from '../../_store/study/studies';
import { isFinal } from '../../_store/study/parts-of-study';

/** A term anew also where one has ended; what was answered stays. Told first, as every repetition is. docs/rules.md#R-99 */
export const openMakeUp: Handler<typeof action> = async ({ studyId, memberId, reason }, ctx) => {
  const { memberId: officerId, name } = ctx.caller;
  if (memberId === officerId) return ctx.fail('own-line');
  const nowMs = ctx.nowMs();
  const [study, member, rotas] = await Promise.all([
    studies.byId(studyId),
    members.byId(memberId),
    readRotas(),
  ]);
  if (study === null || study.state === 'draft') return ctx.fail('not-found');
  if (study.state === 'cancelled') return ctx.fail('study-cancelled');
  if (!isFinal(study, nowMs)) return ctx.fail('register-open');
  if (member?.leftDay !== null)
    return ctx.fail('not-invited', { why: member === null ? 'not-listed' : 'left' });
  return untilNotOvertaken(`the make-up of ${memberId}`, async () => {
    const line = await attendances.line(studyId, memberId);
    if (line === null || !isInRegister(line)) {
      return ctx.fail('not-invited', { why: 'not-listed' });
    }
    if (isIn(markedState(line))) return ctx.fail('no-longer-needed');
    const span = makeUpSpan(rotas.scheduleOf(member), study.lastCloseAtMs, nowMs);
    const makeUp: MakeUp = {
      cause: line.makeUp?.cause ?? 'by-officer',
      openedAtMs: nowMs,
      openedBy: { memberId: officerId, name, reason },
      startsAtMs: span.startsAtMs,
      untilAtMs: Math.max(span.untilAtMs, line.makeUp?.untilAtMs ?? 0),
      right: line.makeUp?.right ?? [],
    };
    const { untilAtMs } = makeUp;
    await takeMakeUpBack(studyId, memberId, untilAtMs);
    const body = makeUpNoticeText.openedBody(untilAtMs, name, reason);
    await tellOfMakeUp(study, makeUp, [member], rotas, nowMs, { body, part: memberId });
    const written = await attendances.write(line, { makeUp });
    return written === null ? undefined : ctx.answer({ untilAtMs });
  });
};
