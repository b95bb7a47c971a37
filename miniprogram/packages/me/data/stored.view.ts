import type { OutputOf } from '../../../../contract/action';
import type { myData } from '../../../../contract/people/member';
import { CHANNEL_EDITORS, holdsOneOf } from '../../../../contract/roles';
import type { KeptThing } from '../../../../domain/people/retention';
import { keptFor, type KnownYears } from '../kept.view';

type Stored = Pick<OutputOf<typeof myData>, 'kept' | 'profile'>;
type What = Stored['kept'][number]['what'];

interface About {
  readonly label: string;
  /** To whom it is shown, and where. */
  readonly seenBy: string;
  readonly keptFor: (years: KnownYears) => string;
  /** The page that shows it; '' where this version knows of none. */
  readonly page: string;
  /** What of it the exported file does not have; absent: nothing. */
  readonly lacks?: string;
}

export interface StoredRow extends Omit<About, 'lacks' | 'keptFor'> {
  readonly keptFor: string;
  readonly what: What;
  readonly lacks: string;
  readonly count: string;
}

/** A page of the bar at the bottom. */
export const INBOX = '/pages/inbox/inbox';
const ATTENDANCE = '/packages/me/attendance/attendance';
const PREFERENCES = '/packages/roster/preferences/preferences';
const OFFICERS = '支部负责人';
const kept =
  (thing: KeptThing): About['keptFor'] =>
  (years) =>
    keptFor(thing, years);
const WITH_RECORDS = kept('attendance');
const NOT_IN_FILE = '不在导出的文件里';
const NOT_SHOWN_TEXT = '提醒、改之前的、收回的、还没到时候的';
const NOT_TAKEN_BACK = '收回的不在导出的文件里';

const ABOUT: Readonly<Record<What, About>> = {
  attendance: {
    label: '考勤记录',
    seenBy: `点名册上，${OFFICERS}和党小组长`,
    keptFor: WITH_RECORDS,
    page: ATTENDANCE,
  },
  'leave-reason': {
    label: '请假写的原因',
    seenBy: `${OFFICERS}和你的组长；谁打开了会记下来，一天记一次`,
    keptFor: WITH_RECORDS,
    page: ATTENDANCE,
  },
  'make-up': {
    label: '补学：写的话、答对的题',
    seenBy: `写的话${OFFICERS}看得到；答对哪几题只有你，答了几遍不存`,
    keptFor: WITH_RECORDS,
    page: ATTENDANCE,
  },
  notice: {
    label: '发给你的消息',
    seenBy: '只有你；必读的点没点“知道了”，发的人看得到',
    keptFor: kept('notice'),
    page: INBOX,
  },
  'shift-change': {
    label: '请假、培训等变动',
    seenBy: `班组看板上，${OFFICERS}和党小组长`,
    keptFor: (years) => `过后 ${keptFor('shift-change', years)}`,
    page: '/packages/roster/month/month',
  },
  swap: {
    label: '换班',
    seenBy: `对方、${OFFICERS}和党小组长`,
    keptFor: kept('swap'),
    page: '/packages/roster/month/month',
  },
  'quiet-hours': {
    label: '免打扰和睡觉时间',
    seenBy: '时段只有你；班组看板上写你此刻在休息',
    keptFor: () => '到你改掉',
    page: PREFERENCES,
  },
  subscription: {
    label: '微信提醒还剩几次',
    seenBy: '只有你',
    keptFor: () => '用一次少一次',
    page: PREFERENCES,
  },
  note: {
    label: '心得和投稿',
    seenBy: `${OFFICERS}；你同意分享的，支部的人`,
    keptFor: kept('note'),
    page: '/packages/note/mine/mine',
    lacks: NOT_TAKEN_BACK,
  },
  'note-response': {
    label: '你对心得的回复和感谢',
    seenBy: '回复支部的人看得到，撤下的只有你；谢过谁，只有作者知道',
    keptFor: kept('note'),
    page: '/packages/note/responses/responses',
    lacks: NOT_TAKEN_BACK,
  },
  sheet: {
    label: '考核表和年度评议',
    seenBy: '你的组长、书记、党委工作部；申诉时纪检委员',
    keptFor: WITH_RECORDS,
    page: '/packages/star/sheet/sheet',
  },
  poll: {
    label: '你在名册里的投票',
    seenBy: '名册支部的人看得到；投没投、投给谁不存',
    keptFor: WITH_RECORDS,
    page: '/packages/star/month/month',
  },
  nomination: {
    label: '评星时对你的提名',
    seenBy: '提名的人和你；你同意了，支部的人',
    keptFor: WITH_RECORDS,
    page: '/packages/star/nominations/nominations',
  },
  'audit-entry': {
    label: '谁看过我的资料',
    seenBy: '只有你',
    keptFor: kept('audit-entry'),
    page: '/packages/me/looked/looked',
  },
  'data-ask': {
    label: '你问过的和答复',
    seenBy: '答复的负责人',
    keptFor: kept('data-ask'),
    page: '/packages/me/asks/asks',
  },
  'channel-item': {
    label: '你给栏目写的稿',
    seenBy: '写稿、审稿的人；刊出后所有人',
    keptFor: WITH_RECORDS,
    page: '/packages/channel-office/desk/desk',
  },
  suggestion: {
    label: '你提的建言、图和答复',
    seenBy: '提给的那里；转到别处，那里也看得到',
    keptFor: WITH_RECORDS,
    page: '/packages/suggest/mine/mine',
    lacks: NOT_TAKEN_BACK,
  },
  contest: {
    label: '知识竞赛的答案',
    seenBy: '成绩只有你；你同意了，支部的人看得到；参加过，支部的人都看得到',
    keptFor: WITH_RECORDS,
    page: '/packages/contest/list/list',
  },
  lecture: {
    label: '党课竞赛的讲稿和评分',
    seenBy: '讲稿和分只有你和评委；你同意了，支部的人看得到题目和奖项；参加过，支部的人都看得到',
    keptFor: WITH_RECORDS,
    page: '/packages/contest/list/list',
  },
  comment: {
    label: '你写的感悟和回答',
    seenBy: '审核的负责人；显示了，读栏目的人都看得到',
    keptFor: WITH_RECORDS,
    page: '/packages/channel/my-comments/my-comments',
  },
  'commentator-term': {
    label: '你当网评员的任期',
    seenBy: '宣传委员和书记',
    keptFor: WITH_RECORDS,
    page: '',
  },
  'channel-duty': {
    label: '你值班的日子和换班的记录',
    seenBy: '党务清风、廉政清风的编辑和审核的负责人',
    keptFor: WITH_RECORDS,
    page: '',
  },
  'library-document': {
    label: '你传到文档库的文件',
    seenBy: '支部的人；还没审的，审核的负责人',
    keptFor: WITH_RECORDS,
    page: '',
  },
  newer: {
    label: '其他记录',
    seenBy: '升级后查看',
    keptFor: () => '升级后查看',
    page: '',
    lacks: NOT_IN_FILE,
  },
};

