/** Of WeChat's checks of what people wrote, and of each picture. docs/rules.md#R-112 */
export const CHECK_STATES = ['pending', 'pass', 'to-look-at', 'refused'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** After so long without a verdict somebody looks. docs/rules.md#R-112 */
export const CHECK_MINUTES = 30;

const BY_WEIGHT: readonly CheckState[] = ['refused', 'to-look-at', 'pending', 'pass'];

/** The one of these that matters most; `pass` of none. */
export function worstCheck(checks: readonly CheckState[]): CheckState {
  return BY_WEIGHT.find((state) => checks.includes(state)) ?? 'pass';
}
