import type { OutputOf } from '../../../../contract/action';
import type { Me } from '../../../../contract/people/hello';
import type { starOutcome } from '../../../../contract/star/after';

type Outcome = OutputOf<typeof starOutcome>;

/** Whether nobody objects any more. docs/rules.md#R-162 */
export const isNoticeOver = ({ publicUntilAtMs }: Outcome, nowMs: number): boolean =>
  publicUntilAtMs !== null && publicUntilAtMs <= nowMs;

/** Whom to turn to then, for those who could have objected: of the branch, and not who is the star. */
export function objectionsOverText(
  output: Outcome,
  me: Me | null | undefined,
  nowMs: number,
): string {
  const isHere = me?.branchId === output.branchId;
  const isStar = output.stars.some(({ memberId }) => memberId === me?.memberId);
  const isOver = output.stars.length > 0 && isNoticeOver(output, nowMs);
  return isOver && isHere && !isStar
    ? '公示已经结束，这里不再收异议。还有意见，当面找纪检委员，也能写给上级党委。'
    : '';
}
