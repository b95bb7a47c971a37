import type { openLine as action } from '../../../contract/study/register';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import type { Handler } from '../../_kit/serve';
import { attendances } from '../../_store/study/attendances';
import { studies } from '../../_store/study/studies';
import { maySee } from './roll';
import { toOneRollLine } from './roll-line';
import { noteReasonsSeen } from './sees-reasons';

/** docs/rules.md#R-152 */
export const openLine: Handler<typeof action> = async ({ studyId, memberId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { caller } = ctx;
  const [study, line] = await Promise.all([
    studies.remembered(studyId),
    attendances.line(studyId, memberId),
  ]);
  if (study === null || line === null || !maySee(study, caller.roles)) {
    return ctx.fail('not-found');
  }
  await noteReasonsSeen(caller, study, [line], nowMs);
  const setting = {
    study,
    sittingId: null,
    nowMs,
    caller,
    saysReasons: true,
    showsLeave: holdsOneOf(caller.roles, ROSTER_KEEPERS),
    isLenient: ctx.readsLeniently,
    knowsAsleep: ctx.knowsAsleep,
  };
  return ctx.answer({ line: await toOneRollLine(setting, line) });
};
