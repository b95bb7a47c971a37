import type { Poll } from '../../../contract/star/ballot-shapes';
import type { ShownStarState } from '../../../contract/star/star-shapes';
import type { Question } from '../../state/confirmed';
import { withdrawnText } from '../../text/ballot';

type Candidate = Pick<Poll['candidates'][number], 'withdrawn' | 'putBack'>;

/** That the round before had struck somebody off, and who has them on this one again; ''. docs/rules.md#R-353 */
export const putBackText = ({ putBack }: Pick<Candidate, 'putBack'>): string =>
  putBack === undefined ? '' : `上一轮划掉过，${putBack.byName}放回了选票。`;

/** Beside somebody on the list of a month: that they are off the ballot, or on it again; ''. docs/rules.md#R-352 */
export function standingText(
  candidate: Candidate & { readonly name: string },
  isOwn: boolean,
): string {
  const { withdrawn, name } = candidate;
  if (withdrawn === undefined) return putBackText(candidate);
  const isOwnWord = withdrawn.byName === name;
  const what =
    isOwn && !isOwnWord ? '这不是你的意思，马上告诉书记或者党委工作部。' : '不在选票上了。';
  return `${withdrawnText(candidate)}${what}`;
}

/** Beside how many are on the list: who of them is off; ''. */
export function offText(candidates: readonly (Candidate & { readonly name: string })[]): string {
  const off = candidates.filter(({ withdrawn }) => withdrawn !== undefined);
  return off.length === 0 ? '' : `，其中${off.map(({ name }) => name).join('、')}退出了`;
}

/** While a ballot runs on which they were put back, leaving ends it. docs/rules.md#R-353 */
export const withdrawQuestion = ({ state }: { readonly state: ShownStarState }): Question => ({
  title: '不做候选人了？',
  content:
    state === 'voting'
      ? '你是放回这一轮选票的。退出以后，这次投票取消，投过的都不计，全支部会收到；重新投的那一轮没有你。不用写理由，不影响考核。'
      : '名单里不再有你的名字，别人的次序不变。不用写理由，不影响考核。',
  confirmBtn: '退出',
  cancelBtn: '先不',
});
