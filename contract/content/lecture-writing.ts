import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Nothing, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { CONTEST_WRITERS } from '../roles';
import { LectureDraft, ShownLectureState } from './lecture-shapes';

const fn = 'content';

/** A contest of lectures for who writes it, and who can judge; without an id for a new one. */
export const lectureForm = defineAction({
  fn,
  name: 'lectureForm',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({ branchId: v.optional(Id), contestId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    people: v.array(v.strictObject({ memberId: Id, name: v.string() })),
    stored: v.nullable(
      v.strictObject({ state: ShownLectureState, revision: Count, draft: LectureDraft }),
    ),
  }),
  errors: [],
});

/** Writes a draft, or writes it anew. The phone chooses the id: a retry writes nothing twice. */
export const saveLectureContest = defineAction({
  fn,
  name: 'saveLectureContest',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    contestId: Id,
    /** The one that stood on the phone; 0: it is new. */
    revision: Count,
    draft: LectureDraft,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** It ends before it starts, is longer than thirty days, or begins too far ahead. */
    'bad-window',
    /** Two criteria, awards or judges are the same, or the criterion for equals is none of them. */
    'bad-criteria',
    /** detail.memberId: is not in the branch. */
    'not-in-branch',
    'already-published',
    /** Somebody has dropped it, or called it off. */
    'contest-called-off',
    'changed-meanwhile',
  ],
});

/** From now on criteria and times stay as they are; the branch is told. Repeated, it does nothing more. */
export const publishLectureContest = defineAction({
  fn,
  name: 'publishLectureContest',
  allow: inBranch('contest', CONTEST_WRITERS),
  input: v.strictObject({ contestId: Id, revision: Count }),
  output: v.strictObject({ told: Count }),
  errors: [
    'changed-meanwhile',
    /** Its start lies in the past, or too far ahead by now. */
    'bad-window',
    'contest-called-off',
    /** detail.memberId: has left since. */
    'not-in-branch',
  ],
});

/** Somebody judges no more; what they marked no longer counts. docs/rules.md#R-304 */
export const relieveJudge = defineAction({
  fn,
  name: 'relieveJudge',
  allow: inBranch('contest', CONTEST_WRITERS),
  input: v.strictObject({
    contestId: Id,
    judgeId: Id,
    reason: Words(MOST_CHARACTERS.reason),
    /** Who judges instead. */
    insteadId: v.nullable(Id),
  }),
  output: Nothing,
  errors: [
    /** Nobody of the panel. */
    'not-a-judge',
    /** Relieved before, for another reason or with another instead. */
    'already-relieved',
    /** Fewer than three would judge. */
    'too-few-judges',
    'not-in-branch',
    /** Instead: judges already, or was relieved here. */
    'judges-already',
    /** Instead: has entered a lecture. */
    'has-entered',
    /** It is judged by now, or was called off, or is a draft. */
    'contest-over',
  ],
});

export const lectureWritingActions = {
  lectureForm,
  saveLectureContest,
  publishLectureContest,
  relieveJudge,
} as const;
