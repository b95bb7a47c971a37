import { laterTerm, makeUpTerm } from '../../domain/study/make-up-term';
import { dayOfInstant } from '../../domain/time/local-day';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readRotas, type Rotas } from '../_store/people/organisation';
import { attendances } from '../_store/study/attendances';
import { studies } from '../_store/study/studies';
import { untilNotOvertaken } from '../_store/retry';
import { makeUpNoticeText } from './make-up-notices.text';
import { takeMakeUpBack, tellOfMakeUp } from './tell-of-make-up';

/**
 * Reckons the ends of open make-ups of these people again, after their shifts changed, and tells
 * them of one that comes later now. One request where none is open. Can be repeated. docs/rules.md#R-100
 */
export async function postponeMakeUps(memberIds: readonly string[], nowMs: number): Promise<void> {
  if (memberIds.length === 0) return;
  const lines = await attendances.withOpenMakeUp(memberIds, nowMs);
  if (lines.length === 0) return;
  const [people, rotas] = await Promise.all([
    members.byIds([...new Set(lines.map(({ memberId }) => memberId))]),
    readRotas(),
  ]);
  for (const { studyId, memberId } of lines) {
    const member = people.find(({ _id }) => _id === memberId);
    if (member === undefined) continue;
    await untilNotOvertaken(`the line of ${memberId}`, () =>
      postpone(studyId, member, rotas, nowMs),
    );
  }
}

/** Told first: a call that was cut off finds it again and tells nobody twice. */
async function postpone(studyId: string, member: Member, rotas: Rotas, nowMs: number) {
  const [line, study] = await Promise.all([
    attendances.line(studyId, member._id),
    studies.byId(studyId),
  ]);
  const makeUp = line?.makeUp;
  if (line === null || study === null || makeUp === undefined) return true;
  const term = makeUpTerm(rotas.scheduleOf(member), dayOfInstant(makeUp.openedAtMs));
  const untilAtMs = laterTerm(makeUp.untilAtMs, term);
  if (makeUp.doneAtMs !== undefined || untilAtMs === makeUp.untilAtMs) return true;
  await takeMakeUpBack(studyId, member._id, untilAtMs);
  const body = makeUpNoticeText.postponedBody(untilAtMs);
  const told = { startsAtMs: makeUp.startsAtMs, untilAtMs };
  await tellOfMakeUp(study, told, [member], rotas, nowMs, { body, part: member._id });
  const written = await attendances.write(line, { makeUp: { ...makeUp, untilAtMs } });
  return written === null ? undefined : true;
}
