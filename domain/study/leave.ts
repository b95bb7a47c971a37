export const LEAVE_VERDICTS = ['granted', 'declined'] as const;
export type LeaveVerdict = (typeof LEAVE_VERDICTS)[number];

/** What somebody said before a sitting; `answer` and `needsGrant` stand beside leave only. */
interface SaidBefore {
  readonly kind: 'coming' | 'excused';
  readonly answer?: { readonly verdict: LeaveVerdict } | undefined;
  /** Asked again after it was declined: it counts once it is granted. */
  readonly needsGrant?: boolean | undefined;
}

/** How the leave that somebody has asked stands; undefined: they have asked for none. docs/rules.md#R-105 */
export function leaveStanding(reply: SaidBefore | null): LeaveVerdict | 'waiting' | undefined {
  if (reply?.kind !== 'excused') return undefined;
  return reply.answer?.verdict ?? 'waiting';
}

/** Whether leave was asked and excuses nobody: it is declined, or asked again and not granted. docs/rules.md#R-105 */
export const isLeaveRefused = (reply: SaidBefore | null): boolean =>
  reply?.kind === 'excused' && !isOnLeave(reply);

/** Whether leave excuses: unless it is declined, or was and has not been granted since. docs/rules.md#R-105 */
export function isOnLeave(reply: SaidBefore | null): boolean {
  const standing = leaveStanding(reply);
  return standing === 'granted' || (standing === 'waiting' && reply?.needsGrant !== true);
}
