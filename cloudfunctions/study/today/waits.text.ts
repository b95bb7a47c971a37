import { CHANNEL_NAME } from '../../../contract/content/channel.text';
import type { ContentChannel } from '../../../domain/content/channel/item';
import type { LocalDay } from '../../../domain/time/local-day';
import { dateText } from '../../_kit/when.text';
import type { Stage } from '../../../domain/star/assessment/sheet';

const monthText = (month: string): string => `${Number(month.slice(5))}月`;

/** Of what waits without a message that says so. */
export const waitsText = {
  acknowledge: '确认',
  item: (title: string) => ({ title: `《${title}》`, act: '审' }),
  itemBack: (title: string) => ({ title: `《${title}》退回来了`, act: '改' }),
  itemsToPlan: (count: number) => ({ title: `${count} 条定了稿，还没排`, act: '排' }),
  notes: (count: number) => ({ title: `${count} 篇心得和投稿`, act: '看' }),
  comments: (count: number) => ({ title: `${count} 条感悟和回答`, act: '看' }),
  withoutDuty: (channel: ContentChannel, day: LocalDay) => ({
    title: `${dateText(day)} ${CHANNEL_NAME[channel]}没有人能值班`,
    act: '看',
  }),
  asks: (text: string) => ({ title: `感悟：${text}`, act: '回答' }),
  sheets: (stage: Stage, month: string, count: number) =>
    stage === 'appeal'
      ? { title: `${monthText(month)}考核，${count} 份有申诉`, act: '答复' }
      : {
          title: `${monthText(month)}考核表，${count} 份`,
          act: stage === 'waits-leader' ? '评' : '定',
        },
  star: {
    list: (month: string) => ({ title: `${monthText(month)}之星，提名截止了`, act: '定候选名单' }),
    poll: (month: string) => ({ title: `${monthText(month)}之星，该投票了`, act: '开投票' }),
    round: (month: string) => ({ title: `${monthText(month)}之星，该再投一轮了`, act: '开投票' }),
    'no-result': (month: string) => ({
      title: `${monthText(month)}之星，没有选出来`,
      act: '再投一轮，或者不评',
    }),
    decision: (month: string) => ({ title: `${monthText(month)}之星，票计完了`, act: '记决定' }),
    objections: (month: string, count: number) => ({
      title: `${monthText(month)}之星，${count} 条异议`,
      act: '答复',
    }),
  },
} as const;
