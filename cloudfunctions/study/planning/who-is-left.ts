import type { OutputOf } from '../../../contract/action';
import type { planSittings } from '../../../contract/study/planning';
import type { Hindrance } from '../../../domain/study/can-come';
import type { Interval } from '../../../domain/time/interval';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import type { Chances } from './chances';

type Left = OutputOf<typeof planSittings>['left'];

/** Of several reasons the one that is told: what is nearest to coming; who is away is away each time. */
const TOLD_FIRST: readonly Hindrance[] = ['elsewhere', 'after-night', 'asleep', 'on-duty', 'away'];

/** Who can come to none of the sittings and why, in the order of the branch; nobody without sittings comes. */
export function whoIsLeft(
  chances: readonly Chances[],
  sittings: readonly Interval[],
  organisation: Organisation,
): Left {
  return chances.flatMap(({ person, hindrances }) => {
    if (hindrances.includes(null)) return [];
    const why = TOLD_FIRST.find((each) => hindrances.includes(each)) ?? 'away';
    const { member } = person;
    const day = dayOfInstant(sittings[0]?.startAtMs ?? 0);
    return [
      {
        memberId: member._id,
        name: member.name,
        crewName: organisation.placeOf(member, day).crewName,
        why,
        backDay: why === 'away' ? backDayOf(member, sittings) : null,
      },
    ];
  });
}

/** The first day after what keeps them away at the last sitting. */
function backDayOf({ overrides }: Member, sittings: readonly Interval[]): LocalDay | null {
  const day = dayOfInstant(sittings.at(-1)?.startAtMs ?? 0);
  const away = overrides.filter(
    (override) =>
      (override.kind === 'leave' || override.kind === 'on-loan') &&
      override.fromDay <= day &&
      day < override.toDay,
  );
  return away.map(({ toDay }) => toDay).sort()[0] ?? null;
}
