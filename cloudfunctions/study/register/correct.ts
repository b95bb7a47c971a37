import type { correct as action } from '../../../contract/study/register';
import { isIn } from '../../../domain/study/attendance';
import { takeMakeUpBack } from '../../_deliver/tell-of-make-up';
import type { Handler } from '../../_kit/serve';
import { isInRegister } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { makeUpByCorrection } from '../make-up/make-up-by-correction';
import { stateOf } from '../../_store/study/line-state';
import { wasEnteredBy, wasEnteredSince } from './was-entered-by';
import { peopleOnHotPath } from './people';
import { toOneRollLine } from './roll-line';
import { rotasOnHotPath } from '../rotas';
import { heldOf, isFinal } from '../../_store/study/parts-of-study';

/** docs/rules.md#R-40 */
export const MOST_CORRECTIONS = 20;

export const correct: Handler<typeof action> = async (
  { studyId, memberId, to, seen, reason },
  ctx,
) => {
  if (memberId === ctx.caller.memberId) return ctx.fail('own-line');
  const nowMs = ctx.nowMs();
  const study = await studies.byId(studyId);
  if (study === null || study.state === 'draft') return ctx.fail('not-found');
  const { caller, knowsAsleep } = ctx;
  const setting = { study, sittingId: null, nowMs, caller, knowsAsleep };
  return untilNotOvertaken(`the line of ${memberId}`, async () => {
    const line = await attendances.line(studyId, memberId);
    if (line === null || !isInRegister(line)) return ctx.fail('not-invited');
    const wasEntered = wasEnteredBy(line, ctx.requestId, { state: to, reason });
    if (wasEntered === 'otherwise') return ctx.fail('changed-meanwhile');
    if (wasEntered === 'yes') {
      return ctx.answer({ line: await toOneRollLine(setting, line) });
    }
    const isOver = isFinal(study, nowMs) || heldOf(study).length > 0;
    if (!isOver) return ctx.fail('register-open');
    if (wasEnteredSince(line, seen, ctx)) return ctx.fail('changed-meanwhile');
    if (line.corrections.length >= MOST_CORRECTIONS) return ctx.fail('too-many-corrections');

    const people = await peopleOnHotPath(study.branchId, [memberId]);
    const rotas = await rotasOnHotPath([...people.values()]);
    const member = people.get(memberId);
    const schedule = member === undefined ? null : rotas.scheduleOf(member);
    const correction = {
      from: stateOf(line, study, schedule, nowMs),
      to,
      reason,
      by: { memberId: ctx.caller.memberId, name: ctx.caller.name },
      atMs: nowMs,
      requestId: ctx.requestId,
    };
    const makeUp = await makeUpByCorrection(study, line, to, { member, rotas, nowMs });
    const entry = { correction, isIn: isIn(to), ...(makeUp !== undefined && { makeUp }) };
    const written = await attendances.write(line, entry);
    if (written === null) return undefined;
    // Who is in has nothing to make up.
    if (isIn(to) && line.makeUp !== undefined) await takeMakeUpBack(studyId, memberId);
    return ctx.answer({ line: await toOneRollLine(setting, written) });
  });
};
