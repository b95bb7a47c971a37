import type { OutputOf } from '../../../../contract/action';
import type { myComments } from '../../../../contract/content/comments';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import { commentErrors } from '../../../text/comment-errors';
import { offlineText } from '../../../text/offline';
import type { leftDrafts } from '../comment-draft';
import { toCommentRow, type CommentRow } from '../comment-words.view';

export type MyPage = OutputOf<typeof myComments>;

export interface MineContent {
  readonly kind: 'content';
  readonly rows: readonly CommentRow[];
  readonly hasMore: boolean;
  readonly offline: string;
}
export type MineView = Placeholder | MineContent;

export const opening: MineView = { kind: 'loading' };
export const unknownComments: Shown<MyPage> = { kind: 'loading' };
export const noMorePages: readonly MyPage[] = [];

/** Words on this phone that the server has not. */
export interface LeftRow {
  /** The item, or the comment that is answered. */
  readonly about: string;
  readonly above: string;
  readonly text: string;
  readonly reason: string;
  /** '' where it cannot be handed in any more, or is not known what it was. */
  readonly url: string;
}
export const noneLeft: readonly LeftRow[] = [];

export const THROWN_TEXT = '扔掉了';
export const THROW_QUESTION: Question = {
  title: '扔掉这些话？',
  content: '只在这部手机里，扔掉就找不回来。',
  confirmBtn: '扔掉',
  cancelBtn: '先不',
};

/** docs/rules.md#R-335 */
export function toLeft(drafts: ReturnType<typeof leftDrafts>): readonly LeftRow[] {
  return drafts.map(({ about, draft: { text, itemTitle = '', isAnswer, refusedAs } }) => ({
    about,
    above: itemTitle === '' ? '' : `《${itemTitle}》`,
    text,
    reason: refusedAs === undefined ? '' : (REASONS[refusedAs] ?? ''),
    url:
      isAnswer === undefined || refusedAs === 'item-gone' ? '' : urlOf(about, isAnswer, itemTitle),
  }));
}

const REASONS: Readonly<Record<string, string>> = commentErrors;

function urlOf(about: string, isAnswer: boolean, itemTitle: string): string {
  const of = isAnswer
    ? `answersId=${about}`
    : `itemId=${about}&title=${encodeURIComponent(itemTitle)}`;
  return `/packages/channel/comment/comment?${of}`;
}

/**
 * The newest first, with which item each stands under, or that it went with it.
 * @param hasLeft words stand above that have not arrived
 */
export function toView(
  state: Shown<MyPage>,
  more: readonly MyPage[],
  nowMs: number,
  hasLeft = false,
): MineView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const all = pages.flatMap(({ comments }) => comments);
  if (all.length === 0) {
    const none = hasLeft ? '还没有交上去的。' : '还没有写过。打开党务清风里的一条，下面就能写。';
    return { kind: 'empty', text: none };
  }
  return {
    kind: 'content',
    rows: all.map((comment) => {
      const { itemTitle, isGone } = comment;
      const row = toCommentRow(
        comment,
        nowMs,
        `《${itemTitle}》${isGone ? '不在栏目里了，别人看不到' : ''}`,
      );
      return isGone ? { ...row, canWriteAgain: false, asks: '' } : row;
    }),
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}
