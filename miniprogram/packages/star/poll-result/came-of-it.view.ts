import type { Poll, ShownPollResult } from '../../../../contract/star/ballot-shapes';
import { afterVotes, type AfterVotes } from '../since.view';

/** What a poll has come to, in a sentence or two. */
export function outcomeText(
  { candidates }: Poll,
  { outcome, votesNeeded, turnoutNeeded }: ShownPollResult,
): string {
  const namesOf = (ids: readonly string[]) =>
    candidates
      .filter(({ candidateId }) => ids.includes(candidateId))
      .map(({ name }) => name)
      .join('、');
  switch (outcome.kind) {
    case 'elected':
      return ELECTED_OUTCOME[outcome.by];
    case 'tied':
      return `${namesOf(outcome.candidateIds)}票数相同。`;
    case 'nobody-elected':
      return `没有人到 ${votesNeeded} 票，这一轮没有选出来。`;
    case 'too-few-ballots':
      return outcome.leastAble === undefined
        ? `投的不到 ${turnoutNeeded} 人，不计票。各人得了几票，没有存下来。`
        : `到截止时，名册里还能投票的不到 ${outcome.leastAble} 人（有人离开或者解除了绑定），人太少，所以不计票：再说出结果，就能猜出谁投了谁。各人得了几票，没有存下来。`;
    case 'nobody-stands':
      return '候选人都退出了，这一轮没有选出来。';
    case 'not-counted':
      return FAULT_TEXT[outcome.fault];
    case 'newer':
      return '升级后能看到结果。';
  }
}

const ELECTED_OUTCOME = {
  votes: '票数最高，到了票线。',
  'older-service': '票数相同，进支部早的当选。',
  lot: '票数相同，按投票一开始公布的号抽签定的。',
  newer: '',
} as const;

/** What follows from the outcome, and what has come of it. */
export function afterOf(poll: Poll, { outcome }: ShownPollResult, nowMs: number): AfterVotes {
  const { since } = poll;
  const later = laterOf(poll);
  if (later !== null) return LATER_TEXT[later.standing];
  const isTakenBack = since?.state === 'counted' && since.isTakenBack;
  const isDecided = since?.state === 'public' || since?.state === 'over' || isTakenBack;
  if (outcome.kind === 'elected' || isDecided) return afterVotes(since, nowMs);
  return {
    caption: '',
    text: outcome.kind === 'tied' ? NEXT_TEXT[outcome.next] : NEXT_OF[outcome.kind],
  };
}

interface Later {
  readonly pollId: string;
  readonly standing: 'counted' | 'open' | 'called-off';
}

/** The round that has come in the place of this one, or is to; null: this one holds, or was the last of its month. */
function laterOf({ pollId, since }: Poll): Later | null {
  if (since === undefined) return null;
  const { countedPollId, newestPollId, state } = since;
  if (newestPollId === null || newestPollId === pollId) return null;
  if (countedPollId !== null && countedPollId !== pollId) {
    return { pollId: countedPollId, standing: 'counted' };
  }
  if (state === 'voting') return { pollId: newestPollId, standing: 'open' };
  return state === 'listed' ? { pollId: newestPollId, standing: 'called-off' } : null;
}

const LATER_TEXT: Readonly<Record<Later['standing'], AfterVotes>> = {
  counted: { caption: '后来又投了一轮', text: '后来又投了一轮，以那一轮为准。' },
  open: { caption: '正在再投一轮', text: '正在再投一轮，投完以那一轮为准。' },
  'called-off': { caption: '', text: '后来又投的一轮取消了，不算，等重新开始。' },
};

/** To the later round, or to what the committee has decided. */
export function doorOf(poll: Poll): { readonly text: string; readonly page: string } | null {
  const { month, branchId, since } = poll;
  if (since === undefined) return null;
  const later = laterOf(poll);
  if (later !== null) {
    const page = `/packages/star/poll-result/poll-result?pollId=${later.pollId}`;
    return { text: '看最新一轮', page };
  }
  const page = `/packages/star/outcome/outcome?branchId=${branchId}&month=${month}`;
  return { text: '支委会、公示和通报', page };
}

const NEXT_TEXT = {
  'run-off': '在他们之间再投一轮。',
  committee: '由支委会在他们之间定。',
  newer: '升级后能看到接下来怎么办。',
} as const;

const NEXT_OF = {
  'nobody-elected': '可以再投一轮。',
  'too-few-ballots': '可以再投一轮。',
  'nobody-stands': '名单里没有人了，这个月可以不评。',
  'not-counted': '',
  newer: '',
} as const;

const FAULT_TEXT = {
  'does-not-open': '票箱打不开：存下的内容被动过，或者中途换过密钥。这些票不能算，要重新投。',
  'does-not-add-up': '票箱里的数和投票的人数对不上，有人动过。这些票不能算，要重新投。',
  'older-copy': '票箱被换回了以前的样子，有人的票不见了。这些票不能算，要重新投。',
  newer: '这些票不能算，要重新投。',
} as const;
