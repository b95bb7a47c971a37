import { dayText, whenText } from '../_kit/when.text';
import { withoutStop } from '../../domain/words/without-stop';

/** '3月' of '2026-03'. */
const monthOf = (month: string): string => `${Number(month.slice(5))}月`;

/** Words of the messages about the star of a month. */
export const starNoticeText = {
  nominated: (name: string | null, month: string) =>
    `${name ?? '一位同志'}推荐你做${monthOf(month)}之星候选人`,
  nominatedBody: (deeds: string, untilAtMs: number) =>
    `${deeds}\n${whenText(untilAtMs)} 前回复。不回复按不同意，不影响考核。`,
  movedBody: (deeds: string, untilAtMs: number) =>
    `${deeds}\n答复的时间改了：${whenText(untilAtMs)} 前回复。不回复按不同意，不影响考核。`,
  agreed: (name: string) => `${name}同意做候选人`,
  agreedBody: '核对以后进候选名单，名单里不写是谁提的。',
  declined: (name: string) => `${name}这次不做候选人`,
  declinedBody: '只有你们两个知道，别处没有这一条。',
  toChange: (name: string) => `${name}想请你改几个字`,
  toChangeBody: (remark: string) => `${withoutStop(remark)}。改好以后再请他看一次。`,
  listed: (month: string, count: number) => `${monthOf(month)}之星候选名单定了，${count} 人`,
  listedBody: '次序是用公开的种子抽签定的，名单里看得到怎么抽。接下来投票。',
  leftOut: (month: string) => `你这次没有进${monthOf(month)}之星候选名单`,
  leftOutBody: (reason: string) => `${withoutStop(reason)}。不影响考核，有疑问找组织委员。`,
  /** Who asks when who nominated wants not to be named. */
  unnamed: '支部',
  barred: '按支部这个月定的规则，你这次不参加评选',
  gone: '定名单的时候你已经不在这个支部，进不了它的名单',
  public: (month: string, names: readonly string[]) =>
    `${monthOf(month)}之星公示：${names.join('、')}`,
  publicBody: (untilAtMs: number) =>
    `到${dayText(untilAtMs - 1)}。有不同意见，署名写下来，都会答复。`,
  notAccepted: (month: string) => `${monthOf(month)}不评星`,
  notAcceptedBody: (reason: string) => `支委会的决定：${withoutStop(reason)}。`,
  endedBody: (reason: string) => `${withoutStop(reason)}。`,
  objected: (name: string, month: string) => `${name}对${monthOf(month)}之星有不同意见`,
  objectionWaits: (month: string) => `${monthOf(month)}之星还有意见没有答复`,
  objectionWaitsBody: '公示已经到期，答复以后才能通报。',
  nobodyNoticed: (month: string) => `${monthOf(month)}之星要重新定`,
  nobodyNoticedBody: '公示里没有名字：选出来的人已经退出名单。公示不算，请支委会重新研究。',
  objectionAnswered: (isUpheld: boolean) => (isUpheld ? '你的意见采纳了' : '你的意见有答复了'),
  takenBack: (month: string) => `${monthOf(month)}之星的公示收回`,
  takenBackBody: '有一条意见属实，支委会重新研究。还没答复的意见，照样会答复。',
  announced: (month: string, names: readonly string[]) =>
    `${monthOf(month)}之星：${names.join('、')}`,
  announcedBody: (objections: number) =>
    objections === 0 ? '公示期没有异议。' : `公示期有 ${objections} 条意见，都答复了。`,
  /** Of what the clock says by itself. */
  clock: '清风',
  meeting: (month: string) => `${monthOf(month)}专题会的记录定稿了`,
  meetingBody: (present: number, decisions: number) =>
    `到会 ${present} 人，定了 ${decisions} 件事。`,
} as const;
