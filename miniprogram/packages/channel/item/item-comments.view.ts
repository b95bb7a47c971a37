import type { CommentPage } from '../../../../contract/content/comment-shapes';
import type { WaitsFor } from '../../../api/outbox';
import { SENT_TEXT } from '../../../text/offline';
import { toCommentRow, type CommentRow } from '../comment-words.view';

export interface ItemCommentsView {
  /** A function that knows comments has answered, and the item is out. */
  readonly isOpen: boolean;
  readonly rows: readonly CommentRow[];
  readonly nothing: string;
  readonly hasMore: boolean;
  /** Of what this phone has begun or keeps. */
  readonly begun: string;
}

export const noComments: ItemCommentsView = {
  isOpen: false,
  rows: [],
  nothing: '',
  hasMore: false,
  begun: '',
};

export const noPages: readonly CommentPage[] = [];

interface Begun {
  /** What has to come before it goes out; null: it does not wait in the outbox. */
  readonly waitsFor: WaitsFor | null;
  readonly hasDraft: boolean;
}

/** The newest first; nobody is counted. docs/rules.md#R-269 */
export function toItemComments(
  pages: readonly CommentPage[],
  { waitsFor, hasDraft }: Begun,
  nowMs: number,
): ItemCommentsView {
  const rows = pages.flatMap(({ comments }) => comments.map((each) => toCommentRow(each, nowMs)));
  return {
    isOpen: pages.length > 0,
    rows,
    nothing: rows.length > 0 ? '' : '还没有人写。看了想到什么，写一句。',
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
    begun:
      waitsFor !== null
        ? `你写的一条存在手机里，${SENT_TEXT[waitsFor]}。`
        : hasDraft
          ? '你写了一半，还在手机里。'
          : '',
  };
}

export const TAKE_DOWN_SHEET = {
  title: '撤下这一条',
  hint: '例如：说到了别人的私事',
  note: '马上生效，别人不再看到。写的人看得到原因。',
  action: '撤下',
} as const;
