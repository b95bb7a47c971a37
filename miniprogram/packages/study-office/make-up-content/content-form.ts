import * as v from 'valibot';
import {
  MOST_PIECES,
  type MakeUpContent,
  type ShownMakeUpContent,
} from '../../../../contract/study/make-up-shapes';
import { LONGEST_PIECE_MINUTES } from '../../../../domain/study/make-up-quiz';
import { cleanWords } from '../../../../domain/words/clean-words';
import { QuestionForm, type NewId } from '../../../components/questions/question-form';

const PieceForm = v.object({
  pieceId: v.string(),
  kind: v.picklist(['text', 'link']),
  title: v.string(),
  minutes: v.number(),
  text: v.string(),
  url: v.string(),
});
export type PieceForm = v.InferOutput<typeof PieceForm>;

/** What is typed, as it stays in the phone until it is saved. */
export const ContentForm = v.object({
  /** The one that it changes. */
  revision: v.number(),
  pieces: v.array(PieceForm),
  questions: v.array(QuestionForm),
});
export type ContentForm = v.InferOutput<typeof ContentForm>;

/** What the server has, for typing; undefined where only a newer version knows a part of it. */
export function formOf(content: ShownMakeUpContent, revision: number): ContentForm | undefined {
  const pieces = content.pieces.map((piece) => ({ text: '', url: '', ...piece }));
  const form = v.safeParse(ContentForm, { revision, pieces, questions: content.questions });
  return form.success ? form.output : undefined;
}

/** Of what was never written: one empty piece to begin with. */
export const begun = (form: ContentForm, newId: NewId): ContentForm =>
  form.pieces.length > 0 ? form : withPiece(form, newId);

export function toContent({ pieces, questions }: ContentForm): MakeUpContent {
  return {
    pieces: pieces.map(({ kind, pieceId, title, minutes, text, url }) =>
      kind === 'text'
        ? { kind, pieceId, title, minutes, text }
        : { kind, pieceId, title, minutes, url: cleanWords(url) },
    ),
    questions,
  };
}

export function withPiece(form: ContentForm, newId: NewId): ContentForm {
  if (form.pieces.length >= MOST_PIECES) return form;
  const piece: PieceForm = {
    pieceId: newId(),
    kind: 'text',
    title: '',
    minutes: LONGEST_PIECE_MINUTES - 1,
    text: '',
    url: '',
  };
  return { ...form, pieces: [...form.pieces, piece] };
}

export const withoutPiece = (form: ContentForm, pieceId: string): ContentForm => ({
  ...form,
  pieces: form.pieces.filter((piece) => piece.pieceId !== pieceId),
});

export const changedPiece = (
  form: ContentForm,
  pieceId: string,
  change: Partial<PieceForm>,
): ContentForm => ({
  ...form,
  pieces: form.pieces.map((piece) => (piece.pieceId === pieceId ? { ...piece, ...change } : piece)),
});
