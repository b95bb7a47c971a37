import type { OutputOf } from '../../../../contract/action';
import type { commentsToCheck, decideComment } from '../../../../contract/content/comments';
import type { CommentToCheck } from '../../../../contract/content/comment-shapes';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { nearText } from '../../../text/when';

export type ToCheck = OutputOf<typeof commentsToCheck>;

interface Row {
  readonly key: string;
  readonly commentId: string;
  /** '' of a comment itself. */
  readonly answerId: string;
  readonly name: string;
  readonly note: string;
  readonly above: string;
  readonly answers: string;
  readonly text: string;
  readonly asks: string;
  readonly unsure: string;
  /** Why the reader may not check it; '' where they may. */
  readonly notYours: string;
}

interface ToCheckContent {
  readonly kind: 'content';
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}
export type ToCheckView = Placeholder | ToCheckContent;

export const opening: ToCheckView = { kind: 'loading' };
export const unknownToCheck: Shown<ToCheck> = { kind: 'loading' };
export const noMorePages: readonly ToCheck[] = [];

/** The longest waiting first. */
export function toView(
  state: Shown<ToCheck>,
  more: readonly ToCheck[],
  nowMs: number,
): ToCheckView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const rows = pages.flatMap(({ comments }) => comments.map((each) => toRow(each, nowMs)));
  if (rows.length === 0) return { kind: 'empty', text: '没有等你看的。有人写了，会出现在这里。' };
  return { kind: 'content', rows, hasMore: (pages.at(-1)?.nextCursor ?? null) !== null };
}

function toRow(comment: CommentToCheck, nowMs: number): Row {
  const { commentId, answerId, itemTitle, name, branchName, text, answersText } = comment;
  const { saidAtMs, wantsAnswer, isUnsure, isMine } = comment;
  return {
    key: `${commentId}-${answerId ?? ''}`,
    commentId,
    answerId: answerId ?? '',
    name: answerId === null ? name : `网评员 ${name}`,
    note: `${branchName} · ${nearText(saidAtMs, nowMs)}`,
    above: `《${itemTitle}》`,
    answers: answersText === null ? '' : `回答：${answersText}`,
    text,
    asks: wantsAnswer ? '希望有人回答' : '',
    unsure: isUnsure ? '微信说不准，或者没有回答，请你看仔细再定。' : '',
    notYours: isMine ? '你自己写的，请书记或另一位宣传委员来看。' : '',
  };
}

export const REFUSE_SHEET = {
  title: '不显示这一条',
  hint: '哪一处不合适',
  note: '写的人看得到原因，写的都还在，可以改了再交。',
  action: '不显示',
} as const;

export const DONE_TEXT = { show: '已显示', refuse: '没有显示，写的人会收到原因' } as const;
export const DECIDE_ERRORS: ErrorTexts<typeof decideComment> = {
  'own-words': '你自己写的，请书记或另一位宣传委员来看。',
  'not-at-this-step': '刚刚有人看过，或者写的人收回了。已经换成现在的样子。',
  'item-gone': '这一条不在栏目里了，下面写的跟着撤下了，不用再看。',
  'written-before': '上一次其实已经办了，写的人看到的是先写的原因，这次写的没有存。',
};
