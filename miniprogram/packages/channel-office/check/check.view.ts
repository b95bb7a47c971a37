import type { OutputOf } from '../../../../contract/action';
import type { channelItem } from '../../../../contract/content/channel-reading';
import type { ItemDetail, ShownItemStep } from '../../../../contract/content/channel-shapes';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { NOT_YOURS_TEXT } from '../../../text/errors';
import type { Badge } from '../../../text/fit';
import { NO_DOCUMENT_TEXT } from '../../../text/linked-document';
import { fullDayText, momentText } from '../../../text/when';
import { LICENCE_TEXT } from '../licence.view';
import { NOBODY_LEFT_TEXT, stateBadge } from '../desk-words.view';

type Output = OutputOf<typeof channelItem>;

interface StepRow {
  readonly key: number;
  readonly title: string;
  readonly when: string;
  readonly text: string;
}

interface EarlierRow {
  readonly key: number;
  readonly who: string;
  readonly over: string;
  readonly title: string;
  readonly line: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly pictures: readonly string[];
}

export interface CheckContent {
  readonly kind: 'content';
  readonly title: string;
  readonly badge: Badge;
  readonly about: string;
  readonly line: string;
  readonly pictures: readonly {
    readonly pictureId: string;
    readonly src: string;
    readonly mark: string;
  }[];
  readonly small: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly link: string;
  /** The document that it leads to, or why it cannot be opened; '' none. */
  readonly document: string;
  readonly documentId: string;
  readonly steps: readonly StepRow[];
  /** As others had saved it before it was saved over, the newest first. docs/rules.md#R-336 */
  readonly earlier: readonly EarlierRow[];
  readonly notYours: string;
  readonly canWrite: boolean;
  readonly canPass: boolean;
  readonly canReturn: boolean;
  readonly canWithdraw: boolean;
  readonly isOut: boolean;
}

export type CheckView = Placeholder | CheckContent;

export const opening: CheckView = { kind: 'loading' };
export const unknownItem: Shown<Output> = { kind: 'loading' };

const STEP_TEXT: Readonly<Record<ShownItemStep, string>> = {
  begun: '开始写',
  'handed-in': '交给支部审',
  'passed-branch': '支部审过',
  'passed-committee': '党委审过',
  returned: '退回',
  planned: '排进一期',
  'taken-out': '从那一期拿出来',
  published: '刊出',
  'picture-refused': '图没通过，退回',
  withdrawn: '撤回',
  'taken-down': '到期下架',
  'kept-longer': '多留一阵',
  newer: '新的一步',
};

const NOT_YOURS = {
  'own-item': '你写过这一条，请另一位来审。',
  'checked-by-you': '支部那一道是你审的，这一道请党委工作部另一位来审。',
  'nobody-left': NOBODY_LEFT_TEXT,
  'not-checked': '图还在微信那里检查，最多半小时，过一会儿再审。',
  newer: '',
} as const;

const MARK: Readonly<Record<ItemDetail['pictures'][number]['check'], string>> = {
  pass: '',
  pending: '检查中',
  'to-look-at': '微信没有结论，请你看',
  refused: '没通过',
  newer: '',
};

const TAKEN_DOWN_BADGE: Badge = { text: '已下架', tone: 'plain' };

