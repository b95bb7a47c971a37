import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import { answeredIn, answeredReading } from '../../_store/branch/answered-studies';
import {
  messagesIn,
  messagesReading,
  openPeopleIn,
  openPeopleReading,
  type OpenMessage,
} from '../../_store/branch/not-reached';
import { placesIn, placesReadings, type Places } from '../../_store/branch/places';
import { saidAboutIn, saidAboutReading } from '../../_store/people/audit-entries';
import { looksId, noteLooks } from '../../_store/people/trail';
import { readTogether } from '../../_store/together';
import { notReachedIn, type NotReachedPerson } from './why-open';

const WHAT = { kind: 'saw-not-reached' } as const;

export interface NotReachedInBranch {
  readonly places: Places;
  /** By crew and name. */
  readonly people: readonly NotReachedPerson[];
  /** The newest first; also those that have reached everybody. */
  readonly messages: readonly OpenMessage[];
  /** Says in the trail, before it is shown, that the caller looks at these: at most one request. docs/rules.md#R-279 */
  noteNamed(memberIds: readonly string[]): Promise<void>;
}

/** A branch with what has not reached whom in so many days: one request; null without the branch. */
export async function readNotReached(
  caller: Caller,
  branchId: string,
  days: number,
  nowMs: number,
): Promise<NotReachedInBranch | null> {
  const fromMs = nowMs - days * MS_PER_DAY;
  const read = await readTogether(branchId, {
    ...placesReadings(branchId),
    people: openPeopleReading(branchId, fromMs, nowMs),
    messages: messagesReading(branchId, fromMs, nowMs),
    answered: answeredReading(branchId, nowMs),
    said: saidAboutReading(looksId(caller.memberId, branchId, WHAT, nowMs)),
  });
  if (read === null) return null;
  const places = placesIn(read);
  const said = saidAboutIn(read.said);
  const people = openPeopleIn(read.people);
  return {
    places,
    people: [...notReachedIn(people, answeredIn(read.answered), places, nowMs)].sort((a, b) =>
      places.byCrewAndName(a, b),
    ),
    messages: messagesIn(read.messages),
    noteNamed: (memberIds) => noteLooks(caller, { branchId, memberIds }, WHAT, nowMs, said),
  };
}
