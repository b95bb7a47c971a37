import type { previewPublication as action } from '../../../contract/study/planning';
import { faultOfSittings } from '../../../domain/study/check-sittings';
import { daysAround } from '../../../domain/time/days-around';
import { planNotice } from '../../_deliver/plan-notice';
import { previewOf } from '../../_deliver/preview-of';
import type { Handler } from '../../_kit/serve';
import { otherSittings, readOtherStudies } from '../../_store/study/other-sittings';
import { studies } from '../../_store/study/studies';
import { audienceOf } from '../../_deliver/tell-of-study';
import { studyMessages } from '../../_deliver/study-messages';
import { heardLate } from './heard-late';

/** Five requests, two of them kept; one more where something else is held on the days. */
export const previewPublication: Handler<typeof action> = async ({ studyId }, ctx) => {
  const nowMs = ctx.nowMs();
  const study = await studies.byId(studyId);
  if (study === null) return ctx.fail('not-found');
  if (study.state === 'cancelled') return ctx.fail('study-cancelled');
  if (study.state === 'published') return ctx.fail('already-published');
  const fault = faultOfSittings(study.sittings, nowMs);
  if (fault !== undefined) {
    return ctx.fail('bad-sitting', { sitting: fault.sittingId, fault: fault.fault });
  }
  const [{ asked, organisation }, otherStudies] = await Promise.all([
    audienceOf(study, nowMs),
    readOtherStudies(study.branchId, [], daysAround(study.sittings), studyId),
  ]);
  if (asked.length === 0) return ctx.fail('nobody-in-audience');
  const content = studyMessages(study, ctx.caller, ctx.requestId).published();
  const { documents } = await planNotice(content, asked, organisation, nowMs);
  const others = otherSittings(otherStudies, organisation, nowMs);
  return ctx.answer({
    ...previewOf(documents, asked, organisation, nowMs),
    late: heardLate(study, documents, asked, organisation, others),
  });
};
