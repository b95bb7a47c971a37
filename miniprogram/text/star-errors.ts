import type {
  answerObjection,
  decideStar,
  endStarMonth,
  objectToStar,
} from '../../contract/star/after';
import type { nameStarMeeting, saveStarMeeting } from '../../contract/star/meeting';
import type { planStarMonth } from '../../contract/star/month';
import type {
  answerNomination,
  freezeCandidates,
  nominate,
  takeBackNomination,
  withdrawFromStar,
} from '../../contract/star/nomination';
import type { Detail } from '../../contract/action';
import { OTHERS_TEXT } from './star';
import type { ErrorTexts } from './errors';

export const planStarMonthErrors = {
  'not-its-time': '只能开始这个月和上个月的评星。返回看看月份。',
  'nominations-over': '提名要留至少一天，截止时间往后定。',
  'decision-too-early': '支委会要在提名截止以后开，换个时间。',
  'changed-meanwhile': '刚刚有人改过这个月的安排，已经换成现在的样子。看一眼再改。',
  'already-listed': ({ state }) =>
    state === 'over'
      ? '这个月的评星已经结束，安排不再改。返回看看流程。'
      : '候选名单已经定了，安排不再改。返回看看流程。',
  'own-candidacy': `你同意了做候选人，“谁不参加”不能由你来改，别的照改。${OTHERS_TEXT}`,
} satisfies ErrorTexts<typeof planStarMonth>;

/** @param listed when the list is fixed, and what to do then */
const notOpen =
  (listed: string) =>
  ({ state }: Detail): string => {
    if (state === 'not-begun') {
      return '这个月的评星还没有开始。请书记或组织委员先定好时间。';
    }
    return state === 'over' ? '这个月的评星已经结束。下个月再来。' : listed;
  };
const UNSURE = '微信拿不准这几句，或者这会儿没有回话。换个说法，或者过一会儿再试。';
const ANSWERED = '已经回复过了。返回刷新看看。';

export const nominateErrors = {
  'not-open': notOpen('候选名单已经定了，不再提名。返回看看名单。'),
  'nominations-over': '提名已经截止。可以等下个月，写下的字还在这里。',
  barred: ({ isOwn }) =>
    isOwn === 1
      ? '按支部这个月定的规则，你这次不参加。可以推荐别人。'
      : '按支部这个月定的规则，他这次不参加。换一位同志。',
  'not-of-branch': '他不在这个支部。换一位同志。',
  'too-many': ({ most }) => `一个月最多提 ${most ?? 3} 位。先收回一个还没回复的。`,
  answered: '他已经回复过这次提名。返回刷新看看。',
  'not-for-group': '小组推荐由党小组长或支部委员来提。请他们提，或者用你自己的名义推荐。',
  'no-such-record': '选的记录有变动，已经看不到了。去掉它再提。',
  'words-unsure': UNSURE,
} satisfies ErrorTexts<typeof nominate>;

export const answerNominationErrors = {
  'nominations-over': '已经过了截止时间，按不同意处理，不影响考核。',
  'not-open': notOpen('候选名单已经定了，不用再回复。返回看看名单。'),
  answered: ANSWERED,
  'not-of-branch': '你已经不在这个支部，进不了它的名单，不用再回复。',
  'words-unsure': UNSURE,
} satisfies ErrorTexts<typeof answerNomination>;

export const takeBackNominationErrors = {
  'not-open': notOpen('候选名单已经定了，不能再收回。他自己能退出。'),
  answered: ANSWERED,
} satisfies ErrorTexts<typeof takeBackNomination>;

export const withdrawFromStarErrors = {
  'poll-open': '投票已经开始。请书记在投票里把你的名字划掉，写明是你自己要求的。',
  'too-late': ({ state }) => {
    if (state === 'counted') return '票已经计完，名单不再变。不愿意当选，请告诉书记，由支委会定。';
    return state === 'public'
      ? '已经在公示，名单不再变。不愿意当选，请告诉书记或者纪检委员，由他们提出来。'
      : '这次评星已经结束，没有可退出的了。';
  },
} satisfies ErrorTexts<typeof withdrawFromStar>;