export function toCheckView(state: Shown<Output>, nowMs: number): CheckView {
  if (state.kind !== 'known') return state;
  const { item } = state.output;
  const { desk, withdrawn, issueDay } = item;
  if (desk === null) return { kind: 'not-yours', text: NOT_YOURS_TEXT };
  const today = dayOfInstant(nowMs);
  const day = issueDay ?? desk.forDay;
  const dayWord = issueDay === null ? '想刊在' : '刊在';
  const isOut = item.state === 'published';
  return {
    kind: 'content',
    title: item.title,
    badge: withdrawn?.isByRule === true ? TAKEN_DOWN_BADGE : stateBadge(item.state),
    about: `${CHANNEL_NAME[item.channel]} · 约 ${item.minutes} 分钟`,
    line: item.line ?? '',
    pictures: item.pictures.map(({ pictureId, url, check }) => ({
      pictureId,
      src: url ?? '',
      mark: MARK[check],
    })),
    small: item.pictures[0]?.smallUrl ?? '',
    facts: [
      { label: dayWord, value: day === null ? '' : fullDayText(day, today) },
      { label: '署名', value: item.byline ?? '' },
      { label: '图的来源', value: item.source ?? '' },
      { label: '凭什么用', value: item.licence === null ? '' : LICENCE_TEXT[item.licence] },
      {
        label: withdrawn?.isByRule === true ? '下架' : '撤回',
        value: withdrawn === null ? '' : withdrawn.reason,
      },
    ].filter(({ value }) => value !== ''),
    link: item.link ?? '',
    document: item.document === undefined ? '' : documentText(item.document),
    documentId: item.document?.reach === 'open' ? item.document.documentId : '',
    steps: desk.steps.map(({ kind, name, atMs, text }, key) => ({
      key,
      title: `${STEP_TEXT[kind]} · ${name}`,
      when: momentText(atMs, nowMs),
      text: text ?? '',
    })),
    earlier: (desk.earlier ?? []).map((version, key) => toEarlier(version, key, nowMs)),
    notYours: [
      desk.notYours === null ? '' : NOT_YOURS[desk.notYours],
      desk.textCheck === 'to-look-at' ? '有的话微信没有给出结论，请你看仔细。' : '',
    ].join(''),
    canWrite: desk.mayWrite,
    canPass: desk.mayPass,
    canReturn: desk.mayReturn,
    canWithdraw: desk.mayWithdraw,
    isOut,
  };
}

type Earlier = NonNullable<NonNullable<ItemDetail['desk']>['earlier']>[number];

function toEarlier(version: Earlier, key: number, nowMs: number): EarlierRow {
  const { name, atMs, over, title, line, byline, minutes, link, source, licence } = version;
  const day = version.forDay === null ? '' : fullDayText(version.forDay, dayOfInstant(nowMs));
  return {
    key,
    who: name === '' ? '以前存的' : `${name} ${momentText(atMs, nowMs)} 存的`,
    over: `${over.name} ${momentText(over.atMs, nowMs)} 改过`,
    title,
    line: line ?? '',
    facts: [
      { label: '署名', value: byline ?? '' },
      { label: '看完要', value: `${minutes} 分钟` },
      { label: '文章', value: link ?? '' },
      { label: '文件', value: version.hasDocument ? '带了文档库的一份' : '' },
      { label: '图', value: version.pictures === 0 ? '' : `${version.pictures} 张` },
      { label: '图的来源', value: source ?? '' },
      { label: '凭什么用', value: licence === null ? '' : LICENCE_TEXT[licence] },
      { label: '想刊在', value: day },
    ].filter(({ value }) => value !== ''),
    pictures: version.goneUrls,
  };
}

const documentText = ({ title, reach }: NonNullable<ItemDetail['document']>): string =>
  reach === 'open' ? `《${title}》` : NO_DOCUMENT_TEXT[reach];

export type SheetKind = 'none' | 'return' | 'withdraw';

export const SHEETS: Readonly<
  Record<SheetKind, { kind: SheetKind; title: string; hint: string; note: string; action: string }>
> = {
  none: { kind: 'none', title: '', hint: '', note: '', action: '' },
  return: {
    kind: 'return',
    title: '退回去改',
    hint: '哪一处、怎么改',
    note: '写的人看得到原因，原稿一字不少。改好再交，两道审从头来。',
    action: '退回',
  },
  withdraw: {
    kind: 'withdraw',
    title: '撤回这一条',
    hint: '例如：数字写错了',
    note: '马上生效，找不回来。刊出过的，大家看到的是这个原因。',
    action: '撤回',
  },
};

export const DONE_TEXT = {
  pass: '审过了',
  return: '已退回，写的人会收到',
  withdraw: '已撤回',
} as const;
export const COPIED_TEXT = '链接复制好了';
export const NOT_COPIED_TEXT = '没有打开，再点一次';
