import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { NOTE_TYPES } from '../../../domain/note/note';
import type { Interval } from '../../../domain/time/interval';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import { NOTES } from '../note/note-document';
import { STANDING } from '../note/notes';
import type { Member } from '../people/member-document';
import { ATTENDANCES, type AttendanceDocument } from '../study/attendance-document';
import { SittingTimes, STUDIES } from '../study/studies';
import { fieldsOf } from '../fields-of';
import { readTogether, type Reading } from '../together';
import { normsReadings, type NormsRows } from './norms';

const Study = v.object({
  _id: Id,
  topic: v.string(),
  state: v.picklist(['draft', 'published', 'cancelled']),
  minutes: Count,
  sittings: v.array(SittingTimes),
  firstStartAtMs: AtMs,
  lastCloseAtMs: AtMs,
});
const STUDY = documentKind(STUDIES.collection, Study);
const Note = v.object({
  _id: Id,
  type: v.picklist(NOTE_TYPES),
  title: v.string(),
  firstAtMs: AtMs,
});
const NOTE = documentKind(NOTES.collection, Note);
const FirstLine = v.object({ lastCloseAtMs: AtMs });
const FirstNote = v.object({ firstAtMs: AtMs });
const Joined = v.looseObject({ studies: v.array(v.unknown()) });

const MOST_LINES = 1000;
const MOST_NOTES = 500;

export interface BookRows {
  /** The last to close first. */
  readonly lines: readonly { readonly line: AttendanceDocument; readonly study: BookStudy }[];
  /** Newest first. */
  readonly notes: readonly v.InferOutput<typeof Note>[];
  readonly norms: NormsRows;
  /** When the first register closes in which they stand, and the first note that stands was handed in. */
  readonly firstAtMs: readonly number[];
}
type BookStudy = v.InferOutput<typeof Study>;

/**
 * What a record book is drawn from, in one request: lines of registers that close within the interval,
 * notes handed in first within it that stand, what is asked of its branch, and since when there is
 * anything: `joinedDay` is that of the branch they are in now. docs/rules.md#R-149, R-64
 * @param seesAllNotes false: those alone that were handed in to the member's branch
 */
export async function bookRows(
  { _id: memberId, branchId }: Pick<Member, '_id' | 'branchId'>,
  { startAtMs, endAtMs }: Interval,
  seesAllNotes: boolean,
): Promise<BookRows> {
  const within = { $gte: startAtMs, $lt: endAtMs };
  const standing = {
    ownerId: memberId,
    state: { $in: STANDING },
    ...(seesAllNotes ? {} : { branchId }),
  };
  const found = await readTogether(branchId, {
    ...normsReadings(branchId),
    lines: linesReading({ memberId, lastCloseAtMs: within }),
    notes: notesReading({ ...standing, firstAtMs: within }),
    firstLine: firstReading(ATTENDANCES.collection, { memberId }, 'lastCloseAtMs'),
    firstNote: firstReading(NOTES.collection, standing, 'firstAtMs'),
  });
  if (found === null) throw new Error('a member of a branch that is not there');
  return {
    lines: found.lines.flatMap(toLine),
    notes: fitting(NOTE, found.notes),
    norms: found,
    firstAtMs: [
      ...found.firstLine.map((row) => v.parse(FirstLine, row).lastCloseAtMs),
      ...found.firstNote.map((row) => v.parse(FirstNote, row).firstAtMs),
    ],
  };
}

function toLine(row: unknown): BookRows['lines'] {
  const { studies, ...stored } = v.parse(Joined, row);
  const [line] = fitting(ATTENDANCES, [stored]);
  const [study] = fitting(STUDY, studies);
  return line === undefined || study === undefined ? [] : [{ line, study }];
}

const linesReading = (match: object): Reading => ({
  from: ATTENDANCES.collection,
  pipeline: [
    { $match: match },
    { $sort: { lastCloseAtMs: -1, _id: -1 } },
    { $limit: MOST_LINES },
    {
      $lookup: {
        from: STUDIES.collection,
        let: { studyId: '$studyId' },
        pipeline: [
          { $match: { $expr: { $eq: ['$_id', '$$studyId'] } } },
          { $project: fieldsOf(Study) },
        ],
        as: 'studies',
      },
    },
  ],
});

const notesReading = (match: object): Reading => ({
  from: NOTES.collection,
  pipeline: [
    { $match: match },
    { $sort: { firstAtMs: -1, _id: -1 } },
    { $limit: MOST_NOTES },
    { $project: fieldsOf(Note) },
  ],
});

const firstReading = (from: string, match: object, field: string): Reading => ({
  from,
  pipeline: [
    { $match: match },
    { $sort: { [field]: 1 } },
    { $limit: 1 },
    { $project: { _id: 0, [field]: 1 } },
  ],
});
