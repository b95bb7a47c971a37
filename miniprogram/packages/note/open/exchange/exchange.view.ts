import type { removeReply, replyToNote, thankForNote } from '../../../../../contract/note/exchange';
import type { NoteDetail, NoteExchange } from '../../../../../contract/note/note-shapes';
import { RESPONSE_LIMITS } from '../../../../../domain/note/response';
import type { ErrorTexts } from '../../../../text/errors';
import { momentText } from '../../../../text/when';
import { writtenBeforeText } from '../../../../text/written-before';

export interface ReplyView {
  readonly replyId: string;
  readonly who: string;
  readonly when: string;
  readonly text: string;
  readonly canTakeBack: boolean;
  readonly canRemove: boolean;
  /** By whom and why it was removed; '' while it stands. */
  readonly removed: string;
}

export interface ExchangeView {
  readonly noteId: string;
  readonly canReply: boolean;
  readonly canThank: boolean;
  readonly hasThanked: boolean;
  readonly thank: string;
  readonly thankNote: string;
  /** Who has thanked, for the author; '' for everybody else. */
  readonly thanks: string;
  readonly replies: readonly ReplyView[];
  /** Under what name a reply goes. */
  readonly signNote: string;
}

/** Null where the note is not shared, or functions are older. */
export function toExchangeView(note: NoteDetail, nowMs: number): ExchangeView | null {
  const { exchange, noteId, isMine, sharing } = note;
  if (exchange === undefined) return null;
  const hasThanked = exchange.hasThanked === true;
  const isUnsigned = isMine && sharing?.isSigned === false;
  return {
    noteId,
    canReply: exchange.canReply,
    canThank: exchange.canReply && exchange.hasThanked !== null,
    hasThanked,
    thank: hasThanked ? '谢过了，点这里收回' : '谢谢你写的',
    thankNote: '只有作者知道谁谢过，别人看不到，不计数。',
    thanks: thanksText(exchange),
    replies: exchange.replies.map((reply) => toReply(reply, nowMs)),
    signNote: isUnsigned
      ? '这一篇没有署名。回复写着你的名字，别在话里说出是你写的。'
      : '回复写着你的名字，支部的人看得到，随时能收回。',
  };
}

function thanksText({ thanks }: NoteExchange): string {
  if (thanks === null) return '';
  return thanks.length === 0
    ? '还没有人谢过。'
    : `${thanks.map(({ name, crewName }) => whoText(name, crewName)).join('、')} 谢谢你写的。`;
}

function toReply(reply: NoteExchange['replies'][number], nowMs: number): ReplyView {
  const { replyId, name, crewName, text, atMs, isMine, canRemove, removal } = reply;
  return {
    replyId,
    who: isMine ? '你' : whoText(name, crewName),
    when: momentText(atMs, nowMs),
    text,
    canTakeBack: isMine && removal === null,
    canRemove,
    removed:
      removal === null ? '' : `${removal.byName}撤下的：${removal.reason}。现在只有你看得到。`,
  };
}

/** '李强（三值）'. */
const whoText = (name: string, crewName: string | null): string =>
  crewName === null ? name : `${name}（${crewName}）`;

export const replyErrors = {
  'words-refused': '有的话没有通过微信的检查，换个说法再发。你写的还在。',
  'words-unsure': '微信拿不准这几句，或者这会儿没有回话。换个说法，或者过一会儿再发。你写的还在。',
  'too-many-own': `你在这一篇下面已经有 ${RESPONSE_LIMITS.ofWriter} 条。收回一条，再发这条。`,
  'too-many': '这一篇的回复已经满了，当面和作者说吧。',
  'written-before': '上一次其实已经发出去了，是改之前的话，就在下面。要改，收回那条再发。',
} satisfies ErrorTexts<typeof replyToNote>;

export const thankErrors = {
  'own-note': '这一篇是你自己写的，不用谢。返回刷新看看。',
} satisfies ErrorTexts<typeof thankForNote>;

export const removeErrors = {
  'own-note': '这一篇是你写的，下面的回复请别的支部委员来看。',
  'own-reply': '这条是你自己写的，点“收回”。',
  'written-before': writtenBeforeText('撤下'),
} satisfies ErrorTexts<typeof removeReply>;

export const REMOVE_SHEET = {
  title: '撤下这条回复',
  note: '写的人会看到是谁撤的、为什么。别人都看不到了。',
  hint: '例如：写了别人的私事',
  action: '撤下',
} as const;
export const SENT_TEXT = '已经发出，支部的人看得到。';
export const REMOVED_TEXT = '已经撤下，写的人会收到原因。';
