import type { Gone } from '../../../contract/study/study-shapes';
import type { myAttendance as action } from '../../../contract/study/mine';
import { markedState } from '../../../domain/study/attendance';
import { sittingOfMember } from '../../../domain/study/sitting-of-member';
import { sumAttendance } from '../../../domain/study/attendance-rates';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { monthInterval } from '../../../domain/time/month-interval';
import { isCalledOff, keptOf, ownStateOf } from '../../_store/study/line-state';
import { goneOf, isGone } from '../register/gone';
import { myLeaveOf } from '../register/leave-shown';
import { isInRegister } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { LineWithStudy } from '../../_store/study/lines-with-studies';
import { published, toMyStudy } from './my-study';
import { rotasOnHotPath } from '../rotas';
import { isFinal } from '../../_store/study/parts-of-study';

/** A study belongs to the month in which its register closes. docs/rules.md#R-43 */
export const myAttendance: Handler<typeof action> = async ({ month }, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const { startAtMs, endAtMs } = monthInterval(month);
  const [rotas, stored] = await Promise.all([
    rotasOnHotPath([member]),
    attendances.ofMemberWithStudies(member._id, startAtMs, endAtMs),
  ]);
  const schedule = rotas.scheduleOf(member);
  const known = published(stored);
  const isOfGone = ({ line, study }: LineWithStudy) => isGone(line, study, member, nowMs);
  const asked = known.filter((one) => isInRegister(one.line) && !isOfGone(one));
  const { raw, fair, minutesAsked } = sumAttendance(
    asked.map(({ line, study }) => ({
      state: ownStateOf(line, study, schedule, nowMs),
      minutes: study.minutes,
      isCancelled: isCalledOff(line, study),
      isFinal: isFinal(study, nowMs) || study.state === 'cancelled',
      keptBy: keptOf(line, study, schedule),
    })),
  );
  const entries = known
    .filter((one) => asked.includes(one) || (ctx.readsLeniently && isOfGone(one)))
    .filter(({ line, study }) => !isCalledOff(line, study))
    .map((one) => {
      if (isOfGone(one)) return goneEntry(one, goneOf(one.study, member));
      const entry = toEntry(one, schedule, nowMs, ctx);
      if (!ctx.readsLeniently) return entry;
      const { reply } = one.line;
      return {
        ...entry,
        ...myLeaveOf(one.line, one.study, entry.state, nowMs),
        ...(reply?.kind === 'excused' && { leaveReason: reply.reason }),
      };
    });
  return ctx.answer({ entries, raw, fair, minutesAsked });
};

/** Of a study that asked the person until they left its branch: what they had answered is over. */
function goneEntry({ study, line: { reply } }: LineWithStudy, gone: Gone) {
  const { topic, minutes, firstStartAtMs: startAtMs } = study;
  const base = { studyId: study._id, topic, startAtMs, minutes };
  return {
    ...base,
    state: 'excused' as const,
    atMs: null,
    reason: null,
    isAway: true,
    gone,
    ...(reply?.kind === 'excused' && { leaveReason: reply.reason }),
  };
}

function toEntry(
  one: LineWithStudy,
  schedule: PersonSchedule,
  nowMs: number,
  phone: { readonly knowsAsleep: boolean },
) {
  const { line, study } = one;
  const { record, corrections } = line;
  const mine = toMyStudy(one, schedule, nowMs, phone);
  const isEntered = markedState(line) !== undefined;
  const choice = { chosenSittingId: mine.chosenSittingId, isEntered };
  const sitting = sittingOfMember(mine.sittings, choice, nowMs);
  return {
    studyId: mine.studyId,
    topic: mine.topic,
    startAtMs: sitting?.startAtMs ?? study.firstStartAtMs,
    minutes: mine.minutes,
    state: mine.state,
    atMs: mine.atMs,
    reason: corrections.at(-1)?.reason ?? record?.reason ?? (isEntered ? null : mine.excuseReason),
  };
}
