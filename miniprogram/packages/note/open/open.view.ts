import type { OutputOf } from '../../../../contract/action';
import type { NoteDetail } from '../../../../contract/note/note-shapes';
import type { noteDetail } from '../../../../contract/note/writing';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { toExchangeView, type ExchangeView } from './exchange/exchange.view';
import { authorText, NOTE_TYPE_TEXT, ownBadge } from '../../../text/note';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';
import {
  toPictures,
  toRemarks,
  usesOf,
  type PictureView,
  type RemarkView,
} from '../../../text/note-parts';

/** Whoever sees it in a chat learns nothing of the note, its author or the branch. */
export const CARD = { title: '清风：请你看一篇心得', imageUrl: '/packages/note/card.png' } as const;

export type Detail = OutputOf<typeof noteDetail>;

/** The question to the author. */
export interface AskView {
  readonly title: string;
  readonly what: string;
  readonly until: string;
  readonly unsigned: string;
}

export interface OpenContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly author: string;
  readonly initial: string;
  readonly place: string;
  readonly badge: Badge | null;
  readonly title: string;
  readonly about: string;
  readonly text: string;
  readonly pictures: readonly PictureView[];
  readonly checks: string;
  readonly ask: AskView | null;
  readonly sharing: string;
  readonly uses: readonly string[];
  readonly remarks: readonly RemarkView[];
  readonly earlier: readonly {
    readonly version: number;
    readonly title: string;
    readonly when: string;
    readonly text: string;
  }[];
  readonly canChange: boolean;
  readonly canStopSharing: boolean;
  readonly canTakeBack: boolean;
  /** Whether a card of it may go to a chat. docs/rules.md#R-264 */
  readonly canPass: boolean;
  readonly exchange: ExchangeView | null;
}

export type OpenView = Placeholder | OpenContent;

export const opening: OpenView = { kind: 'loading' };
export const unknownDetail: Shown<Detail> = { kind: 'loading' };

/** It is not known here whether there is such a note: only who may see one is told. */
export const NOT_SHOWN: Shown<Detail> = {
  kind: 'not-yours',
  text: '这篇没有分享给支部，或者作者已经收回。想看的话，请作者分享。',
};

export function toOpenView(state: Shown<Detail>, nowMs: number): OpenView {
  if (state.kind !== 'known') return state;
  const { note } = state.output;
  const { isMine, type, state: standing, sharing } = note;
  const name = authorText(note.authorName, note.crewName);
  const pending = note.pictures.filter(({ check }) => check === 'pending').length;
  const badge = { state: standing, type, pending, isShared: sharing !== null };
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    author: name,
    initial: name.slice(0, 1),
    place: placeText(note, nowMs),
    badge: isMine ? ownBadge(badge) : null,
    title: note.title,
    about: note.studyTopic ?? NOTE_TYPE_TEXT[type],
    text: note.text,
    pictures: toPictures(note),
    checks: isMine ? checksText(note) : '',
    ask: isMine && note.ask !== null ? toAsk(note, note.ask, nowMs) : null,
    sharing: isMine ? sharingText(note, nowMs) : '',
    uses: usesOf(note),
    remarks: toRemarks(note.remarks, nowMs),
    earlier: note.earlier.map(({ version, title, text, handedInAtMs }) => ({
      version,
      title,
      text,
      when: `${momentText(handedInAtMs, nowMs)} 交`,
    })),
    canChange: isMine && ['to-read', 'answered', 'returned'].includes(standing),
    canStopSharing: isMine && sharing !== null,
    canTakeBack: isMine && standing !== 'taken-back',
    canPass: sharing !== null,
    exchange: toExchangeView(note, nowMs),
  };
}

function placeText(
  { crewName, authorName, handedInAtMs, type }: NoteDetail,
  nowMs: number,
): string {
  const when = `${momentText(handedInAtMs, nowMs)} ${type === 'hazard' ? '报' : '交'}`;
  // Without a name the crew stands in its place.
  return crewName === null || authorName === '' ? when : `${crewName} · ${when}`;
}

function checksText({ textCheck, pictures }: NoteDetail): string {
  const states = [textCheck, ...pictures.map(({ check }) => check)];
  if (states.includes('refused')) return '有图没有通过微信的检查，换一张再交。';
  if (states.includes('to-look-at')) return '微信没有给出结论，等负责人看一眼。不用你做什么。';
  if (states.includes('pending')) return '图还在检查，最多半小时。不用你做什么。';
  return pictures.length === 0 ? '文字已通过检查。' : `文字和 ${pictures.length} 张图已通过检查。`;
}

function toAsk(
  { crewName }: NoteDetail,
  { byName, scope, untilAtMs }: NonNullable<NoteDetail['ask']>,
  nowMs: number,
): AskView {
  return {
    title: `${byName}想分享这一篇`,
    what: scope === 'branch' ? '放进支部分享，支部的人都看得到。' : BEYOND_TEXT,
    until: `${momentText(untilAtMs, nowMs)} 前回复。不回复就不放，不影响别的。`,
    unsigned: authorText('', crewName),
  };
}

const BEYOND_TEXT = '放进支部分享，也可能用在党务清风。用之前党委工作部还要再看一遍。';

function sharingText({ sharing, crewName }: NoteDetail, nowMs: number): string {
  if (sharing === null) return '';
  const name = sharing.isSigned ? '署你的名字' : `只写“${authorText('', crewName)}”`;
  return `${momentText(sharing.atMs, nowMs)} 起支部的人看得到，${name}。`;
}

export const stopQuestion: Question = {
  title: '撤回分享',
  content:
    '支部的人看不到了，你和负责人还看得到。下面的回复和感谢也不再显示，只留在写的人自己那里。已经用到别处的，收不回来。',
  confirmBtn: '撤回',
  cancelBtn: '先不',
};

export const takeBackQuestion: Question = {
  title: '收回这一篇',
  content: '负责人和支部的人都看不到了。你这里也不再列出，要留的话先复制下来。',
  confirmBtn: '收回',
  cancelBtn: '先不',
};

export const ANSWERED_TEXT = {
  signed: '已经分享，署你的名字。随时能撤回。',
  unsigned: '已经分享，没有写你的名字。随时能撤回。',
  decline: '好的，不分享。',
} as const;
export const STOPPED_TEXT = '已经撤回，支部的人看不到了。';
export const REPLY_BACK_TEXT = '你的回复已经收回。';
