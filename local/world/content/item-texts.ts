import type { ContentChannel } from '../../../domain/content/channel/item';
import type { Drawing } from './drawings';

/** One item of the demo organisation; all invented. */
export interface ItemText {
  readonly channel: ContentChannel;
  readonly title: string;
  readonly line: string;
  readonly byline?: string;
  readonly minutes: number;
  readonly drawing: Drawing;
  readonly article?: true;
  /** Of the library of the demo organisation. */
  readonly documentId?: string;
}

const party = (
  title: string,
  line: string,
  minutes: number,
  drawing: Drawing,
  more: Pick<ItemText, 'byline' | 'article' | 'documentId'> = {},
): ItemText => ({ channel: 'party', title, line, minutes, drawing, ...more });

/** Issues of 党务清风 by how many days ago they came out; each in its order. */
export const PARTY_ISSUES: readonly (readonly ItemText[])[] = [
  [
    party('多问一句，少走一趟', '表计和票上对不上，他停下来问了值长。', 2, 'meter', {
      byline: '二值一位同志',
    }),
    party('大会表决分四步', '提名、预选、正式选举、报批，一步一张图。', 4, 'steps', {
      documentId: 'demo-election',
    }),
    party('西侧平台恢复通行', '绕行的牌子撤了，护栏换成新的。', 2, 'platform'),
  ],
  [
    party('夜餐窗口开到 20:45', '前夜班接班前也能吃上热的。', 2, 'bowl'),
    party('看差压，不看单边', '密封水压力怎么看，画在一张图上。', 3, 'pump'),
  ],
  [
    party(
      '她听出了泵的声音',
      '凌晨三点，她在给水泵旁多站了半分钟。这篇写她听到了什么、先做了哪一步。',
      3,
      'pump',
      { article: true },
    ),
    party('交接班本多了一栏', '“没做完的事”单独写，接班的人一眼看见。', 2, 'paper'),
    party('三会一课，一年排几次', '对着自己支部的表看，缺哪次一目了然。', 3, 'steps'),
  ],
  [
    party('12 条新规一张图', '两分钟讲完，谁来都能讲。', 3, 'screen'),
    party('换班那天谁记账', '换班以后，学习算在谁名下。', 3, 'paper'),
  ],
  [party('巡检口诀，一看二听', '差一样都要记下来。', 2, 'meter')],
  [
    party('党员大会怎么请假', '会前说，写清在岗还是有事。', 2, 'paper'),
    party('老师傅的四句话', '交班的话，要说给没睡醒的人听。', 3, 'bowl'),
  ],
];

export const INTEGRITY_ISSUES: readonly { readonly daysAgo: number; readonly item: ItemText }[] = [
  {
    daysAgo: 2,
    item: {
      channel: 'integrity',
      title: '礼品登记三问',
      line: '收不收、记不记、交给谁，三问答完就清楚。',
      minutes: 2,
      drawing: 'paper',
    },
  },
  {
    daysAgo: 9,
    item: {
      channel: 'integrity',
      title: '废料过磅两个人签',
      line: '一个人看磅，一个人记数，谁也不替谁。',
      minutes: 3,
      drawing: 'platform',
    },
  },
];

/** What is not out yet, by how far it is. */
export const ON_THE_WAY = {
  draft: party('春检前看三处', '接头、支吊架、排水。', 2, 'platform'),
  'branch-check': party('给水泵的一条线', '正常是一条线，不对的时候会打嗝。', 3, 'pump'),
  'committee-check': party('支部大会的票怎么数', '收回、有效、过半，三个数怎么来。', 4, 'steps'),
  ready: party('条例第三章摘读', '支部怎么开会，八条摘在一张图上。', 4, 'screen'),
  planned: party('食堂的保温车上路了', '后夜班的饭送到集控楼下。', 2, 'bowl'),
} as const;
