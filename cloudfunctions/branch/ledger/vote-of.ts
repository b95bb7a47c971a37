import type { Vote } from '../../../contract/branch/ledger';
import { chanceOf, piecesAround, type Hindrance } from '../../../domain/study/can-come';
import { endOfSitting } from '../../../domain/study/candidate-starts';
import { fullestSitting, MEETING_HOURS, quorumOf } from '../../../domain/study/quorum';
import { addDays, dayOfInstant, instantOf } from '../../../domain/time/local-day';
import type { MonthStudy } from '../../_store/branch/month-studies';
import { addresseesOf } from '../../_store/people/addressees';
import { bySchedule } from '../../_store/people/by-schedule';
import { isEntitled, type Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import { otherSittings, readOtherStudies } from '../../_store/study/other-sittings';

/**
 * Who of those entitled can come to a meeting, and to the fullest time of its day. undefined: it is for
 * a group that is no more. Two requests, one more where something else is held that day; two more where
 * the organisation is not remembered. docs/rules.md#R-116, docs/rules.md#R-148
 */
export async function voteOf(
  { studyId, branchId, audience, startAtMs, minutes }: MonthStudy,
  nowMs: number,
): Promise<Vote | undefined> {
  const fromDay = dayOfInstant(startAtMs);
  const toDay = addDays(fromDay, 1);
  const interval = { startAtMs: instantOf(fromDay, 0), endAtMs: instantOf(toDay, 0) };
  const [{ people, organisation }, otherStudies] = await Promise.all([
    addresseesOf(branchId, audience, nowMs),
    readOtherStudies(branchId, [], interval, studyId),
  ]);
  if (people === undefined) return undefined;
  const others = otherSittings(otherStudies, organisation, nowMs);
  const voters = people.filter(isEntitled);
  const canComeAt = (atMs: number) => {
    const sitting = { startAtMs: atMs, endAtMs: endOfSitting(atMs, { minutes }) };
    return voters.map((member) => {
      const pieces = piecesAround(organisation.scheduleOf(member), sitting);
      return { member, hindrance: chanceOf(pieces, sitting, others.of(member)).hindrance };
    });
  };
  const now = canComeAt(startAtMs);
  const coming = now.filter(({ hindrance }) => hindrance === null).length;
  const wish = { ...MEETING_HOURS, minutes, fromDay, toDay };
  const otherMs = fullestSitting(bySchedule(voters, organisation, others), wish, nowMs);
  const then = otherMs === undefined ? [] : canComeAt(otherMs);
  const more = then.filter(({ hindrance }) => hindrance === null).length;
  const { entitled, needed } = quorumOf(voters.length);
  const better =
    otherMs === undefined || more <= coming
      ? null
      : {
          startAtMs: otherMs,
          canCome: more,
          freed: freedOf(
            now.filter((_one, at) => then[at]?.hindrance === null),
            organisation,
            startAtMs,
          ),
        };
  return { entitled, needed, canCome: coming, better };
}

interface Chance {
  readonly member: Member;
  readonly hindrance: Hindrance | null;
}

/** What keeps crews from the meeting as it is planned, of those who could come to the other time. */
function freedOf(chances: readonly Chance[], organisation: Organisation, startAtMs: number) {
  const found = new Map<string, { crewName: string; hindrance: Hindrance; people: number }>();
  for (const { member, hindrance } of chances) {
    const { crewName } = organisation.placeOf(member, dayOfInstant(startAtMs));
    if (hindrance === null || crewName === null) continue;
    const people = (found.get(crewName)?.people ?? 0) + 1;
    found.set(crewName, { hindrance, ...found.get(crewName), crewName, people });
  }
  return [...found.values()]
    .sort((a, b) => b.people - a.people)
    .map(({ crewName, hindrance }) => ({ crewName, hindrance }));
}
