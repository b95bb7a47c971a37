import * as v from 'valibot';
import { defineAction } from '../action';
import { ownReading } from '../allow';
import { AtMs, Cursor, Id } from '../fields';

/** Of what `myData` counts: what has no page that shows all of it. */
export const RECORD_KINDS = [
  'poll',
  'nomination',
  'channel-item',
  'contest',
  'lecture',
  'comment',
  'commentator-term',
  'channel-duty',
  'library-document',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const Record = v.strictObject({
  atMs: AtMs,
  /** A month, a day, or the first and the last day of what is not of an instant. */
  when: v.array(v.string()),
  /** What it is of: the round of a poll, who nominated where that is told, a channel, a title. */
  of: v.string(),
  /** What the member has written of it, or what was written of them. */
  words: v.array(v.string()),
});
export type MyRecord = v.InferOutput<typeof Record>;

/**
 * What is stored of me of one kind, a page at a time: as much as `myData` counts, and nothing that
 * others have yet to decide or that is not told to me. docs/rules.md#R-143
 */
export const myRecords = defineAction({
  fn: 'member',
  name: 'myRecords',
  allow: ownReading(),
  input: v.strictObject({
    what: v.picklist(RECORD_KINDS),
    cursor: v.optional(v.pipe(Id, v.regex(/^[!-~]+$/u))),
  }),
  output: v.strictObject({ records: v.array(Record), nextCursor: v.nullable(Cursor) }),
  errors: [],
});

export const myRecordsActions = { myRecords } as const;
