import * as v from 'valibot';
import { MOST_PLANNED_DAYS } from '../../domain/study/candidate-starts';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Words } from '../fields';
import { MOST_CHARACTERS, STUDY_MINUTES } from '../limits';
import { Audience } from '../people/audience';
import { ROSTER_KEEPERS } from '../roles';
import { ShownStudyKind, StudyKind } from './study-shapes';

const fn = 'study';

const Minute = v.pipe(Count, v.maxValue(1440));

/** A study that is held every month, at times that are found anew each time. */
export const RecurringDraft = v.strictObject({
  topic: Words(MOST_CHARACTERS.title),
  why: v.optional(Words(MOST_CHARACTERS.body)),
  kind: StudyKind,
  minutes: v.pipe(Count, v.minValue(STUDY_MINUTES.least), v.maxValue(STUDY_MINUTES.most)),
  audience: Audience,
  place: Words(MOST_CHARACTERS.title),
  /** Of each month: from this day on, for so many days, sittings are looked for. */
  firstDate: v.pipe(Count, v.minValue(1), v.maxValue(28)),
  days: v.pipe(Count, v.minValue(1), v.maxValue(MOST_PLANNED_DAYS)),
  /** While the place is open. */
  startMinute: Minute,
  endMinute: Minute,
});
export type RecurringDraft = v.InferOutput<typeof RecurringDraft>;

/** Begins with the next month. The phone chooses the id: saving again changes what is there. */
export const saveRecurring = defineAction({
  fn,
  name: 'saveRecurring',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    recurringId: Id,
    recurring: RecurringDraft,
  }),
  output: v.strictObject({ nextDraftAtMs: AtMs }),
  errors: [
    'bad-audience',
    /** The place is not open for as long as a sitting takes. */
    'no-such-time',
    /** The branch has as many as it can have. */
    'too-many',
  ],
});

/** What is held every month, as it was begun. */
export const recurringStudies = defineAction({
  fn,
  name: 'recurringStudies',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    recurring: v.array(
      v.strictObject({
        recurringId: Id,
        topic: v.string(),
        kind: ShownStudyKind,
        place: v.string(),
        firstDate: Count,
        days: Count,
        nextDraftAtMs: AtMs,
        createdByName: v.string(),
      }),
    ),
  }),
  errors: [],
});

/** No further drafts; those that are there stay. */
export const endRecurring = defineAction({
  fn,
  name: 'endRecurring',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id), recurringId: Id }),
  output: v.strictObject({}),
  errors: [],
});

export const recurringActions = { saveRecurring, recurringStudies, endRecurring } as const;
