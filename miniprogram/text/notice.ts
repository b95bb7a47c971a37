import type { Newer } from '../../contract/growing';
import type { InboxItem } from '../../contract/notice/inbox';
import type { InboxReason, NoticeReason } from '../../contract/notice/notice-shapes';
import type { Channel } from '../../domain/notice/kind-rules';
import type { NoticeKind } from '../../domain/notice/kind-names';
import type { ShiftKind } from '../../contract/roster/shift';
import { shiftName } from './shift';

/** Short, for filters. */
export const CHANNEL_TEXT: Readonly<Record<Channel | Newer, string>> = {
  safety: '安全',
  party: '党务清风',
  integrity: '廉政清风',
  branch: '支部',
  study: '学习',
  newer: '其他',
};

export const NOTICE_KIND_TEXT: Readonly<Record<NoticeKind | Newer, string>> = {
  'study-published': '新的学习',
  'study-changed': '学习有改动',
  'study-cancelled': '学习取消',
  'study-released': '不用参加了',
  'sitting-reminder': '学习提醒',
  'make-up-due': '补学',
  'make-up-ending': '补学提醒',
  'must-read': '必读',
  poll: '投票',
  'poll-reminder': '投票提醒',
  'poll-news': '投票',
  result: '结果公布',
  'sheet-open': '考核表',
  'sheet-told': '考核表',
  'sheet-office': '考核',
  'star-nominated': '请你做候选人',
  'star-answered': '评星消息',
  'star-news': '每月之星',
  'swap-proposed': '换班请求',
  'draft-waiting': '等你发布',
  'leave-asked': '请假',
  'leave-answered': '请假答复',
  'data-asked': '资料询问',
  'data-answered': '资料答复',
  'binding-released': '微信绑定',
  'swap-answered': '换班消息',
  'note-answered': '心得和投稿',
  'note-consent': '请求分享',
  'note-responses': '心得的回应',
  'reply-removed': '撤下的回复',
  'hazard-reported': '隐患线索',
  'suggestion-owed': '建言',
  'suggestion-answered': '建言有答复',
  'suggestion-news': '建言消息',
  'hazard-urgent': '急，隐患',
  'party-issue': '党务清风',
  'integrity-issue': '廉政清风',
  'pre-shift': '班前五分钟',
  'item-waits': '等你审的稿',
  'item-told': '你写的稿',
  'issue-gap': '还空着的一天',
  'duty-given': '编辑值班',
  'comment-told': '感悟',
  'takedown-begins': '下架',
  'contest-open': '知识竞赛',
  'contest-news': '竞赛',
  'lectures-to-judge': '等你评分',
  'document-to-read': '必读文件',
  'document-to-check': '等你审核',
  'document-returned': '文件退回',
  'branch-notice': '支部通知',
  safety: '安全提醒',
  newer: '新消息，升级后查看',
};

/** What stands over a message: the channel, or what is more exact than it. */
export function sourceText({ kind, channel }: Pick<InboxItem, 'kind' | 'channel'>): string {
  const isOfKnownChannel = kind === 'must-read' && channel !== 'newer';
  return isOfKnownChannel ? CHANNEL_TEXT[channel] : NOTICE_KIND_TEXT[kind];
}

/** '支部组织生活怎么开' of '学习有改动：支部组织生活怎么开', for places that name the kind beside it. */
export function bareTitle({ kind, title }: Pick<InboxItem, 'kind' | 'title'>): string {
  const prefix = `${NOTICE_KIND_TEXT[kind]}：`;
  return title.startsWith(prefix) && title !== prefix ? title.slice(prefix.length) : title;
}

type Why = Pick<InboxReason, 'because' | 'label'>;
type Told = (why: Why) => string;
type Texts<Code extends string> = Readonly<Record<Code, Told>>;

/** The kind behind the labels that reasons speak of, for those that no pattern of ours names. */
const nameOf = (label: string | null, kind: ShiftKind): string =>
  shiftName({ label: label ?? '', kind });

