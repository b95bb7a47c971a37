import { CHANNEL_NAME } from '../../contract/content/channel.text';
import type { ContentChannel } from '../../domain/content/channel/item';
import type { LocalDay } from '../../domain/time/local-day';
import { dateText, whenText } from '../_kit/when.text';
import { withoutStop } from '../../domain/words/without-stop';

/** Words of the messages about channels: to readers, to who checks, to who writes. */
export const channelNoticeText = {
  /** Who says what no person has said. */
  clock: '清风',
  checker: '微信检查',
  issue: (channel: ContentChannel, day: LocalDay) => `${CHANNEL_NAME[channel]} ${dateText(day)}`,
  issueBody: (items: number, minutes: number) =>
    `${items} 条，${items === 1 ? '约' : '共'} ${minutes} 分钟。`,
  preShift: (title: string) => `班前五分钟：${title}`,
  preShiftBody: (startAtMs: number, minutes: number) =>
    `${whenText(startAtMs)} 上班前给班里讲，约 ${minutes} 分钟。讲完记下谁在场。`,
  waits: (title: string) => `《${title}》等你审`,
  waitsBody: (channel: ContentChannel, name: string) => `${CHANNEL_NAME[channel]}，${name}写的。`,
  gap: (channel: ContentChannel, day: LocalDay) =>
    `${dateText(day)} ${CHANNEL_NAME[channel]}还空着`,
  gapBody: (untilAtMs: number) => `这一期由你值班，${whenText(untilAtMs)} 前要有一条交审或者排好。`,
  dutyGiven: (channel: ContentChannel, day: LocalDay) =>
    `${dateText(day)} ${CHANNEL_NAME[channel]}由你值班`,
  dutyGivenBody: (name: string) => `${name}换的。排好了就不用管，空着会提前两天告诉你。`,
  returned: (title: string) => `《${title}》退回来改`,
  returnedBody: (reason: string) => `${withoutStop(reason)}。原稿一字不少，改好再交。`,
  withdrawn: (title: string) => `《${title}》撤回了`,
  withdrawnBody: (reason: string) => `${withoutStop(reason)}。`,
  pictureRefused: (numbers: readonly number[]) =>
    `第 ${numbers.join('、')} 张图没有通过微信的检查，换一张再交`,
} as const;
