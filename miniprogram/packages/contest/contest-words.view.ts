import type { answerContest, shareContestResult } from '../../../contract/content/contest';
import type { ContestRow, ShownContestState } from '../../../contract/content/contest-shapes';
import type { ShownLectureState } from '../../../contract/content/lecture-shapes';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { ErrorTexts } from '../../text/errors';
import type { Badge } from '../../text/fit';
import { after, momentText, spanText } from '../../text/when';

export const STATE_BADGE: Readonly<Record<ShownContestState, Badge>> = {
  draft: { text: '草稿', tone: 'plain' },
  coming: { text: '还没开始', tone: 'plain' },
  running: { text: '正在答', tone: 'ok' },
  over: { text: '结束了', tone: 'plain' },
  'called-off': { text: '不办了', tone: 'plain' },
  lectures: { text: '党课竞赛', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

export const LECTURE_BADGE: Readonly<Record<ShownLectureState, Badge>> = {
  draft: { text: '草稿', tone: 'plain' },
  coming: { text: '还没开始', tone: 'plain' },
  entering: { text: '正在报', tone: 'ok' },
  judging: { text: '正在评', tone: 'ok' },
  judged: { text: '评完了', tone: 'plain' },
  'called-off': { text: '不办了', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

/** '第 2 轮'; '' of the first. */
export const roundText = (round: number): string => (round > 1 ? `第 ${round} 轮` : '');

/** '今天 9:00–21:00', '今天 9:00 到明天 9:00'. */
export function windowText(
  { startAtMs, endAtMs }: Pick<ContestRow, 'startAtMs' | 'endAtMs'>,
  nowMs: number,
): string {
  return dayOfInstant(startAtMs) === dayOfInstant(endAtMs)
    ? spanText(startAtMs, endAtMs, nowMs)
    : `${momentText(startAtMs, nowMs)} ${after('到', momentText(endAtMs, nowMs))}`;
}

/** Of answers that did not come in time: what counts all the same. */
const overText = (saved: number): string =>
  saved === 0
    ? '时间到了，结束前没有送到的答案，这一轮不算参加。不影响考核。'
    : `时间到了。结束前送到的 ${saved} 题已经算交卷，后面的不算。`;

export const answerErrors = {
  'not-asked': '这是别的支部的竞赛，只能看。',
  'not-started': '还没开始。到时间再来，“今日”里会有。',
  'contest-over': ({ saved }) => overText(Number(saved)),
  'contest-called-off': '这次竞赛不办了，答过的不用管。',
  'handed-in': '已经交卷了，不能再改。返回就能看成绩。',
  'unknown-question': '题目有变动。返回再进来，答过的都在。',
  'nothing-to-hand-in': '一题也没答。先答一题再交卷。',
} satisfies ErrorTexts<typeof answerContest>;

export const shareErrors = {
  'not-handed-in': '还没有成绩。交卷以后再来选。',
} satisfies ErrorTexts<typeof shareContestResult>;
