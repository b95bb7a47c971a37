import type { OutputOf } from '../../../../contract/action';
import type { myResponses } from '../../../../contract/note/exchange';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';

export type ResponsesPage = OutputOf<typeof myResponses>;

type Response = ResponsesPage['responses'][number];
type Kind = Response['kind'];

export interface ResponseRow {
  readonly responseId: string;
  /** '' where it is not to be opened any more. */
  readonly noteId: string;
  readonly about: string;
  readonly when: string;
  readonly text: string;
  readonly removed: string;
  readonly canTakeBack: boolean;
  readonly kind: Kind;
}

export interface ResponsesContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly hasMore: boolean;
}

export type ResponsesView = Placeholder | ResponsesContent;

export const opening: ResponsesView = { kind: 'loading' };
export const unknownResponses: Shown<ResponsesPage> = { kind: 'loading' };
export const TAKEN_BACK_TEXT = '已经收回，谁都看不到了。';

export const takeBackThanksQuestion: Question = {
  title: '收回感谢',
  content: '作者那里不再写着你谢过。',
  confirmBtn: '收回',
  cancelBtn: '先不',
};

/** @param nextCursor of the last page that came */
export function toResponsesView(
  state: Shown<ResponsesPage>,
  nextCursor: string | null,
  nowMs: number,
): ResponsesView {
  if (state.kind !== 'known') return state;
  if (state.output.responses.length === 0) {
    return { kind: 'empty', text: '还没有回应过。在“支部 · 支部的心得”里打开一篇，就能回一句。' };
  }
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    hasMore: nextCursor !== null,
  };
}

const ACT_TEXT = { reply: '回复', thanks: '谢过', newer: '新的回应，升级后查看' } as const;

/** Of a note that the reader may not open: whether others still see there what they gave. docs/rules.md#R-267 */
function outOfSightText({ isSharedElsewhere, removal, kind }: Response): string {
  if (isSharedElsewhere !== true || removal !== null) return '这一篇不再分享，话只留在你这里';
  return kind === 'thanks'
    ? '在你原来的支部还分享着，作者看得到你谢过'
    : '在你原来的支部还分享着，那里的人看得到这句话。不想留就收回';
}

export function toResponseRows({ responses }: ResponsesPage, nowMs: number): ResponseRow[] {
  return responses.map((response) => {
    const { responseId, kind, noteId, noteTitle, text, atMs, removal } = response;
    return {
      responseId,
      noteId: noteTitle === null ? '' : noteId,
      about: `${ACT_TEXT[kind]} · ${noteTitle ?? outOfSightText(response)}`,
      when: momentText(atMs, nowMs),
      text,
      removed: removal === null ? '' : `${removal.byName}撤下的：${removal.reason}`,
      canTakeBack: removal === null,
      kind,
    };
  });
}
