import { mayReach } from '../../../contract/allow';
import { holdsOneOf, PRESENTERS, ROSTER_KEEPERS } from '../../../contract/roles';
import type { studyDetail as action } from '../../../contract/study/mine';
import type { Handler } from '../../_kit/serve';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { memberOfCaller } from '../../_store/people/callers';
import { studies } from '../../_store/study/studies';
import { notesOfStudy } from './notes-of-study';
import { toMyStudy, withMore } from './my-study';
import { leaveShown } from '../register/leave-shown';
import { rotasOnHotPath } from '../rotas';
import { opensTo, opensToWhoLeft } from '../register/opens-to';
import { toStudy } from '../shown-study';

export const studyDetail: Handler<typeof action> = async ({ studyId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId, roles } = ctx.caller;
  const [study, line, member, notes] = await Promise.all([
    studies.byId(studyId),
    attendances.line(studyId, memberId),
    memberOfCaller(ctx.openId),
    ctx.readsLeniently ? notesOfStudy(studyId, memberId) : [],
  ]);
  if (study === null || member === null) return ctx.fail('not-found');
  const isWithin = mayReach(ctx.caller, study.branchId);
  const opened = isWithin
    ? opensTo(study, line, member, roles, nowMs)
    : opensToWhoLeft(study, line, member, nowMs);
  if (opened === null) return ctx.fail('not-found');
  const { mine, gone } = opened;
  const rotas = await rotasOnHotPath([member]);
  const shownToMe = (line: AttendanceDocument) => {
    const known = toMyStudy({ line, study }, rotas.scheduleOf(member), nowMs, ctx);
    return ctx.readsLeniently ? withMore(known, { line, study }, nowMs) : known;
  };
  return ctx.answer({
    nowMs,
    study: toStudy(study),
    mine: mine === null ? null : shownToMe(mine),
    ...(ctx.readsLeniently && mine?.reply?.kind === 'excused' && { leave: leaveShown(mine.reply) }),
    ...(ctx.readsLeniently && gone !== undefined && { gone }),
    ...(ctx.readsLeniently && !isWithin && { isElsewhere: true }),
    ...(ctx.readsLeniently && { notes }),
    canPresent: isWithin && holdsOneOf(roles, PRESENTERS),
    canEdit: isWithin && holdsOneOf(roles, ROSTER_KEEPERS),
  });
};
