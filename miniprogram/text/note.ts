import type {
  NoteRow,
  Remark,
  ShownNoteState,
  ShownNoteType,
  ShownRemarkKind,
} from '../../contract/note/note-shapes';
import { NOTE_TYPE_TEXT as IN_DOCUMENTS } from '../../contract/note/note-types.text';
import type { Badge } from './fit';

export const NOTE_TYPE_TEXT: Readonly<Record<ShownNoteType, string>> = {
  ...IN_DOCUMENTS,
  newer: '投稿，升级后查看',
};

/** To officers. */
export const NOTE_STATE_TEXT: Readonly<Record<ShownNoteState, string>> = {
  'to-read': '待看',
  answered: '已回复',
  asked: '请求分享',
  returned: '退回',
  used: '已采用',
  'taken-back': '收回',
  newer: '新状态，升级后查看',
};

type Standing = Pick<NoteRow, 'state' | 'type' | 'pending' | 'isShared'>;

/** To the author: where it has come to. */
export function ownBadge({ state, type, pending, isShared }: Standing): Badge {
  switch (state) {
    case 'to-read':
      return pending > 0
        ? { text: '图还在检查', tone: 'plain' }
        : { text: '交了，等负责人看', tone: 'plain' };
    case 'answered':
      return { text: '支部已看', tone: 'ok' };
    case 'asked':
      return { text: '等你回复', tone: 'must' };
    case 'returned':
      return { text: '退回，原稿还在', tone: 'warn' };
    case 'used':
      return { text: usedText(type, isShared), tone: 'ok' };
    case 'taken-back':
      return { text: '收回了', tone: 'plain' };
    case 'newer':
      return { text: NOTE_STATE_TEXT.newer, tone: 'plain' };
  }
}

/** What `used` is called: a hazard is dealt with, a shared note shared, all else taken. */
export function usedText(type: ShownNoteType, isShared: boolean): string {
  if (type === 'hazard') return '已办结';
  return isShared ? '已分享' : '已采用';
}

export const USE_TEXT = {
  channel: '党务清风',
  elsewhere: '其他地方',
  'dealt-with': '处理结果',
  newer: '升级后查看',
} as const;

const REMARK_TEXT: Readonly<Record<ShownRemarkKind, string>> = {
  answer: '回复',
  return: '退回',
  ask: '请求分享',
  use: '采用',
  approve: '看过，没有问题',
  'picture-refused': '图没有通过检查',
  agree: '同意分享',
  decline: '这次不分享',
  'stop-sharing': '撤回了分享',
  newer: '升级后查看',
};

/** What somebody did, in a line: '孙玉梅 回复'. */
export function remarkTitle({ name, kind }: Remark): string {
  return `${name} ${REMARK_TEXT[kind]}`;
}

/** '二值一位同志' of an author who did not put their name to it. */
export function authorText(authorName: string, crewName: string | null): string {
  return authorName === '' ? `${crewName ?? '支部'}一位同志` : authorName;
}
