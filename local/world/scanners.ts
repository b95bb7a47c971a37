import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { isBound } from '../../cloudfunctions/_store/people/member-document';
import { availabilityAt } from '../../domain/shift/availability';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import type { SittingTimes } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';

interface Asked {
  readonly member: Member;
  readonly schedule: PersonSchedule;
}

/** Those without an office who are awake and whom the sitting suits, in their order: it is up to them to scan. */
export function scannersOf<A extends Asked>(
  asked: readonly A[],
  sitting: SittingTimes,
  nowMs: number,
): A[] {
  return asked.filter(
    ({ member, schedule }) =>
      isBound(member) &&
      member.roles.join() === 'member' &&
      fitOf(schedule, sitting) === 'free' &&
      availabilityAt(schedule, nowMs).state !== 'asleep',
  );
}
