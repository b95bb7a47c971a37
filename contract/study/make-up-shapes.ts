import * as v from 'valibot';
import { MAKE_UP_CAUSES } from '../../domain/study/make-up';
import { LONGEST_PIECE_MINUTES, QUESTION_KINDS } from '../../domain/study/make-up-quiz';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';

/** Most characters (UTF-16 units) of what a make-up is made of. */
export const MAKE_UP_CHARACTERS = { text: 1500, question: 120, option: 60, why: 300 } as const;
/** Of one's own words that end a make-up. docs/rules.md#R-101 */
export const MAKE_UP_NOTE = { least: 50, most: 500 } as const;
export const MOST_PIECES = 8;
export const MOST_QUESTIONS = 8;
export const OPTIONS = { least: 2, most: 6 } as const;

const Minutes = v.pipe(Count, v.minValue(1), v.maxValue(LONGEST_PIECE_MINUTES));
const Url = v.pipe(v.string(), v.regex(/^https:\/\/[^\s]{1,500}$/u));

/** What is read in a few minutes: words, or a public link (docs/rules.md#R-30). */
const Piece = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    pieceId: Id,
    title: Words(MOST_CHARACTERS.material),
    minutes: Minutes,
    text: Words(MAKE_UP_CHARACTERS.text),
  }),
  v.strictObject({
    kind: v.literal('link'),
    pieceId: Id,
    title: Words(MOST_CHARACTERS.material),
    minutes: Minutes,
    url: Url,
  }),
]);

/** As an officer writes it, also for a contest. docs/rules.md#R-102 */
export const QuizQuestion = v.strictObject({
  questionId: Id,
  kind: v.picklist(QUESTION_KINDS),
  text: Words(MAKE_UP_CHARACTERS.question),
  options: v.pipe(
    v.array(
      v.strictObject({
        optionId: Id,
        text: Words(MAKE_UP_CHARACTERS.option),
        isRight: v.boolean(),
      }),
    ),
    v.minLength(OPTIONS.least),
    v.maxLength(OPTIONS.most),
  ),
  why: Words(MAKE_UP_CHARACTERS.why),
});

/** As an officer writes it; without questions one's own words end the make-up. */
export const MakeUpContent = v.strictObject({
  pieces: v.pipe(v.array(Piece), v.minLength(1), v.maxLength(MOST_PIECES)),
  questions: v.pipe(v.array(QuizQuestion), v.maxLength(MOST_QUESTIONS)),
});
export type MakeUpContent = v.InferOutput<typeof MakeUpContent>;

/** As an answer names it, to officers. */
export const ShownQuizQuestion = v.strictObject({
  questionId: Id,
  kind: growing(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.strictObject({ optionId: Id, text: v.string(), isRight: v.boolean() })),
  why: v.string(),
});

/** As an answer names it, to officers. */
export const ShownMakeUpContent = v.strictObject({
  pieces: v.array(
    v.strictObject({
      kind: growing(['text', 'link']),
      pieceId: Id,
      title: v.string(),
      minutes: Count,
      text: v.optional(v.string()),
      url: v.optional(v.string()),
    }),
  ),
  questions: v.array(ShownQuizQuestion),
});
export type ShownMakeUpContent = v.InferOutput<typeof ShownMakeUpContent>;

export const ShownMakeUpCause = growing(MAKE_UP_CAUSES);
export type ShownMakeUpCause = v.InferOutput<typeof ShownMakeUpCause>;

export const MAKE_UP_WAYS = ['quiz', 'note'] as const;
export const ShownMakeUpWay = growing(MAKE_UP_WAYS);

/** Beside a study of mine, where there is one. */
export const MyMakeUp = v.strictObject({
  /** At this instant it is over. */
  untilAtMs: AtMs,
  doneAtMs: v.nullable(AtMs),
});
