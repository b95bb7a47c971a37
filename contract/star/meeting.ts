import * as v from 'valibot';
import { AFTER_LIMITS } from '../../domain/star/after-vote';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { ANY_MEMBER, ROSTER_KEEPERS } from '../roles';
import { OF_MONTH } from './star-shapes';

const fn = 'star';
const MOST_PRESENT = 300;
/** `register`: it is not final; `minutes`: nothing is written. */
const LACKS = ['register', 'minutes'] as const;

/** The record of the special meeting of a month; members read it once it is final. docs/rules.md#R-160 */
export const starMeeting = defineAction({
  fn,
  name: 'starMeeting',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject(OF_MONTH),
  output: v.strictObject({
    nowMs: AtMs,
    revision: Count,
    canWrite: v.boolean(),
    /** When it was to be. */
    plannedAtMs: v.nullable(AtMs),
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** On long leave or on loan on the day: expected by nobody. */
        isAway: v.boolean(),
      }),
    ),
    meeting: v.nullable(
      v.strictObject({
        heldAtMs: AtMs,
        place: v.string(),
        present: v.array(Id),
        minutes: v.string(),
        decisions: v.array(v.string()),
        isFinal: v.boolean(),
        byName: v.string(),
        /** For officers, where it is kept in the ledger of the branch; otherwise null. */
        studyId: v.nullable(Id),
      }),
    ),
    /** For who can write, newest first: meetings of the ledger that it can be. docs/rules.md#R-167 */
    ledger: v.array(
      v.strictObject({
        studyId: Id,
        topic: v.string(),
        startAtMs: AtMs,
        /** What has to be there before it can be named; null: nothing. */
        lacks: v.nullable(growing(LACKS)),
      }),
    ),
  }),
  errors: [],
});

export const saveStarMeeting = defineAction({
  fn,
  name: 'saveStarMeeting',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    ...OF_MONTH,
    revision: Count,
    meeting: v.strictObject({
      heldAtMs: AtMs,
      place: Words(MOST_CHARACTERS.title),
      present: v.pipe(v.array(Id), v.maxLength(MOST_PRESENT)),
      minutes: Words(AFTER_LIMITS.minutes),
      decisions: v.pipe(v.array(Words(AFTER_LIMITS.decision)), v.maxLength(AFTER_LIMITS.decisions)),
    }),
    /** From now on it stays as it is, and the branch is told. */
    isFinal: v.boolean(),
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    'changed-meanwhile',
    /** It is final; detail.state `over`: the month is over. */
    'final',
    /** It was not held yet. */
    'in-the-future',
    /** Somebody is not of the branch. */
    'not-of-branch',
  ],
});

/** The special meeting was this one of the ledger; what stands there is its record. docs/rules.md#R-167 */
export const nameStarMeeting = defineAction({
  fn,
  name: 'nameStarMeeting',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ ...OF_MONTH, revision: Count, studyId: Id }),
  output: v.strictObject({ revision: Count }),
  errors: [
    'changed-meanwhile',
    /** A record is final; detail.state `over`: the month is over. */
    'final',
    /** detail.lacks: its register is not final, or nothing is written of it. */
    'not-recorded',
  ],
});

export const starMeetingActions = { starMeeting, saveStarMeeting, nameStarMeeting } as const;
