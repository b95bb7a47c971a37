import type { OutputOf } from '../../../../contract/action';
import type { makeUp } from '../../../../contract/study/make-up';
import { MAKE_UP_NOTE } from '../../../../contract/study/make-up-shapes';
import { quizMinutes } from '../made-up.view';
import type { Progress } from '../make-up-progress';

type MakeUp = OutputOf<typeof makeUp>;

export interface PieceRow {
  readonly pieceId: string;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'todo';
  /** Where the person stopped. */
  readonly isHere: boolean;
}

export interface Way {
  readonly way: 'quiz' | 'note';
  readonly title: string;
  readonly note: string;
}

/** What the one button does. */
export interface Next {
  readonly pieceId: string;
  readonly text: string;
  readonly note: string;
}

export function rowsOf({ pieces, doneAtMs }: MakeUp, { seen, at }: Progress): readonly PieceRow[] {
  const isBegun = seen.length > 0 || at !== null;
  const now = doneAtMs === null ? nextPiece(pieces, { seen, at }) : undefined;
  return pieces.map(({ pieceId, title, minutes, url }, index) => {
    const isSeen = seen.includes(pieceId) || doneAtMs !== null;
    const state = pieceId === now ? 'now' : isSeen ? 'done' : 'todo';
    const parts = [
      `${minutes} 分钟`,
      url === null ? '' : '公开链接',
      state === 'done' ? '看完了' : '',
    ];
    return {
      pieceId,
      number: index + 1,
      title,
      note: parts.filter((part) => part !== '').join(' · '),
      state,
      isHere: state === 'now' && isBegun,
    };
  });
}

/** The one that was opened last and not finished, else the first that was not; undefined: all are read. */
function nextPiece(
  pieces: MakeUp['pieces'],
  { seen, at }: Pick<Progress, 'seen' | 'at'>,
): string | undefined {
  const left = pieces.filter(({ pieceId }) => !seen.includes(pieceId));
  return (left.find(({ pieceId }) => pieceId === at) ?? left[0])?.pieceId;
}

export function waysOf({ questions, right }: MakeUp): readonly Way[] {
  const note: Way = {
    way: 'note',
    title: '写几句心得',
    note: `写写你们值上怎么做，${MAKE_UP_NOTE.least} 个字就行`,
  };
  if (questions.length === 0) return [note];
  const left = questions.filter(({ questionId }) => !right.includes(questionId)).length;
  const rest = left < questions.length && left > 0 ? `，还剩 ${left} 道` : '';
  return [
    {
      way: 'quiz',
      title: `做 ${questions.length} 道题`,
      note: `约 ${quizMinutes(questions.length)} 分钟，答错了讲清楚再来${rest}`,
    },
    note,
  ];
}

export function nextOf(output: MakeUp, progress: Progress): Next | null {
  const { pieces } = output;
  const pieceId = nextPiece(pieces, progress);
  const index = pieces.findIndex((piece) => piece.pieceId === pieceId);
  const piece = pieces[index];
  if (piece === undefined) return { pieceId: '', text: '', note: '现在停下也行，做到哪里都记着' };
  const isBegun = progress.seen.length > 0 || progress.at !== null;
  const offline = piece.url === null ? '，离线也能看' : '';
  return {
    pieceId: piece.pieceId,
    text: `${isBegun ? '接着看' : '先看'}第 ${index + 1} 段`,
    note: `约 ${piece.minutes} 分钟${offline}`,
  };
}

/** Of the way that is chosen, once everything is read. */
export const WAY_ACTION: Readonly<Record<Way['way'], string>> = {
  quiz: '去做题',
  note: '去写心得',
};
