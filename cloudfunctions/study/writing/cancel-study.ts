import type { cancelStudy as action } from '../../../contract/study/writing';
import { closingAtMs } from '../../../domain/study/sitting';
import type { Handler } from '../../_kit/serve';
import { draftWaitingId } from '../../_deliver/draft-waiting';
import { deliveries } from '../../_store/delivery/deliveries';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { tellOfRevision, toTell } from '../../_deliver/tell-of-revision';
import { settledStudy } from '../../_deliver/settle-register';
import { isFinal } from '../../_store/study/parts-of-study';
import { toStudy } from '../shown-study';

/**
 * What was held stays, what is ahead is cancelled: every sitting that is not closed yet closes now,
 * which tells them apart. The planned closing of the study stays: until then people see that it is
 * cancelled. docs/rules.md#R-70
 *
 * After it has answered no check-in comes through any more, whatever another
 * instance remembers.
 */
export const cancelStudy: Handler<typeof action> = async ({ studyId, reason }, ctx) => {
  const nowMs = ctx.nowMs();
  return untilNotOvertaken(`study ${studyId}`, async () => {
    const study = await studies.byId(studyId);
    if (study === null) return ctx.fail('not-found');
    if (study.state === 'cancelled') {
      // Whom it was told to read the first reason. docs/rules.md#R-287
      const isOther = study.publishedAtMs !== null && study.cancelReason !== reason;
      if (isOther) return ctx.fail('written-before');
      const settled = await settledStudy(study, nowMs);
      // An earlier call may have been cut off before it told anybody; whoever was told is told nothing twice.
      if (study.publishedAtMs !== null) {
        await tellOfRevision(study, ctx.caller, ctx.requestId, nowMs);
      }
      return ctx.answer({ study: toStudy(settled) });
    }
    if (isFinal(study, nowMs)) return ctx.fail('register-final');
    const cancelled = await studies.change(study, {
      state: 'cancelled',
      sittings: study.sittings.map((sitting) =>
        closingAtMs(sitting) > nowMs ? { ...sitting, closedAtMs: nowMs } : sitting,
      ),
      cancelReason: reason,
      ...(study.publishedAtMs !== null && {
        toTell: toTell(ctx.caller, study.revision + 1, nowMs),
      }),
      lastRequestId: ctx.requestId,
    });
    if (cancelled !== null) {
      const settled = await settledStudy(cancelled, nowMs);
      // Of a draft nobody has heard but the officers for whom it waits.
      if (cancelled.publishedAtMs !== null) {
        await tellOfRevision(cancelled, ctx.caller, ctx.requestId, nowMs);
      } else await deliveries.cancelEach([draftWaitingId(studyId)], nowMs);
      return ctx.answer({ study: toStudy(settled) });
    }
    return undefined;
  });
};
