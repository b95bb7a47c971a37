import * as v from 'valibot';
import { Count } from '../../../contract/fields';
import type { Interval } from '../../../domain/time/interval';
import { platform } from '../../_kit/platform';
import { command } from '../database';
import { NoteDocument, NOTES } from './note-document';
import type { NoteType } from '../../../domain/note/note';
import { EXCERPT } from './note-line';

/** What a row of a list is made of; as much of a note as it shows. */
const { _id, ownerId, ownerName, crewName, type, studyTopic, title, pictures, textCheck, state } =
  NoteDocument.entries;
const { handedInAtMs, firstAtMs, changedAtMs, remarks, sharedAtMs, sharing } = NoteDocument.entries;
const BoardLine = v.object({
  _id,
  ownerId,
  ownerName,
  crewName,
  type,
  studyTopic,
  title,
  excerpt: v.string(),
  pictures,
  textCheck,
  state,
  handedInAtMs,
  firstAtMs,
  changedAtMs,
  remarks,
  sharedAtMs,
  sharing,
});
const Sections = v.object({
  data: v.array(
    v.object({
      _id: v.object({ state, isBefore: v.boolean() }),
      count: Count,
      lines: v.array(BoardLine),
    }),
  ),
});
export type BoardSection = v.InferOutput<typeof Sections>['data'][number];

const MOST_SECTIONS = 20;

/**
 * How many notes of a branch, handed in first within the interval, are in each state, with the first
 * `limit` lines of each; and those to be read from before. In one request. Lines come by age, those
 * to be read the oldest first.
 * @param of a branch, and of one type where it is named
 */
export async function noteBoard(
  of: { readonly branchId: string; readonly type?: NoteType },
  { startAtMs, endAtMs }: Interval,
  limit: number,
): Promise<readonly BoardSection[]> {
  const answer: unknown = await platform()
    .database()
    .collection(NOTES.collection)
    .aggregate()
    .match(
      command.anyOf(
        {
          ...of,
          state: command.neq('taken-back'),
          firstAtMs: command.and(command.gte(startAtMs), command.lt(endAtMs)),
        },
        { ...of, state: 'to-read', firstAtMs: command.lt(startAtMs) },
      ),
    )
    // What is to be read comes by age, all else the newest first.
    .addFields({
      order: {
        $cond: [{ $eq: ['$state', 'to-read'] }, '$firstAtMs', { $multiply: ['$firstAtMs', -1] }],
      },
    })
    .sort({ order: 1, _id: 1 })
    .project({
      ...Object.fromEntries(Object.keys(BoardLine.entries).map((name) => [name, 1])),
      excerpt: { $substrCP: ['$text', 0, EXCERPT + 1] },
      remarks: { $slice: ['$remarks', -1] },
    })
    .group({
      _id: { state: '$state', isBefore: { $lt: ['$firstAtMs', startAtMs] } },
      count: { $sum: 1 },
      lines: { $push: '$$ROOT' },
    })
    .project({ count: 1, lines: { $slice: ['$lines', limit] } })
    .limit(MOST_SECTIONS)
    .end();
  return v.parse(Sections, answer).data;
}