/**
 * One row for each kind; all those that only newer versions know are counted together. Where the person
 * may not open its page it leads nowhere.
 */
export function storedRows({ kept, profile }: Stored, years: KnownYears): readonly StoredRow[] {
  const kinds = [...new Set(kept.map(({ what }) => what))];
  return kinds.map((what) => {
    const alike = kept.filter((one) => one.what === what);
    const sumOf = (numbers: readonly (number | undefined)[]): number =>
      numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    const onlyInFile = sumOf(alike.map((one) => one.onlyInFile));
    const notShown = sumOf(alike.map((one) => one.notShown));
    const count = sumOf(alike.map((one) => one.count)) - onlyInFile;
    const about = ABOUT[what];
    const mayOpen = what !== 'channel-item' || holdsOneOf(profile.roles, CHANNEL_EDITORS);
    return {
      ...{ what, count: `${count} 条`, ...about },
      keptFor: about.keptFor(years),
      page: mayOpen ? about.page : '',
      lacks: [
        ...(about.lacks === undefined ? [] : [about.lacks]),
        ...(onlyInFile === 0 ? [] : [`导出的文件里还有 ${onlyInFile} 条，是取消了的学习里的`]),
        ...(notShown === 0 ? [] : [`另外留着 ${notShown} 条，哪里都不再显示：${NOT_SHOWN_TEXT}`]),
      ].join('；'),
    };
  });
}

/** What a section of the file is called. */
export const labelOf = (what: What): string => ABOUT[what].label;

/** As a line of the file. */
export const storedText = (row: StoredRow): string =>
  `${row.label}：${row.count}（给谁看：${row.seenBy}；留多久：${row.keptFor}${row.lacks === '' ? '' : `；${row.lacks}`}）`;
