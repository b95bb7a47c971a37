import type { AuditWhat } from '../../contract/branch/audit';
import type { Badge } from './fit';

const SAW: Badge = { text: '看', tone: 'plain' };
const EXPORTED: Badge = { text: '导出', tone: 'warn' };
const CHANGED: Badge = { text: '改', tone: 'plain' };

export interface LookedWords {
  readonly badge: Badge;
  readonly what: string;
  /** What for, or who else; '' where there is nothing to say. */
  readonly note: string;
}

/** A line of the trail, to the person whom it is about; `count`: how many people it speaks of. */
export function lookedWords(what: AuditWhat, count: number): LookedWords {
  switch (what.kind) {
    case 'saw-member':
      return { badge: SAW, what: '名册里你的资料', note: '姓名、值、党小组和职务' };
    case 'saw-note':
      return { badge: SAW, what: `你写的《${what.title}》`, note: '你交的，支部负责人要看' };
    case 'saw-unread':
      return {
        badge: SAW,
        what: `《${what.title}》谁还没确认`,
        note: '名单里有你，确认后就不在了',
      };
    case 'saw-unreached':
      return {
        badge: SAW,
        what: `“${what.title}”还没送到谁`,
        note: '名单里有你，打开消息就不在了',
      };
    case 'saw-record-book':
      return { badge: SAW, what: `你的 ${what.year} 年学习记录本`, note: '' };
    case 'saw-leave':
      return { badge: SAW, what: `《${what.topic}》你请假的原因`, note: '' };
    case 'saw-make-up':
      return { badge: SAW, what: `你补学《${what.topic}》写的话`, note: '' };
    case 'saw-word':
      return {
        badge: SAW,
        what: '“需要说句话”里有你',
        note: '连着没来、都在岗或睡觉，或通知没送到',
      };
    case 'saw-not-reached':
      return { badge: SAW, what: '“谁没送到”里有你', note: '哪条没送到，为什么；看过消息就不在了' };
    case 'saw-sheet':
      return { badge: SAW, what: `你${monthOfYear(what.month)}的考核表`, note: '' };
    case 'exported-record-book':
      return { badge: EXPORTED, what: `你的 ${what.year} 年学习记录本`, note: '' };
    case 'exported-register':
      return { badge: EXPORTED, what: `《${what.topic}》的点名册`, note: togetherText(count) };
    case 'exported-minutes':
      return { badge: EXPORTED, what: `《${what.topic}》的会议记录`, note: togetherText(count) };
    case 'exported-ledger':
      return {
        badge: EXPORTED,
        what: `${what.year} 年三会一课台账`,
        note: '只有人数，没有名字',
      };
    case 'exported-dashboard':
      return { badge: EXPORTED, what: `${monthOfYear(what.month)}看板`, note: togetherText(count) };
    case 'changed-member':
      return { badge: CHANGED, what: `你的${what.fields.map(fieldText).join('、')}`, note: '' };
    case 'imported-roster':
      return { badge: CHANGED, what: '按表改了名册，改动里有你', note: togetherText(count) };
    case 'newer':
      return { badge: SAW, what: '升级后能看到是什么', note: '' };
  }
}

const togetherText = (count: number): string => (count > 1 ? `${count} 人都在里面` : '');

type Field = Extract<AuditWhat, { kind: 'changed-member' }>['fields'][number];

const FIELD_TEXT: Readonly<Record<Field, string>> = {
  name: '姓名',
  'staff-number': '工号',
  group: '党小组',
  crew: '值',
  standing: '党员身份',
  left: '名册状态（离开支部）',
  'came-back': '名册状态（回到支部）',
  roles: '职务',
  binding: '微信绑定（解除）',
  bound: '微信绑定（绑上）',
  newer: '其他资料',
};

const fieldText = (field: Field): string => FIELD_TEXT[field];

/** '2026年3月'. */
const monthOfYear = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
