import { notedOf } from '../../domain/study/attendance';
import { causeOfMakeUp } from '../../domain/study/make-up';
import { makeUpSpan } from '../../domain/study/make-up-term';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { tellOfMakeUp } from '../_deliver/tell-of-make-up';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import {
  isInRegister,
  type AttendanceDocument,
  type MakeUp,
} from '../_store/study/attendance-document';
import { attendances } from '../_store/study/attendances';
import type { StudyDocument } from '../_store/study/studies';

/** A register that became final before is history: nobody is asked to make it up. docs/rules.md#R-99 */
const LATEST_MS = 7 * MS_PER_DAY;

/**
 * Opens the make-up of whoever could not attend a study whose register is final, and tells them,
 * each together with those of the same term. Can be repeated after it was cut off. docs/rules.md#R-99
 */
export async function openMakeUps(
  study: StudyDocument,
  lines: readonly AttendanceDocument[],
  people: readonly Member[],
  rotas: Rotas,
  nowMs: number,
): Promise<void> {
  if (study.lastCloseAtMs < nowMs - LATEST_MS) return;
  const opened = lines.flatMap((line): Opened[] => {
    const member = people.find(({ _id }) => _id === line.memberId);
    // Whoever has gone to another branch has its studies.
    if (member?.leftDay !== null || member.branchId !== study.branchId) return [];
    const makeUp = isInRegister(line) ? makeUpFor(study, line, member, rotas, nowMs) : undefined;
    return makeUp === undefined ? [] : [{ member, makeUp }];
  });
  const termOf = ({ makeUp }: Opened) => `${makeUp.startsAtMs} ${makeUp.untilAtMs}`;
  for (const alike of groupsOf(opened, (one) => `${one.makeUp.cause} ${termOf(one)}`)) {
    const ids = alike.map(({ member }) => member._id);
    await attendances.openMakeUps(study._id, ids, alike[0].makeUp);
  }
  for (const alike of groupsOf(opened, termOf)) {
    const told = alike.map(({ member }) => member);
    await tellOfMakeUp(study, alike[0].makeUp, told, rotas, nowMs);
  }
}

interface Opened {
  readonly member: Member;
  readonly makeUp: MakeUp;
}

/** The one that is open by itself, or is to be opened; undefined: none. */
function makeUpFor(
  study: StudyDocument,
  line: AttendanceDocument,
  member: Member,
  rotas: Rotas,
  nowMs: number,
): MakeUp | undefined {
  const { makeUp } = line;
  if (makeUp !== undefined) {
    return makeUp.openedBy === undefined && makeUp.doneAtMs === undefined ? makeUp : undefined;
  }
  const cause = causeOfMakeUp(study.kind, line, notedOf(line) ?? null);
  if (cause === undefined) return undefined;
  const span = makeUpSpan(rotas.scheduleOf(member), study.lastCloseAtMs, nowMs);
  return { cause, openedAtMs: nowMs, ...span, right: [] };
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
