import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Cursor, Day, Id, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { PRESENTERS, ROSTER_KEEPERS } from '../roles';
import { ShiftLabel } from '../roster/shift';
import { Study, StudyDraft, ShownStudyState } from './study-shapes';

const fn = 'study';

/** That the phone shows; absent, as phones before 0.3.0 have it: whatever stands there. */
const ShownRevision = v.optional(Count);

/**
 * Creates or replaces a draft. The phone chooses the id, so that a retry makes one study; of one that
 * it has never saved the revision is 0.
 */
export const saveDraft = defineAction({
  fn,
  name: 'saveDraft',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    studyId: Id,
    revision: ShownRevision,
    draft: StudyDraft,
  }),
  output: v.strictObject({ study: Study }),
  errors: [
    /** A sitting ends before it starts, opens after it closes, or starts in the past. detail.sitting */
    'bad-sitting',
    'bad-audience',
    /** Already published: use changeStudy. */
    'already-published',
    'study-cancelled',
    /** Another officer has saved it since this phone read it. */
    'changed-meanwhile',
  ],
});

export const publishStudy = defineAction({
  fn,
  name: 'publishStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id, revision: ShownRevision }),
  output: v.strictObject({ study: Study, expected: Count }),
  errors: [
    'bad-sitting',
    'study-cancelled',
    'nobody-in-audience',
    /** It is not what this phone shows any more. */
    'changed-meanwhile',
  ],
});

/** Changes a published study; people already in keep their record. */
export const changeStudy = defineAction({
  fn,
  name: 'changeStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    revision: Count,
    draft: StudyDraft,
    /** Tells everybody of a change of mere words, too; what concerns them is told in any case. */
    isToldToAll: v.optional(v.boolean()),
  }),
  output: v.strictObject({ study: Study, expected: Count }),
  errors: [
    'bad-sitting',
    'bad-audience',
    'study-cancelled',
    /** Somebody else changed it since this phone read it. */
    'changed-meanwhile',
    /** A sitting where somebody is already in cannot be removed. detail.sitting */
    'sitting-in-use',
    /** The register is final; only corrections are possible. */
    'register-final',
  ],
});

export const cancelStudy = defineAction({
  fn,
  name: 'cancelStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id, reason: Words(MOST_CHARACTERS.reason) }),
  output: v.strictObject({ study: Study }),
  errors: [
    'register-final',
    /** It is cancelled already, with another reason, which stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** Studies of a branch with their counts, newest first. */
export const branchStudies = defineAction({
  fn,
  name: 'branchStudies',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    studies: v.array(
      v.strictObject({
        studyId: Id,
        /** With the groups or crews that it is for, where it is not for everybody. */
        topic: v.string(),
        kind: v.string(),
        state: ShownStudyState,
        firstStartAtMs: v.nullable(AtMs),
        sittings: Count,
        expected: Count,
        /** Who was there. */
        attended: Count,
        /** Who made it up afterwards; absent from functions before 0.3.0. */
        madeUp: v.optional(Count),
        isFinal: v.boolean(),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Who is in reach of a draft: crews, groups and people of the branch, to choose an audience from. */
export const audienceChoices = defineAction({
  fn,
  name: 'audienceChoices',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    total: Count,
    groups: v.array(v.strictObject({ groupId: Id, name: v.string(), count: Count })),
    crews: v.array(v.strictObject({ crewId: Id, name: v.string(), count: Count })),
    today: v.array(v.strictObject({ crewId: Id, day: Day, label: ShiftLabel })),
  }),
  errors: [],
});

export const studyWritingActions = {
  saveDraft,
  publishStudy,
  changeStudy,
  cancelStudy,
  branchStudies,
  audienceChoices,
} as const;
