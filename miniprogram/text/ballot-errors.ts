import type { Detail } from '../../contract/action';
import type {
  cancelPoll,
  castBallot,
  closePoll,
  extendPoll,
  openPoll,
  pollToOpen,
  withdrawCandidate,
} from '../../contract/star/ballot';
import { dayOfInstant } from '../../domain/time/local-day';
import { OTHERS_TEXT } from './star';
import type { ErrorTexts } from './errors';
import { clockOf, fullDayText } from './when';

/** Functions that did not say it had six of all polls. */
const hoursOf = ({ hours }: Detail): string => `${hours ?? 6} 小时`;

/** Without a year: of days near by. */
function whenText(atMs: number): string {
  const day = dayOfInstant(atMs);
  return `${fullDayText(day, day)} ${clockOf(atMs)}`;
}

export const castBallotErrors = {
  'not-on-roll': '你不在这次的名册里，没有表决权。名册在投票开始时固定，有疑问找组织委员。',
  'already-voted': '你已经投过了，先投的那张算数，这次没有改动。',
  'poll-over': '投票已经结束，这张没有投出去。返回看看结果。',
  'unknown-candidate': '名单有变化，这张没有投出去。返回刷新，再选一次。',
  'withdrawn-candidate': '你选的人里有一位退出了，这张没有投出去。再看一遍，再投。',
  'too-many-names': '选的人多了，这张没有投出去。去掉几位再投。',
  'too-few-names': '要么选满，要么一个都不选。这张没有投出去。',
  'box-damaged': '票箱和上次留下的不一样，谁的票都先不收。请告诉书记，这次要重新投。',
} satisfies ErrorTexts<typeof castBallot>;

const noListText = ({ state }: Detail): string => {
  if (state === 'public') return '支委会已经定了，正在公示，不再投票。返回看看流程。';
  return state === 'over'
    ? '这个月的评星已经结束，不再投票。返回看看流程。'
    : '候选名单还没有定下来。先在本月流程里定名单，再来开始投票。';
};
const hasPollText = ({ state }: Detail): string => {
  if (state === 'open') return '这个月的投票已经开始了，没有再开一次。返回就能管理。';
  return state === 'closed'
    ? '这个月的投票已经计了票，没有再开一次。返回看看结果。'
    : '这个月的投票刚刚有变化，没有再开一次。返回刷新看看。';
};
const NOBODY_TEXT = '支部里还没有能投票的人：名册里要有正式党员。';
const OWN_TEXT = `你参加了这次评选，投票不能由你来办。${OTHERS_TEXT}`;
const OVER_TEXT = '投票已经结束或者取消了，没有改动。返回刷新看看。';
const lateText = ({ latestAtMs }: Detail) =>
  typeof latestAtMs === 'number'
    ? `截止时间太晚，最晚 ${whenText(latestAtMs)}。`
    : '截止时间太晚。';

export const pollToOpenErrors = {
  'no-list': noListText,
  'nobody-stands':
    '候选人都退出了，或者不在这个支部了，没有人可选。在本月流程里写明原因，这个月不评星。',
  'has-poll': hasPollText,
  'committee-decides':
    '票数相同，选票上写的是由支委会定，不再投一轮。在本月流程里点“支委会”，把定的记下来。',
  'nobody-entitled': NOBODY_TEXT,
  'too-few-entitled': ({ least, unbound }) =>
    typeof unbound === 'number' && unbound > 0
      ? `能投票的不到 ${least ?? ''} 人：计不了票，或者结果一出来就知道谁投了谁，还不能开始。名册里有 ${unbound} 人没绑定微信：在支部页“名册”里把邀请码给他们，绑定了再来。`
      : `能投票的不到 ${least ?? ''} 人，结果一出来就知道谁投了谁，保不了密，所以不开投票。在本月流程里写明原因，这个月不评星。`,
  'too-many-entitled': ({ most }) =>
    `一次投票最多 ${most ?? ''} 人，这个支部的人太多。请党委工作部把支部分开，再来投票。`,
  'too-many-polls': ({ most }) =>
    `这个月已经开过 ${most ?? ''} 次投票，不能再开。在本月流程里写明原因，这个月不评星。`,
  'own-candidacy': OWN_TEXT,
} satisfies ErrorTexts<typeof pollToOpen>;

export const openPollErrors = {
  ...pollToOpenErrors,
  'too-many-names': ({ most }) => `候选人不够多，每票最多选 ${most ?? ''} 人。`,
  'closes-too-early': (detail) =>
    typeof detail['earliestAtMs'] === 'number'
      ? `截止时间太早：最早 ${whenText(detail['earliestAtMs'])}，那时每个值才都有过 ${hoursOf(detail)}醒着又不在岗。`
      : '截止时间太早。',
  'least-too-high': ({ most }) =>
    `几个人投了才计票，最多填 ${most ?? ''}：再多，有一两个人不投，谁都看不到结果。升级小程序，再选一次。`,
  'terms-inherited':
    '再投一轮，钟点、人数和公布的规则都跟上一轮一样，不能改，也不用写原因。返回刷新再开。',
  'lower-because-missing': '计票的人数比上一轮低，要写明原因，大家都看得到。写好再开。',
  'ease-because-missing': '上一轮要超过一半才当选，改成票数最高就当选，要写明原因。写好再开。',
  'closes-too-late': lateText,
} satisfies ErrorTexts<typeof openPoll>;

export const extendPollErrors = {
  'poll-over': OVER_TEXT,
  'not-later': '新的截止时间要比现在的晚。',
  'closes-too-late': lateText,
  'too-many-extensions': ({ most }) => `已经延过 ${most ?? ''} 次，不能再延。`,
  'own-candidacy': OWN_TEXT,
} satisfies ErrorTexts<typeof extendPoll>;

export const cancelPollErrors = {
  'poll-over': OVER_TEXT,
  'own-candidacy': OWN_TEXT,
} satisfies ErrorTexts<typeof cancelPoll>;

export const closePollErrors = {
  'too-early': (detail) =>
    typeof detail['earliestAtMs'] === 'number'
      ? `还不能结束：有的值还没够 ${hoursOf(detail)}，${whenText(detail['earliestAtMs'])} 够数。`
      : `还不能结束：有的值还没够 ${hoursOf(detail)}。`,
  'poll-over': '投票取消了，没有什么可计的。',
  'own-candidacy': `${OWN_TEXT}到了截止时间，系统自己计票。`,
} satisfies ErrorTexts<typeof closePoll>;

export const withdrawCandidateErrors = {
  'poll-over': OVER_TEXT,
  'unknown-candidate': '名单里没有这个人。返回刷新看看。',
  'written-before': '他已经划掉了，留下的是先写的原因，你这次写的没有存。关掉这里就能看到。',
  'own-candidacy': `${OWN_TEXT}你只能划掉自己。`,
} satisfies ErrorTexts<typeof withdrawCandidate>;
