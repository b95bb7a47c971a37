import type { OutputOf } from '../../../../contract/action';
import type { makeUp } from '../../../../contract/study/make-up';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';

type MakeUp = OutputOf<typeof makeUp>;

export interface PieceContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly place: string;
  readonly bars: readonly ('done' | 'now' | 'todo')[];
  readonly title: string;
  readonly minutes: string;
  readonly text: string;
  /** The next one of words; '' when this is the last, or a link comes next. */
  readonly nextId: string;
  readonly action: string;
}

const GONE: Placeholder = { kind: 'empty', text: '这一段改过了。返回补学，看新的材料。' };

export function toView(
  state: Shown<MakeUp>,
  pieceId: string,
  seen: readonly string[],
  nowMs: number,
): Placeholder | PieceContent {
  if (state.kind !== 'known') return state;
  const { pieces } = state.output;
  const index = pieces.findIndex((piece) => piece.pieceId === pieceId);
  const piece = pieces[index];
  if (piece === undefined || piece.text === null) return GONE;
  const next = pieces[index + 1];
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    place: `第 ${index + 1} 段，共 ${pieces.length} 段`,
    bars: pieces.map((each) =>
      each === piece ? 'now' : seen.includes(each.pieceId) ? 'done' : 'todo',
    ),
    title: piece.title,
    minutes: `约 ${piece.minutes} 分钟`,
    text: piece.text,
    nextId: next?.text == null ? '' : next.pieceId,
    action: next?.text == null ? '看完了' : '看完了，下一段',
  };
}

export const unknownMakeUp: Shown<MakeUp> = { kind: 'loading' };
export const opening: Placeholder | PieceContent = { kind: 'loading' };
