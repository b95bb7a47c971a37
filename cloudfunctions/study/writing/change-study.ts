import type { changeStudy as action } from '../../../contract/study/writing';
import { concernsEverybody, studyChange } from '../../../domain/notice/study-change';
import { isAsked } from '../../../domain/people/audience';
import { withNewDays } from '../../../domain/study/asked-again';
import { faultOfSittings } from '../../../domain/study/check-sittings';
import { phaseOf } from '../../../domain/study/sitting';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import { studies } from '../../_store/study/studies';
import { changeText } from '../../_deliver/study-notices.text';
import { tellOfRevision, toTell } from '../../_deliver/tell-of-revision';
import { fieldsOf, says } from '../../_store/study/draft-fields';
import { isAudienceKnown } from './audience-known';
import { settledStudy, settleRegister } from '../../_deliver/settle-register';
import { isFinal } from '../../_store/study/parts-of-study';
import { toStudy } from '../shown-study';

export const changeStudy: Handler<typeof action> = async (
  { studyId, revision, draft, isToldToAll },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const study = await studies.byId(studyId);
  if (study === null || study.state === 'draft') return ctx.fail('not-found');
  const isOwn = study.lastRequestId === ctx.requestId;
  if (isOwn && says(study, draft)) {
    const settled = await settledStudy(study, nowMs);
    await tellOfRevision(study, ctx.caller, ctx.requestId, nowMs);
    return ctx.answer({ study: toStudy(settled), expected: settled.expected });
  }
  if (study.state === 'cancelled') return ctx.fail('study-cancelled');
  if (isFinal(study, nowMs)) return ctx.fail('register-final');
  // Written on since its answer was lost: what is there is this very phone's, and gives way.
  const isNext = isOwn && study.revision === revision + 1;
  if (study.revision !== revision && !isNext) return ctx.fail('changed-meanwhile');
  const fault = faultOfSittings(draft.sittings, nowMs, study.sittings);
  if (fault !== undefined) {
    return ctx.fail('bad-sitting', { sitting: fault.sittingId, fault: fault.fault });
  }

  const [branch, people] = await Promise.all([
    branches.byId(study.branchId),
    members.ofBranch(study.branchId),
  ]);
  if (branch === null || !isAudienceKnown(draft.audience, branch, people, nowMs)) {
    return ctx.fail('bad-audience');
  }
  const day = dayOfInstant(nowMs);
  const asking = { branchId: study.branchId, audience: draft.audience };
  if (!people.some((member) => isAsked(asking, personOn(member, day), day))) {
    return ctx.fail('bad-audience');
  }
  const removed = study.sittings.filter(({ sittingId }) =>
    draft.sittings.every((sitting) => sitting.sittingId !== sittingId),
  );
  // While it is open somebody may come in between the look into the register and the change.
  const open = removed.find((sitting) => phaseOf(sitting, nowMs) === 'open');
  const inUse =
    open?.sittingId ??
    (await attendances.sittingInUse(
      studyId,
      removed.map(({ sittingId }) => sittingId),
    ));
  if (inUse !== null) return ctx.fail('sitting-in-use', { sitting: inUse });

  // The call that wrote what is there may have been cut off before anybody heard of it.
  if (isNext) {
    await settledStudy(study, nowMs);
    await tellOfRevision(study, ctx.caller, ctx.requestId, nowMs);
  }

  const change = studyChange(study, draft);
  const words = changeText(change, draft.sittings.length);
  const fields = fieldsOf(draft, study.sittings, () => ctx.newId() + ctx.newId());
  const changed = await studies.change(study, {
    ...fields,
    sittings: withNewDays(fields.sittings, study.sittings, nowMs),
    toldChange: concernsEverybody(change) || isToldToAll === true ? words : null,
    toTell: toTell(ctx.caller, study.revision + 1, nowMs),
    lastRequestId: ctx.requestId,
  });
  if (changed === null) return ctx.fail('changed-meanwhile');
  const settled = await settleRegister(changed, nowMs);
  await tellOfRevision(changed, ctx.caller, ctx.requestId, nowMs);
  return ctx.answer({ study: toStudy(settled), expected: settled.expected });
};
