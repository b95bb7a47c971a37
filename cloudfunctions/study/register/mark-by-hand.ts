import type { markByHand as action } from '../../../contract/study/register';
import { markedState } from '../../../domain/study/attendance';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { members } from '../../_store/people/members';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { MOST_CORRECTIONS } from './correct';
import { lineOrNew } from './line-or-new';
import { toOneRollLine } from './roll-line';
import { wasEnteredBy, wasEnteredSince } from './was-entered-by';
import { isFinal, sittingOf } from '../../_store/study/parts-of-study';

/** The first mark is the record; over an existing record it is an entry beside it. */
export const markByHand: Handler<typeof action> = async (input, ctx) => {
  const { studyId, sittingId, memberId, state, seen, reason } = input;
  if (memberId === ctx.caller.memberId) return ctx.fail('own-line');
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const [study, member] = await Promise.all([studies.byId(studyId), members.byId(memberId)]);
  const sitting = study === null ? undefined : sittingOf(study, sittingId);
  if (study === null || sitting === undefined || study.state === 'draft') {
    return ctx.fail('not-found');
  }
  if (member === null) return ctx.fail('not-invited');
  const { caller, knowsAsleep } = ctx;
  const setting = { study, sittingId, nowMs, caller, knowsAsleep };

  return untilNotOvertaken(`the line of ${memberId}`, async () => {
    const line = await lineOrNew(study, member, nowMs);
    if (line === null) return ctx.fail('not-invited');
    const wasEntered = wasEnteredBy(line, ctx.requestId, { state, reason });
    if (wasEntered === 'otherwise') return ctx.fail('changed-meanwhile');
    if (wasEntered === 'yes') {
      return ctx.answer({ line: await toOneRollLine(setting, line) });
    }
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    if (isFinal(study, nowMs)) return ctx.fail('register-final');
    if (state !== 'excused' && nowMs < sitting.opensAtMs) {
      return ctx.fail('not-open-yet', { opensAtMs: sitting.opensAtMs });
    }
    if (wasEnteredSince(line, seen, ctx)) return ctx.fail('changed-meanwhile');
    const from = markedState(line);
    if (from !== undefined && line.corrections.length >= MOST_CORRECTIONS) {
      return ctx.fail('too-many-corrections');
    }
    const { requestId } = ctx;
    const isIn = state === 'attended' || state === 'late';
    const record = {
      sittingId,
      state,
      way: 'by-hand' as const,
      atMs: nowMs,
      claimedAtMs: null,
      markedBy: by,
      reason,
      requestId,
    };
    const correction = { from: from ?? state, to: state, reason, by, atMs: nowMs, requestId };
    const written = await attendances.write(
      line,
      from === undefined ? { record, isIn } : { correction, isIn },
    );
    if (written !== null) return ctx.answer({ line: await toOneRollLine(setting, written) });
    return undefined;
  });
};
