import type { ShownComment, ShownCommentState } from '../../../contract/content/comment-shapes';
import type { ErrorTexts } from '../../text/errors';
import type { takeBackComment, decideComment } from '../../../contract/content/comments';
import type { Badge } from '../../text/fit';
import { nearText } from '../../text/when';
import { writtenBeforeText } from '../../text/written-before';

const STATE_BADGE: Readonly<Record<ShownCommentState, Badge>> = {
  waiting: { text: '待审', tone: 'warn' },
  shown: { text: '已显示', tone: 'ok' },
  refused: { text: '未通过', tone: 'must' },
  'taken-down': { text: '撤下了', tone: 'must' },
  'taken-back': { text: '收回了', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

type Said = Pick<
  ShownComment,
  'name' | 'branchName' | 'text' | 'saidAtMs' | 'isMine' | 'state' | 'reason' | 'mayTakeDown'
>;

interface SaidRow {
  readonly key: string;
  readonly commentId: string;
  /** '' of the comment itself. */
  readonly answerId: string;
  readonly name: string;
  readonly note: string;
  readonly text: string;
  /** Null of what others wrote. */
  readonly badge: Badge | null;
  readonly reason: string;
  readonly canTakeBack: boolean;
  readonly canTakeDown: boolean;
  /** It can be changed and handed in anew. */
  readonly canWriteAgain: boolean;
}

export interface CommentRow extends SaidRow {
  /** Of which item; '' where that is plain. */
  readonly above: string;
  readonly asks: string;
  readonly answers: readonly SaidRow[];
}

/** As it stands under its item, or, with what stands `above` it, among one's own. */
export function toCommentRow(comment: ShownComment, nowMs: number, above = ''): CommentRow {
  const { commentId, wantsAnswer, answers, state } = comment;
  return {
    ...toSaid(comment, commentId, '', nowMs),
    above,
    asks:
      wantsAnswer && answers.length === 0 && (state === 'shown' || state === 'waiting')
        ? '希望有人回答'
        : '',
    answers: answers.map((answer) => toSaid(answer, commentId, answer.answerId, nowMs)),
  };
}

function toSaid(said: Said, commentId: string, answerId: string, nowMs: number): SaidRow {
  const { name, branchName, text, saidAtMs, isMine, state, reason, mayTakeDown } = said;
  const isAnswer = answerId !== '';
  return {
    key: `${commentId}-${answerId}`,
    commentId,
    answerId,
    name: isAnswer ? `网评员 ${name}` : name,
    note: `${branchName} · ${nearText(saidAtMs, nowMs)}`,
    text,
    badge: isMine ? STATE_BADGE[state] : null,
    reason: reason === null ? '' : `原因：${reason}`,
    canTakeBack: isMine && (state === 'waiting' || state === 'shown' || state === 'refused'),
    canTakeDown: mayTakeDown,
    canWriteAgain: isMine && !isAnswer && (state === 'refused' || state === 'taken-down'),
  };
}

export const TAKE_BACK_QUESTION = {
  title: '收回这一条？',
  content: '收回以后谁都看不到，也找不回来。',
  confirmBtn: '收回',
  cancelBtn: '先不',
} as const;

export const TAKEN_BACK_TEXT = '收回了';
export const TAKEN_DOWN_TEXT = '撤下了，写的人看得到原因';

export const takeBackErrors = {
  'not-at-this-step': '负责人已经撤下这一条了，别人看不到。',
} satisfies ErrorTexts<typeof takeBackComment>;

export const takeDownErrors = {
  'own-words': '你自己写的，点“收回”就行。',
  'not-at-this-step': '刚刚有人动过，已经换成现在的样子。',
  'item-gone': '这一条不在栏目里了，下面写的跟着撤下了。',
  'written-before': writtenBeforeText('撤下'),
} satisfies ErrorTexts<typeof decideComment>;
