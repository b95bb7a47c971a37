import { holdsOneOf, PRESENTERS, ROSTER_KEEPERS } from '../../../contract/roles';
import type { studyDetail as action } from '../../../contract/study/mine';
import type { Handler } from '../../_kit/serve';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import { studies } from '../../_store/study/studies';
import { toMyStudy, withMakeUp } from './my-study';
import { maySee } from '../register/roll';
import { rotasOnHotPath } from '../rotas';
import { lineToShow } from '../register/line-or-new';
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
  const mine = isHidden ? null : lineToShow(study, line, member, nowMs);
  const canPresent = holdsOneOf(roles, PRESENTERS);
  if (mine === null && !canPresent) return ctx.fail('not-found');
  const rotas = await rotasOnHotPath([member]);
  const shownToMe = (line: AttendanceDocument) => {
    const known = toMyStudy({ line, study }, rotas.scheduleOf(member), nowMs);
    return ctx.readsLeniently ? withMakeUp(known, line) : known;
  };
  return ctx.answer({
    nowMs,
    study: toStudy(study),
    mine: mine === null ? null : shownToMe(mine),
    canPresent,
    canEdit: holdsOneOf(roles, ROSTER_KEEPERS),
  });
};
