import type { OutputOf } from '../../../../contract/action';
import type { ShownCommentState } from '../../../../contract/content/comment-shapes';
import type { commentDetail, writeComment } from '../../../../contract/content/comments';
import type { WaitsFor } from '../../../api/outbox';
import type { Placeholder, Shown } from '../../../state/shown';
import { commentErrors } from '../../../text/comment-errors';
import type { ErrorTexts } from '../../../text/errors';
import { nearText } from '../../../text/when';

export type Detail = OutputOf<typeof commentDetail>;

export interface CommentContent {
  readonly kind: 'content';
  /** What is answered; null: it is a comment. */
  readonly asked: {
    readonly item: string;
    readonly name: string;
    readonly note: string;
    readonly text: string;
  } | null;
  readonly hint: string;
  readonly note: string;
  /** Why it cannot be answered; '' where it can. */
  readonly closed: string;
}

export type CommentView = Placeholder | CommentContent;

export const opening: CommentView = { kind: 'loading' };
export const unknownComment: Shown<Detail> = { kind: 'loading' };

const SIGNED = '你的名字和支部跟着这一条。宣传委员看过，别人才看得到。';

export const toWrite: CommentContent = {
  kind: 'content',
  asked: null,
  hint: '看了这一条，想到什么',
  note: SIGNED,
  closed: '',
};

export const ANSWER_TITLE = '回答感悟';

/** Of an answer to what somebody asked. */
export function toAnswer(state: Shown<Detail>, nowMs: number): CommentView {
  if (state.kind !== 'known') return state;
  const { itemTitle, comment, mayAnswer } = state.output;
  const { name, branchName, text, saidAtMs } = comment;
  return {
    kind: 'content',
    asked: {
      item: `《${itemTitle}》`,
      name,
      note: `${branchName} · ${nearText(saidAtMs, nowMs)}`,
      text,
    },
    hint: '回答他问的',
    note: SIGNED,
    closed: mayAnswer ? '' : '这一条不等你回答了：有人答过，或者你的任期不在今天。',
  };
}

export const WRITTEN_BEFORE = '这一条已经交上去了。返回看看，要补充就另写一条。';
export const WRITE_ERRORS: ErrorTexts<typeof writeComment> = {
  ...commentErrors,
  'item-gone': `${commentErrors['item-gone']}写的还在“我写的感悟”里，能复制走。`,
  'words-refused': `${commentErrors['words-refused']}写的都还在。`,
  'written-before': WRITTEN_BEFORE,
  'not-asked': `${commentErrors['not-asked']}返回刷新看看。`,
};

export const NOTHING_WRITTEN = '还没写，写一句再交。';
export const SENT_TEXT = '交上了，宣传委员看过就显示。';

/** What to say of words that the server has; '' where they were decided on before: nothing comes of them any more. */
export function sentText(state: ShownCommentState): string {
  if (state === 'shown') return '交上了，已经显示。';
  return state === 'waiting' || state === 'newer' ? SENT_TEXT : '';
}

export const KEPT_TEXT: Readonly<Record<WaitsFor, string>> = {
  network: '没有网，写的存在手机里了，有网自己交上去。',
  update: '这个版本太旧，写的存在手机里了，更新后自己交上去。',
  mending: '我们这边出了问题，写的存在手机里了，过一会儿自己再交。',
};
