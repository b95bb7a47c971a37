import type { OutputOf } from '../../../../contract/action';
import type { NoteDetail } from '../../../../contract/note/note-shapes';
import type { noteDetail } from '../../../../contract/note/writing';
import {
  CONSENT_DAYS,
  NOTE_STATES,
  type NoteState,
  type NoteUse,
  type ShareScope,
} from '../../../../domain/note/note';
import type { Shown, Placeholder } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { NOTE_STATE_TEXT, NOTE_TYPE_TEXT, usedText } from '../../../text/note';
import {
  toPictures,
  toRemarks,
  usesOf,
  type PictureView,
  type RemarkView,
} from '../../../text/note-parts';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';

export type Detail = OutputOf<typeof noteDetail>;

export interface ScopeRow {
  readonly scope: ShareScope;
  readonly title: string;
  readonly note: string;
}

export interface ReadContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly author: string;
  readonly initial: string;
  readonly place: string;
  readonly badge: Badge;
  readonly title: string;
  readonly about: string;
  readonly text: string;
  readonly pictures: readonly PictureView[];
  readonly checks: string;
  readonly sharing: string;
  readonly uses: readonly string[];
  readonly remarks: readonly RemarkView[];
  readonly earlier: readonly {
    readonly version: number;
    readonly title: string;
    readonly when: string;
    readonly text: string;
  }[];
  /** Why nothing can be done here; '' where it can. */
  readonly notYours: string;
  readonly canDecide: boolean;
  readonly canReturn: boolean;
  readonly canApprove: boolean;
  readonly scopes: readonly ScopeRow[];
  readonly canAsk: boolean;
  readonly asked: string;
  readonly canUse: boolean;
  readonly canSettle: boolean;
}

export type ReadView = Placeholder | ReadContent;

export const opening: ReadView = { kind: 'loading' };
export const unknownDetail: Shown<Detail> = { kind: 'loading' };

const SCOPES: readonly ScopeRow[] = [
  { scope: 'branch', title: '本支部', note: '支部的人能看到' },
  { scope: 'beyond', title: '本支部和党务清风', note: '用到支部外面以前，还要党委工作部再看一遍' },
];

export function toReadView(state: Shown<Detail>, nowMs: number): ReadView {
  if (state.kind !== 'known') return state;
  const { note } = state.output;
  const { type, state: standing, sharing, canDecide } = note;
  const canAct = canDecide && knownState(standing) !== undefined;
  const isOpen = canAct && standing !== 'returned';
  const scopes =
    isOpen && type !== 'hazard' ? SCOPES.filter(({ scope }) => isNew(scope, note)) : [];
  const isWaiting = note.ask !== null && note.ask.untilAtMs > nowMs;
  const cannotAsk = whyNotAsked(note);
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    author: note.authorName,
    initial: note.authorName.slice(0, 1),
    place: [
      note.crewName,
      // In large type the one character does not stand in a line of its own.
      `${momentText(note.handedInAtMs, nowMs)}\u00a0${type === 'hazard' ? '报' : '交'}`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
    badge: badgeOf(note),
    title: note.title,
    about: note.studyTopic ?? NOTE_TYPE_TEXT[type],
    text: note.text,
    pictures: toPictures(note),
    checks: checksText(note),
    sharing:
      sharing === null
        ? ''
        : `${momentText(sharing.atMs, nowMs)} 起支部的人看得到，${sharing.isSigned ? '署名' : '没有署名'}。`,
    uses: usesOf(note),
    remarks: toRemarks(note.remarks, nowMs),
    earlier: note.earlier.map(({ version, title, text, handedInAtMs }) => ({
      version,
      title,
      text,
      when: `${momentText(handedInAtMs, nowMs)} 交`,
    })),
    notYours: note.isMine ? '这是你自己写的，请另一位负责人来看。' : '',
    canDecide: isOpen,
    canReturn: isOpen,
    canApprove: isOpen && checkStates(note).includes('to-look-at'),
    scopes,
    canAsk: scopes.length > 0 && !isWaiting && cannotAsk === '',
    asked: cannotAsk !== '' && !isWaiting ? cannotAsk : askedText(note, nowMs),
    canUse: isOpen && sharing?.scope === 'beyond',
    canSettle: isOpen && type === 'hazard',
  };
}

/** Why its author cannot be asked to share it now; '' where they can. docs/rules.md#R-111, docs/rules.md#R-112 */
function whyNotAsked(note: NoteDetail): string {
  const states = checkStates(note);
  if (states.includes('pending')) return '图还在检查，查好了再问他要不要分享。最多半小时。';
  return states.includes('to-look-at') ? '先看一眼没有结论的，点“没有问题”以后再问他。' : '';
}

