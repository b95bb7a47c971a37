import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { LIBRARY_LIMITS } from '../../../domain/content/library/library-rules';
import { fitting } from '../database';
import { DELIVERIES } from '../delivery/delivery-document';
import { BRANCHES } from '../people/branches';
import { MEMBERS } from '../people/member-document';
import { readTogether, type Reading } from '../together';
import { documentKind } from '../document-kind';
import { LibraryDocument, LIBRARY_DOCUMENTS, type LibraryLine } from './library-document';

/** 33 full libraries, some 10 MB inside the platform, which gives 16 at once. */
const MOST_OF_ALL = 10_000;

const LIBRARY_LINES = documentKind(
  LIBRARY_DOCUMENTS.collection,
  v.omit(LibraryDocument, ['earlier']),
);

const OneReading = v.object({
  messageId: Id,
  major: Count,
  recipients: Count,
  acknowledged: Count,
  isMine: v.boolean(),
  myAtMs: v.optional(v.nullable(AtMs)),
});

/** How far the must-read of a document has come, in all and with one member. */
export interface HowFarRead {
  readonly major: number;
  readonly recipients: number;
  readonly acknowledged: number;
  /** Whether it was sent to the member, and when they acknowledged it. */
  readonly isMine: boolean;
  readonly acknowledgedAtMs: number | null;
}

export interface Shelf {
  readonly lines: readonly LibraryLine[];
  readonly readings: ReadonlyMap<string, HowFarRead>;
}

/**
 * All documents of a branch that are read or wait, the last that were taken down, and how far their
 * must-reads have come: one request; null without the branch. docs/decisions/the-library-is-read-whole.md
 */
export async function readShelf(branchId: string, memberId: string): Promise<Shelf | null> {
  const rows = await readTogether(branchId, {
    live: linesReading(
      { branchId, state: { $in: ['waiting', 'shown'] } },
      LIBRARY_LIMITS.documents,
    ),
    down: {
      from: LIBRARY_LINES.collection,
      pipeline: [
        { $match: { branchId, state: 'taken-down' } },
        { $sort: { 'takenDown.atMs': -1 } },
        { $limit: LIBRARY_LIMITS.takenDown },
        { $project: { earlier: 0 } },
      ],
    },
    messages: messagesReading(branchId, {}, memberId),
  });
  if (rows === null) return null;
  return {
    lines: [...linesIn(rows.live), ...linesIn(rows.down)],
    readings: readingsIn(rows.messages),
  };
}

/**
 * Documents of all branches, with the names of these by their ids: one request; null without the branch
 * that it hangs on. Of more than may be read at once those that were begun last.
 * docs/decisions/the-library-is-read-whole.md
 */
export async function readAllShelves(ownBranchId: string): Promise<{
  readonly lines: readonly LibraryLine[];
  readonly names: ReadonlyMap<string, string>;
} | null> {
  const rows = await readTogether(ownBranchId, {
    lines: {
      from: LIBRARY_LINES.collection,
      pipeline: [
        { $match: { state: { $in: ['waiting', 'shown', 'taken-down'] } } },
        { $sort: { _id: -1 } },
        { $limit: MOST_OF_ALL },
        { $project: { earlier: 0 } },
      ],
    },
    branches: { from: BRANCHES.collection, pipeline: [{ $match: {} }, { $project: { name: 1 } }] },
  });
  if (rows === null) return null;
  const named = v.parse(v.array(v.object({ _id: Id, name: v.string() })), rows.branches);
  return {
    lines: linesIn(rows.lines),
    names: new Map(named.map(({ _id, name }) => [_id, name])),
  };
}

/** How far one must-read has come: one request. */
export async function readHowFar(
  branchId: string,
  messageId: string,
  memberId: string,
): Promise<HowFarRead | undefined> {
  const rows = await readTogether(branchId, {
    messages: messagesReading(branchId, { messageId }, memberId),
  });
  return readingsIn(rows?.messages ?? []).get(messageId);
}

/** Documents as lists show them, as linesReading reads them. */
export const linesIn = (rows: readonly unknown[]): readonly LibraryLine[] =>
  fitting(LIBRARY_LINES, rows);

export function linesReading(match: Readonly<Record<string, unknown>>, most: number): Reading {
  return {
    from: LIBRARY_LINES.collection,
    pipeline: [{ $match: match }, { $limit: most }, { $project: { earlier: 0 } }],
  };
}

/** Whoever has left, or is of another branch now, is missing to nobody and counted nowhere. docs/rules.md#R-249 */
function messagesReading(
  branchId: string,
  of: Readonly<Record<string, unknown>>,
  memberId: string,
): Reading {
  const acks = { $map: { input: { $objectToArray: '$acks' }, as: 'ack', in: '$$ack.k' } };
  const present = [{ $match: { branchId, leftDay: null } }, { $project: { _id: 1 } }];
  const countOf = (...lists: readonly string[]) => ({
    $size: { $setIntersection: [...lists, '$present._id'] },
  });
  return {
    from: DELIVERIES.collection,
    pipeline: [
      {
        $match: {
          branchId,
          ...of,
          kind: 'document-to-read',
          isSuperseded: false,
          cancelledAtMs: null,
          reminds: null,
        },
      },
      {
        $project: {
          _id: 0,
          messageId: 1,
          major: 1,
          memberIds: 1,
          acknowledgedIds: acks,
          myAtMs: `$acks.${memberId}.atMs`,
        },
      },
      // Together, so that who is of the branch is looked up once.
      { $group: { _id: null, message: { $push: '$$ROOT' } } },
      { $lookup: { from: MEMBERS.collection, pipeline: present, as: 'present' } },
      { $unwind: '$message' },
      {
        $project: {
          _id: 0,
          messageId: '$message.messageId',
          major: '$message.major',
          recipients: countOf('$message.memberIds'),
          acknowledged: countOf('$message.memberIds', '$message.acknowledgedIds'),
          isMine: { $in: [memberId, '$message.memberIds'] },
          myAtMs: '$message.myAtMs',
        },
      },
    ],
  };
}

/** The chunks of a message together. */
function readingsIn(rows: readonly unknown[]): ReadonlyMap<string, HowFarRead> {
  const readings = new Map<string, HowFarRead>();
  for (const row of v.parse(v.array(OneReading), rows)) {
    const before = readings.get(row.messageId);
    readings.set(row.messageId, {
      major: row.major,
      recipients: (before?.recipients ?? 0) + row.recipients,
      acknowledged: (before?.acknowledged ?? 0) + row.acknowledged,
      isMine: row.isMine || before?.isMine === true,
      acknowledgedAtMs: row.myAtMs ?? before?.acknowledgedAtMs ?? null,
    });
  }
  return readings;
}
