import type { OutputOf } from '../../../../contract/action';
import type { myComments } from '../../../../contract/content/comments';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
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

/** The newest first, with which item each stands under, or that it went with it. */
export function toView(state: Shown<MyPage>, more: readonly MyPage[], nowMs: number): MineView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const all = pages.flatMap(({ comments }) => comments);
  if (all.length === 0) {
    return { kind: 'empty', text: '还没有写过。打开党务清风里的一条，下面就能写。' };
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
