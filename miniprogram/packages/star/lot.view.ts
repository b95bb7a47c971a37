import type { Poll } from '../../../contract/star/ballot-shapes';
import { lotTextOf } from '../../../domain/star/ballot/lot';
import { drawnTextOf } from '../../../domain/star/nomination';

/** What it takes to draw a lot again. docs/rules.md#R-158, docs/rules.md#R-177 */
export interface LotView {
  readonly how: string;
  readonly seed: string;
  /** Of each, what is hashed. */
  readonly texts: readonly { readonly id: string; readonly name: string; readonly text: string }[];
}

const HOW =
  '谁都能照着再算一遍：用这个号作密钥（就是这串字，不用换算），给每个人下面那串字算 HMAC-SHA256，写成十六进制。';

/** Between equals of a poll; null where no lot decides. */
export function lotOfPoll({
  tie,
  lotSeed,
  candidates,
  round,
}: Pick<Poll, 'tie' | 'lotSeed' | 'candidates' | 'round'>): LotView | null {
  if (tie !== 'lot') return null;
  const later = round === 1 ? '取消了重投、再投一轮，都还用它，换不掉。' : '';
  return {
    how: `投票一开始这个号就公布了，那时谁也不知道谁会票数相同。${later}${HOW}票数相同的人里，算出来最小的当选。`,
    seed: lotSeed,
    texts: candidates.map(({ candidateId: id, name }) => ({ id, name, text: lotTextOf(id) })),
  };
}

/** The order of the list. */
export const lotOfList = (
  seed: string,
  candidates: readonly { readonly memberId: string; readonly name: string }[],
): LotView => ({
  how: `定名单时系统随机取了这个号，谁也没有挑过。${HOW}小的在前；名字右边是算出来的开头。`,
  seed,
  texts: candidates.map(({ memberId: id, name }) => ({ id, name, text: drawnTextOf(id) })),
});
