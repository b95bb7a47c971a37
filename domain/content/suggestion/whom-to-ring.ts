/** Somebody of the branch who may take an urgent hazard. */
export interface OnCall {
  readonly memberId: string;
  readonly isSecretary: boolean;
  readonly isOnDuty: boolean;
}

/**
 * Whom an urgent hazard rings at once, also at night: who leads or holds an office and is on duty now,
 * for they are awake and on the spot; nobody is, the secretaries, wherever they are. Empty: there are
 * none. docs/rules.md#R-215
 */
export function whomToRing(people: readonly OnCall[]): readonly string[] {
  const onDuty = people.filter(({ isOnDuty }) => isOnDuty);
  const rung = onDuty.length > 0 ? onDuty : people.filter(({ isSecretary }) => isSecretary);
  return rung.map(({ memberId }) => memberId);
}
