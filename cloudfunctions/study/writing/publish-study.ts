import type { publishStudy as action } from '../../../contract/study/writing';
import { digitCountFor } from '../../../domain/study/check-in';
import { faultOfSittings } from '../../../domain/study/check-sittings';
import type { Handler } from '../../_kit/serve';
import { draftWaitingId } from '../../_deliver/draft-waiting';
import { deliveries } from '../../_store/delivery/deliveries';
import { members } from '../../_store/people/members';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { tellOfRevision, toTell } from '../../_deliver/tell-of-revision';
import { settledStudy, settleLines } from '../../_deliver/settle-register';
import { toStudy } from '../shown-study';

/**
 * First a line for everybody in the audience, then the study becomes visible: cut off in between,
 * nobody sees anything and publishing again goes on from there. docs/rules.md#R-96
 */
export const publishStudy: Handler<typeof action> = async ({ studyId, revision: seen }, ctx) => {
  const nowMs = ctx.nowMs();
  return untilNotOvertaken(`study ${studyId}`, async () => {
    const study = await studies.byId(studyId);
    if (study === null) return ctx.fail('not-found');
    if (study.state === 'cancelled') return ctx.fail('study-cancelled');
    if (study.state === 'published') {
      const isOwn = study.lastRequestId === ctx.requestId;
      // Publishing counts up by one what was seen, whoever does it.
      const isSeen = seen === undefined || study.revision === seen + 1;
      if (!isOwn && !isSeen) return ctx.fail('changed-meanwhile');
      const settled = await settledStudy(study, nowMs);
      // An earlier call may have been cut off before it told anybody.
      if (isOwn) await tellOfRevision(study, ctx.caller, ctx.requestId, nowMs);
      return ctx.answer({ study: toStudy(settled), expected: settled.expected });
    }
    if (seen !== undefined && study.revision !== seen) return ctx.fail('changed-meanwhile');
    const fault = faultOfSittings(study.sittings, nowMs);
    if (fault !== undefined) {
      return ctx.fail('bad-sitting', { sitting: fault.sittingId, fault: fault.fault });
    }
    // The lines agree with the revision that publishing makes.
    const revision = study.revision + 1;
    const expected = await settleLines({ ...study, revision }, nowMs);
    if (expected === 0) return ctx.fail('nobody-in-audience');
    const people = await members.ofBranch(study.branchId);
    const published = await studies.change(study, {
      state: 'published',
      digitCount: digitCountFor(people.length),
      publishedAtMs: nowMs,
      expected,
      settledRevision: revision,
      toTell: toTell(ctx.caller, revision, nowMs),
      lastRequestId: ctx.requestId,
    });
    // null: the draft was saved again meanwhile, perhaps for others.
    if (published !== null) {
      await deliveries.cancelEach([draftWaitingId(studyId)], nowMs);
      await tellOfRevision(published, ctx.caller, ctx.requestId, nowMs);
      return ctx.answer({ study: toStudy(published), expected });
    }
    return undefined;
  });
};
