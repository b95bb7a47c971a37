import {
  INVITING_KINDS,
  NOT_REACHED,
  whyNotReached,
  type NotReached,
} from '../../../domain/notice/not-reached';
import { quietAround } from '../../../domain/shift/quiet-around';
import { hereOn, isAwayOn } from '../../../domain/study/away';
import { dayOfInstant, instantOf } from '../../../domain/time/local-day';
import type { Answer } from '../../_store/branch/answered-studies';
import type { Open, OpenPerson } from '../../_store/branch/not-reached';
import type { Places } from '../../_store/branch/places';
import { crewIdOn, unboundAccount } from '../../_store/people/member-document';

/** Somebody whom something has not reached. */
export interface NotReachedPerson {
  readonly memberId: string;
  readonly branchId: string;
  readonly name: string;
  readonly crewId: string | null;
  /** The earliest first; at least one. */
  readonly open: readonly WhyOpen[];
}

export interface WhyOpen {
  readonly messageId: string;
  readonly kind: Open['kind'];
  readonly why: NotReached;
  readonly untilAtMs: number | null;
}

/** What the domain says of each person; who has been reached by all of it is left out. */
export function notReachedIn(
  people: readonly OpenPerson[],
  answered: ReadonlyMap<string, readonly Answer[]>,
  places: Pick<Places, 'scheduleOf'>,
  nowMs: number,
): readonly NotReachedPerson[] {
  const today = dayOfInstant(nowMs);
  return people.flatMap((person) => {
    const { _id: memberId, branchId, name } = person;
    const open = whyOpen(person, answered.get(memberId) ?? [], places, nowMs);
    const crewId = crewIdOn(person, today);
    return open.length === 0 ? [] : [{ memberId, branchId, name, crewId, open }];
  });
}

function whyOpen(
  person: OpenPerson,
  answers: readonly Answer[],
  places: Pick<Places, 'scheduleOf'>,
  nowMs: number,
): readonly WhyOpen[] {
  const { _id: memberId, account, inboxSeenAtMs: seenAtMs } = person;
  const today = dayOfInstant(nowMs);
  const isBound = account !== unboundAccount(memberId);
  const isAway = isAwayOn(person, today);
  const outOfReach = isBound && !isAway ? quietAround(places.scheduleOf(person), nowMs) : null;
  return person.open
    .filter((open) => !isAnswered(open, answers))
    .flatMap(({ messageId, kind, isMustRead, atMs: comesAtMs, outcome }) => {
      const stands = { isTold: false, isBound, isAway, comesAtMs, seenAtMs };
      const why = whyNotReached({ ...stands, isMustRead, outcome }, outOfReach, nowMs);
      if (why === null) return [];
      const untilOf: Readonly<Partial<Record<NotReached, number | undefined>>> = {
        away: instantOf(hereOn(person, today), 0),
        waits: comesAtMs,
        asleep: outOfReach?.endAtMs,
        'on-duty': outOfReach?.endAtMs,
      };
      return [{ messageId, kind, why, untilAtMs: untilOf[why] ?? null }];
    });
}

/** Who has said since whether they come, or has come, has heard of it. docs/rules.md#R-275 */
function isAnswered({ kind, studyId, createdAtMs }: Open, answers: readonly Answer[]): boolean {
  const isInvitation = INVITING_KINDS.some((each) => each === kind);
  return (
    isInvitation &&
    answers.some((answer) => answer.studyId === studyId && answer.atMs >= createdAtMs)
  );
}

/** People by why of what has been open with them longest, in the order of the reasons. docs/rules.md#R-278 */
export function countsOf(people: readonly NotReachedPerson[]) {
  return NOT_REACHED.map((why) => ({
    why,
    people: people.filter(({ open }) => open[0]?.why === why).length,
  })).filter((each) => each.people > 0);
}
