import type { LocalDay } from '../../time/local-day';

export interface PossibleVoter {
  readonly memberId: string;
  readonly branchId: string;
  /** A full member; a probationary one is not. */
  readonly isEntitled: boolean;
  readonly leftDay: LocalDay | null;
}

/**
 * Ids of those who have a vote in a poll of the branch that opens on this day, each once, in the order
 * of ids. Whoever leaves on the day or has left has none; whoever is on leave, in training or on loan
 * elsewhere has: a ballot is cast on the phone. Civil day, Asia/Shanghai. docs/rules.md#R-170
 */
export function rollOf(
  people: readonly PossibleVoter[],
  branchId: string,
  day: LocalDay,
): readonly string[] {
  const entitled = people.filter(
    (person) =>
      person.branchId === branchId &&
      person.isEntitled &&
      (person.leftDay === null || person.leftDay > day),
  );
  return [...new Set(entitled.map(({ memberId }) => memberId))].sort();
}
