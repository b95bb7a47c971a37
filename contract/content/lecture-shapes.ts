import * as v from 'valibot';
import { LECTURE_LIMITS, LECTURE_STATES } from '../../domain/content/contest/lecture';
import { AtMs, Count, Id, Words } from '../fields';
import { growing, NewerKind } from '../growing';
import { MOST_CHARACTERS } from '../limits';

/** Most characters of what is written in a contest of lectures. */
export const LECTURE_CHARACTERS = {
  criterion: 20,
  criterionText: 200,
  award: 12,
  outline: 2000,
  link: 300,
  reason: 200,
} as const;

export const ShownLectureState = growing(LECTURE_STATES);
export type ShownLectureState = v.InferOutput<typeof ShownLectureState>;

const { criteria, awards, judges } = LECTURE_LIMITS;
const upTo = (most: number) => v.pipe(Count, v.minValue(1), v.maxValue(most));

/** What is judged, and with how many points at most. docs/rules.md#R-300 */
export const Criterion = v.strictObject({
  criterionId: Id,
  title: Words(LECTURE_CHARACTERS.criterion),
  text: Words(LECTURE_CHARACTERS.criterionText),
  points: upTo(LECTURE_LIMITS.points),
});
export type Criterion = v.InferOutput<typeof Criterion>;

/** How many get it at most, but for who is equal. docs/rules.md#R-303 */
export const Award = v.strictObject({
  name: Words(LECTURE_CHARACTERS.award),
  places: upTo(LECTURE_LIMITS.places),
});

/** What an officer writes. Instants. docs/rules.md#R-300 */
export const LectureDraft = v.strictObject({
  title: Words(MOST_CHARACTERS.title),
  startAtMs: AtMs,
  endAtMs: AtMs,
  judgeByMs: AtMs,
  criteria: v.pipe(v.array(Criterion), v.minLength(1), v.maxLength(criteria)),
  awards: v.pipe(v.array(Award), v.minLength(1), v.maxLength(awards)),
  /** Of equals who has more of it is before; null: equals stay equal. */
  tieCriterionId: v.nullable(Id),
  judgeIds: v.pipe(v.array(Id), v.minLength(judges.least), v.maxLength(judges.most)),
});
export type LectureDraft = v.InferOutput<typeof LectureDraft>;

const Link = v.pipe(
  v.string(),
  v.startsWith('https://mp.weixin.qq.com/'),
  v.maxLength(LECTURE_CHARACTERS.link),
  v.regex(/^\S+$/u),
);

/** What somebody enters. docs/rules.md#R-301 */
export const WrittenLecture = v.strictObject({
  title: Words(MOST_CHARACTERS.title),
  outline: Words(LECTURE_CHARACTERS.outline),
  minutes: v.pipe(
    Count,
    v.minValue(LECTURE_LIMITS.minutes.least),
    v.maxValue(LECTURE_LIMITS.minutes.most),
  ),
  source: v.nullable(
    v.variant('kind', [
      /** In force in the library of the branch. */
      v.strictObject({ kind: v.literal('document'), documentId: Id }),
      v.strictObject({ kind: v.literal('link'), url: Link }),
    ]),
  ),
});
export type WrittenLecture = v.InferOutput<typeof WrittenLecture>;

export const ShownLecture = v.strictObject({
  lectureId: Id,
  title: v.string(),
  outline: v.string(),
  minutes: Count,
  source: v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('document'), documentId: Id, title: v.string() }),
      v.strictObject({ kind: v.literal('link'), url: v.string() }),
      NewerKind,
    ]),
  ),
});
export type ShownLecture = v.InferOutput<typeof ShownLecture>;

/** Of one judge, by criterion. */
export const Mark = v.strictObject({
  criterionId: Id,
  points: v.pipe(Count, v.maxValue(LECTURE_LIMITS.points)),
  reason: Words(LECTURE_CHARACTERS.reason),
});
export type Mark = v.InferOutput<typeof Mark>;

/** As it is read: limits are the function's business. */
export const JudgedMarks = v.strictObject({
  judgeName: v.string(),
  marks: v.array(v.strictObject({ criterionId: Id, points: Count, reason: v.string() })),
});
export type JudgedMarks = v.InferOutput<typeof JudgedMarks>;

export const ShownJudge = v.strictObject({
  memberId: Id,
  name: v.string(),
  /** Why they judge no more; null: they do, as far as they are in the branch. */
  relieved: v.nullable(v.string()),
  hasLeft: v.boolean(),
});

/** For who has entered it, once it is judged. */
export const LectureResult = v.strictObject({
  /** In hundredths of a point; null: too few have marked it. docs/rules.md#R-303 */
  score: v.nullable(
    v.strictObject({
      total: Count,
      byCriterion: v.array(v.strictObject({ criterionId: Id, hundredths: Count })),
    }),
  ),
  award: v.nullable(v.string()),
  judgements: v.array(JudgedMarks),
});
