import type { saveDraft as action } from '../../../contract/study/writing';
import { faultOfSittings } from '../../../domain/study/check-sittings';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { fieldsOf, newDraft, says } from '../../_store/study/draft-fields';
import { studies } from '../../_store/study/studies';
import { untilNotOvertaken } from '../../_store/retry';
import { isAudienceKnown } from './audience-known';
import { toStudy } from '../shown-study';

/** docs/rules.md#R-96 */
export const saveDraft: Handler<typeof action> = async (
  { studyId, revision, draft, ...input },
  ctx,
) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const fault = faultOfSittings(draft.sittings, nowMs);
  if (fault !== undefined) {
    return ctx.fail('bad-sitting', { sitting: fault.sittingId, fault: fault.fault });
  }
  const [branch, people] = await Promise.all([branches.byId(branchId), members.ofBranch(branchId)]);
  if (branch === null) return ctx.fail('not-found');
  if (!isAudienceKnown(draft.audience, branch, people, nowMs)) return ctx.fail('bad-audience');

  const newSecret = () => ctx.newId() + ctx.newId();
  const written = {
    branchId,
    branchName: branch.name,
    createdBy: { memberId: ctx.caller.memberId, name: ctx.caller.name },
    createdAtMs: nowMs,
    lastRequestId: ctx.requestId,
  };
  const study = newDraft(studyId, draft, written, newSecret);
  if (await studies.insertIfAbsent(study)) return ctx.answer({ study: toStudy(study) });

  return untilNotOvertaken(`draft ${studyId}`, async () => {
    const existing = await studies.byId(studyId);
    if (existing === null || existing.branchId !== branchId) return ctx.fail('not-found');
    if (existing.state === 'cancelled') return ctx.fail('study-cancelled');
    if (existing.state !== 'draft') return ctx.fail('already-published');
    // Also of somebody else: nothing is written over, and whoever looks at it is not told of a change.
    if (says(existing, draft)) return ctx.answer({ study: toStudy(existing) });
    const isSeen = revision === undefined || revision === existing.revision;
    // Written on since its answer was lost: what is there is this very phone's, and gives way.
    const isNext = existing.lastRequestId === ctx.requestId && existing.revision - 1 === revision;
    if (!isSeen && !isNext) return ctx.fail('changed-meanwhile');
    const saved = await studies.change(existing, {
      ...fieldsOf(draft, existing.sittings, newSecret),
      lastRequestId: ctx.requestId,
    });
    if (saved !== null) return ctx.answer({ study: toStudy(saved) });
    return undefined;
  });
};
