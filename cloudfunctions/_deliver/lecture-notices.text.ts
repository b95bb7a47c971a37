import { whenText } from '../_kit/when.text';

/** Words of the messages about contests of lectures. */
export const lectureNoticeText = {
  openBody: (criteria: readonly string[], endAtMs: number) =>
    `党课竞赛，${whenText(endAtMs)}前报上讲稿。评${criteria.join('、')}，标准先看到。不参加不影响考核。`,
  toJudge: (title: string) => `给“${title}”评分`,
  toJudgeBody: (judgeByMs: number) =>
    `${whenText(judgeByMs)}前按标准评分，写明理由。和哪份有关系，就写明不评。`,
  judged: (title: string) => `“${title}”评完了`,
  judgedBody: '报过讲稿的看得到自己的分和理由；别人的题目和得奖，本人同意了才看得到。',
} as const;