const isNew = (scope: ShareScope, { sharing }: NoteDetail): boolean =>
  sharing === null || (sharing.scope === 'branch' && scope === 'beyond');

const checkStates = ({ textCheck, pictures }: NoteDetail) => [
  textCheck,
  ...pictures.map(({ check }) => check),
];

export const NEWER_STATE_TEXT = '有人刚动过这一篇，这个版本读不懂。关掉小程序再打开，会换成新版。';

/** As an input names it; undefined for one that only newer versions know. */
export function knownState(state: NoteDetail['state']): NoteState | undefined {
  return NOTE_STATES.find((each) => each === state);
}

function badgeOf({ state, type, sharing }: NoteDetail): Badge {
  const text = state === 'used' ? usedText(type, sharing !== null) : NOTE_STATE_TEXT[state];
  if (state === 'to-read') return { text, tone: 'must' };
  if (state === 'returned') return { text, tone: 'warn' };
  return { text, tone: state === 'used' ? 'ok' : 'plain' };
}

function checksText(note: NoteDetail): string {
  const states = checkStates(note);
  if (states.includes('refused')) return '有图没有通过微信的检查，已经退回给作者。';
  if (states.includes('to-look-at')) {
    return note.textCheck === 'to-look-at'
      ? '微信对文字没有给出结论，请你看一眼：没有问题就点“没有问题”，不行就退回。'
      : '微信对有的图没有给出结论，请你看一眼：没有问题就点“没有问题”，不行就退回。';
  }
  const pending = states.filter((state) => state === 'pending').length;
  if (pending > 0) return `${pending} 张图还在检查，最多半小时，看得到了再分享。`;
  const { length } = note.pictures;
  return length === 0 ? '文字已通过检查。' : `文字和 ${length} 张图已通过检查。`;
}

function askedText({ ask }: NoteDetail, nowMs: number): string {
  if (ask === null) return '';
  const since = `${ask.byName} ${momentText(ask.atMs, nowMs)} 问过他`;
  return ask.untilAtMs > nowMs
    ? `${since}，等他同意，没同意就不放出去。`
    : `${since}，${CONSENT_DAYS} 天没有回复，没有放出去。可以再问一次。`;
}

/** Before the person has chosen. */
export const firstChoices: { readonly where: NoteUse; readonly scope: ShareScope } = {
  where: 'channel',
  scope: 'branch',
};

export type SheetKind = 'none' | 'answer' | 'return' | 'use' | 'settle';

export interface Sheet {
  readonly kind: SheetKind;
  readonly title: string;
  readonly hint: string;
  readonly note: string;
  readonly action: string;
  /** Beginnings to choose from. */
  readonly presets: readonly string[];
  readonly uses: readonly { readonly where: NoteUse; readonly text: string }[];
}

const NOTHING: Pick<Sheet, 'presets' | 'uses'> = { presets: [], uses: [] };

export const SHEETS: Readonly<Record<SheetKind, Sheet>> = {
  none: { kind: 'none', title: '', hint: '', note: '', action: '', ...NOTHING },
  answer: {
    kind: 'answer',
    title: '回复',
    hint: '例如：这一句很要紧，我转给值长会',
    note: '只有作者和支部负责人看得到。',
    action: '回复',
    ...NOTHING,
  },
  return: {
    kind: 'return',
    title: '退回给他改',
    hint: '写清哪一处、怎么改',
    note: '他看得到原因，原稿一字不丢。已经分享的，支部的人也看不到了。',
    action: '退回',
    presets: ['有工作秘密：', '图片看不清：'],
    uses: [],
  },
  use: {
    kind: 'use',
    title: '记下用在哪里',
    hint: '例如：3月26日刊出，署名',
    note: '他会看到用在了哪里。',
    action: '记下',
    presets: [],
    uses: [
      { where: 'channel', text: '党务清风' },
      { where: 'elsewhere', text: '其他地方' },
    ],
  },
  settle: {
    kind: 'settle',
    title: '写下处理结果',
    hint: '例如：3月18日检修换了灯，写了回单',
    note: '报的人会看到。',
    action: '办结',
    ...NOTHING,
  },
};

/** What was done, and when the author hears of it. */
export function doneText(what: string, reachesAtMs: number | null, nowMs: number): string {
  if (reachesAtMs === null) return `${what}。`;
  return reachesAtMs <= nowMs
    ? `${what}，他现在就收到。`
    : `${what}。${momentText(reachesAtMs, nowMs)} 送到，那时他醒着、不在岗。`;
}

export const DONE_TEXT = {
  answer: '已回复',
  return: '已退回',
  approve: '记下了，没有问题',
  ask: '已问他要不要分享',
  use: '记下了',
  settle: '已办结',
} as const;
