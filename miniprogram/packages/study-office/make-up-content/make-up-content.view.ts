import { MOST_CHARACTERS } from '../../../../contract/limits';
import {
  MAKE_UP_CHARACTERS,
  MOST_PIECES,
  MOST_QUESTIONS,
} from '../../../../contract/study/make-up-shapes';
import { LONGEST_PIECE_MINUTES } from '../../../../domain/study/make-up-quiz';
import { cleanWords } from '../../../../domain/words/clean-words';
import {
  questionFaults,
  questionViews,
  type QuestionView,
} from '../../../components/questions/questions.view';
import type { Placeholder } from '../../../state/shown';
import type { ContentForm, PieceForm } from './content-form';
import { wordsFault } from '../../../text/too-long';

export interface PieceView extends PieceForm {
  readonly number: number;
  readonly canRemove: boolean;
  readonly canLess: boolean;
  readonly canMore: boolean;
}

export interface ContentView {
  readonly kind: 'content';
  readonly topic: string;
  readonly pieces: readonly PieceView[];
  readonly questions: readonly QuestionView[];
  readonly canAddPiece: boolean;
  readonly canAddQuestion: boolean;
  readonly quizNote: string;
}

export function toContentView(form: ContentForm, topic: string): ContentView {
  const { pieces, questions } = form;
  return {
    kind: 'content',
    topic,
    pieces: pieces.map((piece, index) => ({
      ...piece,
      number: index + 1,
      canRemove: pieces.length > 1,
      canLess: piece.minutes > 1,
      canMore: piece.minutes < LONGEST_PIECE_MINUTES,
    })),
    questions: questionViews(questions),
    canAddPiece: pieces.length < MOST_PIECES,
    canAddQuestion: questions.length < MOST_QUESTIONS,
    quizNote:
      questions.length === 0
        ? '没有题，写几句心得就算补完'
        : `${questions.length} 道，答对才算补完`,
  };
}

/** What keeps it from being saved, by the field it is told at; the first is shown first. */
export function faultsOf({ pieces, questions }: ContentForm): Readonly<Record<string, string>> {
  return Object.fromEntries([...pieces.flatMap(pieceFaults), ...questions.flatMap(questionFaults)]);
}

type Fault = readonly [field: string, text: string];

function pieceFaults({ pieceId, kind, title, text, url }: PieceForm): readonly Fault[] {
  const faults: Fault[] = [];
  const titleFault = wordsFault(title, MOST_CHARACTERS.material, '还没写标题。');
  if (titleFault !== '') faults.push([`${pieceId}-title`, titleFault]);
  const fault = wordsFault(text, MAKE_UP_CHARACTERS.text, '还没写正文。');
  if (kind === 'text' && fault !== '') faults.push([`${pieceId}-text`, fault]);
  if (kind === 'link' && !/^https:\/\/[^\s]{1,500}$/u.test(cleanWords(url))) {
    faults.push([`${pieceId}-url`, '链接要以 https:// 开头，从浏览器里复制。']);
  }
  return faults;
}

export const CHANGED_BY_NEWER = '材料是新版本写的，这个版本改不了。换成新版再改。';
export const SAVED_TEXT = '已保存';
export const noFaults: Readonly<Record<string, string>> = {};
export const opening: Placeholder | ContentView = { kind: 'loading' };
