import { holdsOneOf, PRESENTERS, ROSTER_KEEPERS } from '../../../contract/roles';
import type { studyDetail as action } from '../../../contract/study/mine';
import { isAsked } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { attendances, isInRegister, type AttendanceDocument } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import type { Member } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { toMyStudy } from './my-study';
import { maySee } from '../register/roll';
import { rotasOnHotPath } from '../rotas';
import { lineFor } from '../register/settle-register';
import { toStudy } from '../shown-study';

export const studyDetail: Handler<typeof action> = async ({ studyId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { roles } = ctx.caller;
  const [study, line, member] = await Promise.all([
    studies.byId(studyId),
    attendances.line(studyId, ctx.caller.memberId),
    memberOfCaller(ctx.openId),
  ]);
  if (study === null || member === null || !maySee(study, roles)) {
    return ctx.fail('not-found');
  }
  const isHidden = study.state === 'draft' || study.publishedAtMs === null;
  const mine = isHidden ? null : mineOf(study, line, member, nowMs);
  const canPresent = holdsOneOf(roles, PRESENTERS);
  if (mine === null && !canPresent) return ctx.fail('not-found');
  return ctx.answer({
    nowMs,
    study: toStudy(study),
    mine:
      mine === null
        ? null
        : toMyStudy(
            { line: mine, study },
            (await rotasOnHotPath([member])).scheduleOf(member),
            nowMs,
          ),
    canPresent,
    canEdit: holdsOneOf(roles, ROSTER_KEEPERS),
  });
};

/** The member's line, or the one they will get by coming: they may have joined after publication. */
function mineOf(
  study: StudyDocument,
  line: AttendanceDocument | null,
  member: Member,
  nowMs: number,
): AttendanceDocument | null {
  if (line !== null) return isInRegister(line) ? line : null;
  const day = dayOfInstant(nowMs);
  const person = personOn(member, day);
  return isAsked(study, person, day) ? lineFor(study, person) : null;
}
