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
const Joined = v.looseObject({ studies: v.array(v.unknown()) });

const MOST_LINES = 1000;
const MOST_NOTES = 500;

export interface BookRows {
  /** The last to close first. */
  readonly lines: readonly { readonly line: AttendanceDocument; readonly study: BookStudy }[];
  /** Newest first. */
  readonly notes: readonly v.InferOutput<typeof Note>[];
  readonly norms: NormsRows;
}
type BookStudy = v.InferOutput<typeof Study>;

/**
 * What a record book is drawn from, in one request: lines of registers that close within the interval,
 * notes handed in first within it that stand, and what is asked of its branch. docs/rules.md#R-149
 * @param seesAllNotes false: those alone that were handed in to the member's branch
 */
export async function bookRows(
  { _id: memberId, branchId }: Pick<Member, '_id' | 'branchId'>,
  { startAtMs, endAtMs }: Interval,
  seesAllNotes: boolean,
): Promise<BookRows> {
  const within = { $gte: startAtMs, $lt: endAtMs };
  const ofBranch = seesAllNotes ? {} : { branchId };
  const found = await readTogether(branchId, {
    ...normsReadings(branchId),
    lines: linesReading({ memberId, lastCloseAtMs: within }),
    notes: notesReading({
      ownerId: memberId,
      firstAtMs: within,
      state: { $in: STANDING },
      ...ofBranch,
    }),
  });
  if (found === null) throw new Error('a member of a branch that is not there');
  return { lines: found.lines.flatMap(toLine), notes: fitting(NOTE, found.notes), norms: found };
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
