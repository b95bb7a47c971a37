import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch, ownReading, self } from '../allow';
import { AtMs, Count, Id, Month } from '../fields';
import { growing } from '../growing';
import { OFFICERS } from '../roles';
import { ShownNoteType } from '../note/note-shapes';
import { ShownRollWay } from '../study/study-shapes';
import { Exported } from './exported';

const fn = 'branch';

const Year = v.pipe(v.number(), v.safeInteger(), v.minValue(2001), v.maxValue(2099));

const Part = v.strictObject({ count: Count, minutes: Count });

export const BOOK_KINDS = ['check-in', 'make-up', 'to-confirm'] as const;

/** What one entry of any register puts into the book, and the sums of a year. docs/rules.md#R-128 */
export const RecordBook = v.strictObject({
  nowMs: AtMs,
  memberId: Id,
  name: v.string(),
  branchName: v.string(),
  groupName: v.nullable(v.string()),
  crewName: v.nullable(v.string()),
  year: Year,
  /** Before it there is nothing to look up. */
  firstYear: Count,
  target: v.strictObject({
    hours: Count,
    askedAs: growing(['member', 'officer']),
    /** Whether the committee office has set it, for the branch or for all; otherwise it is the default. */
    isOwn: v.boolean(),
  }),
  checkIn: Part,
  makeUp: Part,
  minutes: Count,
  /** Newest first; `count` is of entries and notes. */
  months: v.array(v.strictObject({ month: Month, count: Count, minutes: Count })),
  /** Newest first. */
  entries: v.array(
    v.strictObject({
      studyId: Id,
      topic: v.string(),
      kind: growing(BOOK_KINDS),
      month: Month,
      atMs: AtMs,
      /** null: it was entered in another way, by an officer. */
      way: v.nullable(ShownRollWay),
      minutes: Count,
    }),
  ),
  /** Handed in first in the year and standing, newest first; they earn no hours. docs/rules.md#R-149 */
  notes: v.array(
    v.strictObject({
      noteId: Id,
      type: ShownNoteType,
      title: v.string(),
      month: Month,
      atMs: AtMs,
    }),
  ),
});
export type RecordBook = v.InferOutput<typeof RecordBook>;

export const myRecordBook = defineAction({
  fn,
  name: 'myRecordBook',
  allow: ownReading(),
  input: v.strictObject({ year: Year }),
  output: RecordBook,
  errors: [],
});

/** The book of somebody of the branch; that it was looked at is noted, and they see it. docs/rules.md#R-131 */
export const memberRecordBook = defineAction({
  fn,
  name: 'memberRecordBook',
  allow: inBranch('member', OFFICERS),
  input: v.strictObject({ memberId: Id, year: Year }),
  output: RecordBook,
  errors: [],
});

/** Makes the own book of a year as a document; `exportId` is chosen by the phone and names it again. */
export const exportMyRecordBook = defineAction({
  fn,
  name: 'exportMyRecordBook',
  allow: self(),
  input: v.strictObject({ exportId: Id, year: Year }),
  output: Exported,
  errors: [],
});

export const exportMemberRecordBook = defineAction({
  fn,
  name: 'exportMemberRecordBook',
  allow: inBranch('member', OFFICERS),
  input: v.strictObject({ exportId: Id, memberId: Id, year: Year }),
  output: Exported,
  errors: [],
});

export const recordBookActions = {
  myRecordBook,
  memberRecordBook,
  exportMyRecordBook,
  exportMemberRecordBook,
} as const;