export const freezeCandidatesErrors = {
  'too-early': '提名还没有截止，截止以后再定名单。',
  'changed-meanwhile': '刚刚有人动过这个月的流程，已经换成现在的样子。看一眼再定。',
  'already-listed': ({ state }) =>
    state === 'over' ? '这个月的评星已经结束，没有动。' : '候选名单已经定了，返回看看。',
  'nobody-stands': '没有人进名单。可以把提名时间往后改，或者这个月不评。',
  'too-many': ({ most }) => `名单最多 ${most ?? 20} 人。核对以后去掉几位。`,
  'own-candidacy': `你同意了做候选人，名单不能由你来定。${OTHERS_TEXT}`,
} satisfies ErrorTexts<typeof freezeCandidates>;

const CHANGED = '刚刚有人动过，已经换成现在的样子。看一眼再来。';

export const decideStarErrors = {
  'not-to-decide': ({ state }) => {
    if (state === 'public') return '支委会已经定过，正在公示。返回刷新看看。';
    return state === 'over'
      ? '这个月的评星已经结束，不用再定。返回看看。'
      : '票还没有计完，计了再来定。返回看看流程。';
  },
  'changed-meanwhile': CHANGED,
  'not-of-result': '只能定这次投票选出来的人。票数相同的，选其中一位。',
  'another-round': '选票上定的是票数相同再投一轮，支委会不能直接定。返回再投一轮，或者这个月不评。',
  'reason-missing': ({ outcome, isAgain }) => {
    if (outcome !== 'accepted') return '不同意要写明原因，支部里的人都看得到。';
    return isAgain === 1
      ? '他的公示收回过，还是定他，要写明原因，支部里的人都看得到。'
      : '票数相同，定了哪一位，要写明原因。';
  },
  'own-candidacy': `你参加了这次评选，不能由你来定。${OTHERS_TEXT}`,
  'not-on-list':
    '选的人已经退出，不能公示。票数相同的，定没有退出的那一位；没有别人，就点“不同意”，写明原因。',
} satisfies ErrorTexts<typeof decideStar>;

export const endStarMonthErrors = {
  'under-way': ({ state }) =>
    state === 'public' ? '正在公示，等公示结束再说。' : '正在投票，等投票结束再说。',
  over: '这个月已经结束了。返回刷新看看。',
  'own-candidacy': `你参加了这次评选，评不评不能由你来定。${OTHERS_TEXT}`,
} satisfies ErrorTexts<typeof endStarMonth>;

export const objectToStarErrors = {
  'written-before':
    '上一次其实已经提上去了，是改之前的话，就在下面。这里写的还在：还要提，再点一次，算另一条。',
  'not-public': ({ state }) =>
    state === 'counted'
      ? '公示已经收回，支委会重新定。还有意见，当面找纪检委员。'
      : '公示已经结束。还有意见，当面找纪检委员，也能写给上级党委。',
  'too-many': ({ most }) =>
    `你已经提了 ${most ?? 3} 条，这次不能再提。先等答复，或者当面找纪检委员。`,
  full: ({ most }) => `这次公示已经收到 ${most ?? 20} 条意见，收满了。请当面找纪检委员。`,
  'own-matter':
    '公示的就是你，不能对自己提异议。哪里写得不对，请告诉书记或者纪检委员，由他们来提。',
  'not-of-branch': '公示的异议由这个支部的人来提，你不在这个支部。有话要说，请告诉他们的纪检委员。',
} satisfies ErrorTexts<typeof objectToStar>;

export const answerObjectionErrors = {
  answered: '这条意见已经答复过。返回刷新看看。',
  'own-matter': ({ isOwn }) =>
    isOwn === 1
      ? '这条意见是你自己提的，请另一位支委来答复。'
      : '你参加了这次评选，请没有参选的支委来答复；都参选了，由党委工作部答复。',
} satisfies ErrorTexts<typeof answerObjection>;

const finalText = ({ state }: Detail): string =>
  state === 'over' ? '这个月的评星已经结束，记录不再改。' : '记录已经定稿，不再改。返回看看。';

export const saveStarMeetingErrors = {
  'changed-meanwhile': '刚刚有人改过，还没存上。看一眼再存。',
  final: finalText,
  'in-the-future': '会还没有开。开过再记。',
  'not-of-branch': '到会的人里有一位已经不在支部。去掉再存。',
} satisfies ErrorTexts<typeof saveStarMeeting>;

export const nameStarMeetingErrors = {
  'changed-meanwhile': CHANGED,
  final: finalText,
  'not-recorded': ({ lacks }) =>
    lacks === 'register'
      ? '这次会的签到册还没有定，定了再来选它。'
      : '这次会的会议记录还没写，写好再来选它。',
} satisfies ErrorTexts<typeof nameStarMeeting>;
