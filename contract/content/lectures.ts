import * as v from 'valibot';
import { LECTURE_LIMITS } from '../../domain/content/contest/lecture';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Nothing, Words } from '../fields';
import { growing } from '../growing';
import { ANY_MEMBER } from '../roles';
import {
  Criterion,
  JudgedMarks,
  LECTURE_CHARACTERS,
  LectureResult,
  Mark,
  ShownJudge,
  ShownLecture,
  ShownLectureState,
  WrittenLecture,
} from './lecture-shapes';

const fn = 'content';
const Criteria = v.array(
  v.strictObject({ ...Criterion.entries, title: v.string(), text: v.string(), points: Count }),
);

/** One contest of lectures: criteria, panel, one's own lecture, what one judges, and awards by consent. */
export const lectureContest = defineAction({
  fn,
  name: 'lectureContest',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    contestId: Id,
    branchId: Id,
    title: v.string(),
    state: ShownLectureState,
    startAtMs: AtMs,
    endAtMs: AtMs,
    judgeByMs: AtMs,
    byName: v.string(),
    calledOff: v.nullable(v.strictObject({ byName: v.string(), reason: v.string() })),
    canWrite: v.boolean(),
    /** Of this branch, and not of the panel. */
    mayEnter: v.boolean(),
    criteria: Criteria,
    awards: v.array(v.strictObject({ name: v.string(), places: Count })),
    tieCriterionId: v.nullable(Id),
    judges: v.array(ShownJudge),
    /** How many marks are in, of how many. */
    marked: v.strictObject({ done: Count, of: Count }),
    entered: Count,
    /** Who took part, by name; title and award of those who agreed, once it is judged. docs/rules.md#R-305 */
    people: v.array(
      v.strictObject({
        name: v.string(),
        title: v.nullable(v.string()),
        award: v.nullable(v.string()),
      }),
    ),
    mine: v.nullable(
      v.strictObject({
        ...ShownLecture.entries,
        revision: Count,
        isWithdrawn: v.boolean(),
        isShared: v.boolean(),
        result: v.nullable(LectureResult),
      }),
    ),
    /** null: the caller judges nothing here. */
    toJudge: v.nullable(
      v.array(
        v.strictObject({
          lectureId: Id,
          name: v.string(),
          title: v.string(),
          mine: growing(['to-mark', 'marked', 'aside']),
        }),
      ),
    ),
    /** Who may judge instead, for who writes it. */
    instead: v.array(v.strictObject({ memberId: Id, name: v.string() })),
  }),
  errors: [],
});

/** One lecture, for who judges it: their own marks, those of the others once it is judged. docs/rules.md#R-302 */
export const lecture = defineAction({
  fn,
  name: 'lecture',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id, lectureId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    ...ShownLecture.entries,
    name: v.string(),
    state: ShownLectureState,
    judgeByMs: AtMs,
    criteria: Criteria,
    isWithdrawn: v.boolean(),
    /** Why the caller does not mark it; null: they do. */
    aside: v.nullable(v.string()),
    mine: v.nullable(v.strictObject({ atMs: AtMs, marks: JudgedMarks.entries.marks })),
    others: v.array(JudgedMarks),
  }),
  errors: [
    /** The caller is not of the panel, or no more. */
    'not-a-judge',
  ],
});

/** Enters a lecture, or writes it anew while they are taken in. */
export const enterLecture = defineAction({
  fn,
  name: 'enterLecture',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({
    contestId: Id,
    /** The one that stood on the phone; 0: there was none. */
    revision: Count,
    lecture: WrittenLecture,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** Of another branch. */
    'not-asked',
    /** Who judges does not enter. */
    'judges-do-not-enter',
    /** detail.startAtMs */
    'not-started',
    /** detail.endAtMs; what was entered before stands. */
    'entries-closed',
    'contest-called-off',
    /** The document is not in force in the library of the branch. */
    'no-such-document',
    /** Another phone of the person has written since. */
    'changed-meanwhile',
    /** detail.most */
    'too-many-lectures',
  ],
});

/** Until it is judged. Repeated, it does nothing more. */
export const withdrawLecture = defineAction({
  fn,
  name: 'withdrawLecture',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id }),
  output: Nothing,
  errors: ['not-entered', 'contest-over'],
});

/** Whether others see title and award; said as often as one likes. docs/rules.md#R-305 */
export const shareLecture = defineAction({
  fn,
  name: 'shareLecture',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id, isShared: v.boolean() }),
  output: Nothing,
  errors: ['not-entered'],
});

/** Marks a lecture, or says that one has a stake in it and does not. docs/rules.md#R-302 */
export const judgeLecture = defineAction({
  fn,
  name: 'judgeLecture',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({
    contestId: Id,
    lectureId: Id,
    judgement: v.variant('kind', [
      v.strictObject({
        kind: v.literal('marks'),
        /** When the caller's marks that stood on the phone were given; left out: none stood there. */
        insteadOfAtMs: v.optional(AtMs),
        marks: v.pipe(v.array(Mark), v.minLength(1), v.maxLength(LECTURE_LIMITS.criteria)),
      }),
      v.strictObject({ kind: v.literal('stake'), reason: Words(LECTURE_CHARACTERS.reason) }),
    ]),
  }),
  output: v.strictObject({ atMs: AtMs, isJudged: v.boolean() }),
  errors: [
    'not-a-judge',
    /** Lectures are still taken in; detail.endAtMs */
    'not-yet',
    /** detail.hasMarks: 1 when what the caller gave before counts, else 0. */
    'judging-over',
    'contest-called-off',
    'withdrawn',
    /** A criterion is missing, or is none of these, or has more points than it can have. */
    'bad-marks',
    /** The caller said before that they have a stake in it. */
    'stood-aside',
    /** Another phone of the caller has marked it since. */
    'changed-meanwhile',
  ],
});

export const lectureActions = {
  lectureContest,
  lecture,
  enterLecture,
  withdrawLecture,
  shareLecture,
  judgeLecture,
} as const;
