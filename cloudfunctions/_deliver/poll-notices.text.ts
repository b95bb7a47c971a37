import { whenText } from '../_kit/when.text';

/** '3月之星' of '2026-03', and which round when it is not the first. */
const starOf = (month: string, round: number) =>
  `${Number(month.slice(5))}月之星${round > 1 ? `第 ${round} 轮` : ''}`;

interface OfPoll {
  readonly month: string;
  readonly round: number;
}

/** Words of the messages about a poll: the same for everybody, whoever has voted. */
export const pollNoticeText = {
  opened: ({ month, round }: OfPoll) => `${starOf(month, round)}投票`,
  openedBody: (entitled: number, needed: number) =>
    `名册 ${entitled} 人已固定，至少 ${needed} 人投票才计票。投过的不用再投：这一条人人都有，到截止才撤下。`,
  /** After either of the two. */
  lowered: (reason: string) => `上一轮投的人不够，这一轮计票的人数降低了，原因：${reason}。`,
  eased: (reason: string) => `上一轮要超过一半才当选，这一轮票数最高就当选，原因：${reason}。`,
  openedForOthers: ({ month, round }: OfPoll) => `${starOf(month, round)}开始投票了`,
  openedForOthersBody: '候选人和事迹都能看。你这次没有表决权，不用投。',
  reminder: ({ month, round }: OfPoll) => `${starOf(month, round)}投票快截止了`,
  reminderBody: (closesAtMs: number) =>
    `${whenText(closesAtMs)}截止。每个人收到的都是这一条，投过的不用管。`,
  extended: ({ month, round }: OfPoll, closesAtMs: number) =>
    `${starOf(month, round)}投票延到${whenText(closesAtMs)}`,
  extendedBody: (reason: string) => `${reason}。投过的不用再投。`,
  /** Nobody put it off: a crew had not had its hours. */
  hoursShort: '有的值还没有够醒着又不在岗的钟点',
  /** It was opened while the month was decided. */
  tooLate: '开的时候，支委会已经定了',
  /** Somebody left its list while it was opened. */
  listChanged: '开的时候，有候选人退出了',
  /** Why a poll was called off. */
  struckOff: (name: string, reason: string) => `候选人${name}退出了（${reason}），要重新投一轮`,
  cancelled: ({ month, round }: OfPoll) => `${starOf(month, round)}投票取消了`,
  cancelledBody: (reason: string) => `${reason}。投过的票都不计，票箱已经清空。`,
  withdrawn: ({ month, round }: OfPoll) => `你不再是${starOf(month, round)}的候选人`,
  withdrawnBody: (byName: string, reason: string) =>
    `${byName}划掉的，原因：${reason}。这次投票取消了，重新投的那一轮没有你。这不是你的意思，马上告诉书记或者党委工作部：开始重新投以前，能放回选票。`,
  /** Why whoever was put back leaves the ballot. */
  ownWish: '本人不参加',
  /** After what the opening says to everybody. */
  restored: (names: readonly string[], byName: string) =>
    `上一轮划掉的${names.join('、')}，${byName}放回了选票。`,
  putBack: ({ month, round }: OfPoll) => `你又在${starOf(month, round)}的选票上了`,
  putBackBody: (byName: string) =>
    `${byName}放回的：上一轮划掉你，算是划错了。不想参加，就点开，在候选名单里点“我不做候选人了”：这次投票就取消，重新投的那一轮没有你，也不能再放回。`,
  back: ({ month }: OfPoll) => `你又是${starOf(month, 1)}的候选人了`,
  backBody: '划掉你的那次投票取消了，划掉也不算了。不想参加，就在重新投票以前到候选名单里退出。',
  closed: ({ month, round }: OfPoll) => `${starOf(month, round)}投票结束了`,
  closedBody: (bound: number) =>
    `点开看结果，怎么算的都写着。${bound > 0 ? `投票期间，名册上有 ${bound} 人绑定或者换绑了微信。` : ''}`,
} as const;
