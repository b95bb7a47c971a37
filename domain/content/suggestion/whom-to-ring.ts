/** Somebody who may take an urgent hazard. */
export interface OnCall {
  readonly memberId: string;
  readonly isSecretary: boolean;
  readonly isOnDuty: boolean;
  /** Their phone can ring now. */
  readonly canRing: boolean;
}

interface Called {
  /** Whose phone rings. */
  readonly rung: readonly string[];
  /** Who would have been rung before them, or beside them: it waits in their inbox. */
  readonly notRung: readonly string[];
}

/**
 * Whom an urgent hazard rings at once, also at night: who leads or holds an office and is on duty now,
 * for they are awake and on the spot; where none of them can be rung, the secretaries, wherever they are,
 * and then the committee office. Nobody rung: no phone can ring. docs/rules.md#R-215, docs/rules.md#R-330
 */
export function whomToRing(ofBranch: readonly OnCall[], ofOffice: readonly OnCall[]): Called {
  const notRung = new Set<string>();
  const inOrder = [
    ofBranch.filter(({ isOnDuty }) => isOnDuty),
    ofBranch.filter(({ isSecretary }) => isSecretary),
    ofOffice,
  ];
  for (const people of inOrder) {
    for (const { memberId, canRing } of people) if (!canRing) notRung.add(memberId);
    const rung = people.filter(({ canRing }) => canRing).map(({ memberId }) => memberId);
    if (rung.length > 0) return { rung, notRung: [...notRung] };
  }
  return { rung: [], notRung: [...notRung] };
}
