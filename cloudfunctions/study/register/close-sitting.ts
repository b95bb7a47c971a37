import type { closeSitting as action } from '../../../contract/study/register';
import { finalAtMs, phaseOf } from '../../../domain/study/sitting';
import type { Handler } from '../../_kit/serve';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { settledStudy } from '../../_deliver/settle-register';
import { sittingOf } from '../../_store/study/parts-of-study';
import { toStudy } from '../shown-study';

export const closeSitting: Handler<typeof action> = async ({ studyId, sittingId }, ctx) => {
  const nowMs = ctx.nowMs();
  return untilNotOvertaken(`study ${studyId}`, async () => {
    const study = await studies.byId(studyId);
    if (study === null || study.state === 'draft') return ctx.fail('not-found');
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    const sitting = sittingOf(study, sittingId);
    if (sitting === undefined) return ctx.fail('not-found');
    const phase = phaseOf(sitting, nowMs);
    if (phase === 'not-open-yet') return ctx.fail('not-open-yet', { opensAtMs: sitting.opensAtMs });
    if (phase === 'closed') {
      return ctx.answer({ study: toStudy(await settledStudy(study, nowMs)) });
    }
    const sittings = study.sittings.map((other) =>
      other.sittingId === sittingId ? { ...other, closedAtMs: nowMs } : other,
    );
    const changed = await studies.change(study, {
      sittings,
      lastCloseAtMs: finalAtMs(sittings),
      lastRequestId: ctx.requestId,
    });
    if (changed !== null) {
      return ctx.answer({ study: toStudy(await settledStudy(changed, nowMs)) });
    }
    return undefined;
  });
};