const AFTER_SLEEP: Readonly<Record<string, Told>> = {
  'after-night': ({ label }) => `等你下${nameOf(label, 'night')}睡醒才送到。`,
  'before-early': ({ label }) => `等你睡醒、${nameOf(label, 'day')}前才送到。`,
  night: () => '等你早上睡醒才送到。',
  'own-window': () => '等你设的免打扰时段过了才送到。',
};

const LEAST_BAD: Readonly<Record<string, string>> = {
  'daily-limit': '今天的消息已经够多，可它等不到明天。',
  resting: '截止前你都在休息，选了打扰最小的时候。',
  handover: '截止前没有空，只好在你交接班时送到。',
  shift: '截止前你都在岗，只好这时送到。',
  asleep: '截止前你都在睡，只放在这里，没有响。',
};

/** To the person who got it: why it came now. */
const TO_RECEIVER: Texts<InboxReason['code']> = {
  urgent: () => '紧急，马上送到。',
  'free-now': () => '发出时你醒着、不在岗，马上送到。',
  'office-hours': () => '发出时你在上白班，马上送到。',
  scheduled: () => '定在这个时间送。',
  'new-edition': () => '替换你收到过的那一版。',
  newer: () => '送到的原因升级后可以查看。',
  digest: () => '不急的消息，一天合并送一次。',
  'daily-limit': () => '前一天给你的消息够多了，放到这天送。',
  'after-shift': ({ label }) => `等你下${nameOf(label, 'day')}才送到。`,
  'after-rest': ({ label }) => `等你下${nameOf(label, 'night')}歇好才送到。`,
  'at-handover': ({ label }) => `在你${nameOf(label, 'day')}交接班时送到。`,
  'in-break': ({ label }) => `在你${nameOf(label, 'day')}中间歇息时送到。`,
  'after-sleep': (why) => (AFTER_SLEEP[why.because ?? ''] ?? (() => '等你睡醒才送到。'))(why),
  'least-bad': ({ because }) => LEAST_BAD[because ?? ''] ?? '截止前没有更合适的时候。',
};

const SENDER_AFTER_SLEEP: Readonly<Record<string, Told>> = {
  'after-night': ({ label }) => `${nameOf(label, 'night')}后睡眠，等免打扰结束`,
  'before-early': ({ label }) => `${nameOf(label, 'day')}前睡眠，等免打扰结束`,
  night: () => '夜里睡眠，等免打扰结束',
  'own-window': () => '自己设的免打扰，等它结束',
};

const SENDER_LEAST_BAD: Readonly<Record<string, string>> = {
  'daily-limit': '当天已收够，但等不到明天',
  resting: '截止前都在休息，打扰最小的时候',
  handover: '截止前没有空，只好在交接班时',
  shift: '截止前都在岗，只好这时',
  asleep: '截止前都在睡，只放进消息，不响',
};

/** To the sender: who waits for what. */
const TO_SENDER: Texts<NoticeReason['code']> = {
  urgent: () => '紧急，不等',
  'free-now': () => '醒着，不在岗',
  'office-hours': () => '长白班上班时间',
  scheduled: () => '你定的时间',
  digest: () => '不急，一天合并送一次',
  'daily-limit': () => '前一天已收够，顺延到这天',
  newer: () => '原因升级后可以查看',
  'after-shift': ({ label }) => `在岗，等${nameOf(label, 'day')}下班后`,
  'after-rest': ({ label }) => `${nameOf(label, 'night')}后休息，等歇好`,
  'at-handover': ({ label }) => `在岗，${nameOf(label, 'day')}交接班时`,
  'in-break': ({ label }) => `在岗，${nameOf(label, 'day')}中间歇息时`,
  'after-sleep': (why) =>
    (SENDER_AFTER_SLEEP[why.because ?? ''] ?? (() => '睡眠中，等免打扰结束'))(why),
  'least-bad': ({ because }) => SENDER_LEAST_BAD[because ?? ''] ?? '截止前没有更合适的时候',
};

/** '等你睡醒才送到。' */
export function whyNow({ code, ...why }: InboxReason): string {
  return TO_RECEIVER[code](why);
}

/** '睡眠中，等免打扰结束'. */
export function whyThen({ code, ...why }: NoticeReason): string {
  return TO_SENDER[code](why);
}
