import * as v from 'valibot';
import { AtMs, Day, Id } from '../../../contract/fields';
import type { SearchedKind } from '../../../contract/search';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import { LIBRARY_LIMITS } from '../../../domain/content/library/library-rules';
import { dayOfInstant, instantOf } from '../../../domain/time/local-day';
import { ITEMS } from '../content/item-document';
import type { LibraryLine } from '../content/library-document';
import { linesIn, linesReading } from '../content/library-shelf';
import { fitting } from '../database';
import { inInbox } from '../delivery/deliveries';
import { DELIVERIES, DeliveryDocument, GroupTimes } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { fieldsOf } from '../fields-of';
import type { Member } from '../people/member-document';
import { ATTENDANCES, type AttendanceDocument } from '../study/attendance-document';
import { STUDIES, type StudyDocument } from '../study/studies';
import { readTogether, type Reading } from '../together';

/** Of each kind, in one request. docs/decisions/search-reads-back.md */
const MOST = { study: 200, item: 400, notice: 400 } as const;

const Item = v.object({
  _id: Id,
  channel: v.picklist(CONTENT_CHANNELS),
  title: v.string(),
  issueDay: Day,
});
const ITEM = documentKind(ITEMS.collection, Item);
export type SearchedItem = v.InferOutput<typeof Item>;

const Notice = v.object({
  ...v.pick(DeliveryDocument, [
    '_id',
    'messageId',
    'kind',
    'title',
    'createdAtMs',
    'deadlineAtMs',
    'lastAtMs',
    'tooLate',
  ]).entries,
  groups: v.array(GroupTimes),
});
const NOTICE = documentKind(DELIVERIES.collection, Notice);
export type SearchedNotice = v.InferOutput<typeof Notice>;

export interface SearchedStudy {
  readonly study: StudyDocument;
  /** Of the one who searches; null: none is stored. */
  readonly line: AttendanceDocument | null;
}

export interface Searched {
  readonly studies: readonly SearchedStudy[];
  /** That are out and not withdrawn. */
  readonly items: readonly SearchedItem[];
  /** That were shown once, without their older versions: whatever their instant. */
  readonly documents: readonly LibraryLine[];
  /** With the groups that the person is in; some may be still to come. */
  readonly notices: readonly SearchedNotice[];
  /** Everything after this instant was read; null: everything. */
  readonly readBackToMs: number | null;
}

/**
 * What somebody may find, of these kinds, from an instant back: studies and documents of their branch,
 * items of all channels, messages that name them; each the newest first, by first start, day of the
 * issue and latest instant. One request. docs/rules.md#R-259
 */
export async function readSearched(
  { _id: memberId, branchId }: Pick<Member, '_id' | 'branchId'>,
  kinds: readonly SearchedKind[],
  fromAtMs: number,
): Promise<Searched> {
  const all: Readonly<Record<SearchedKind, Reading>> = {
    study: studiesReading(branchId, memberId, fromAtMs),
    item: itemsReading(fromAtMs),
    document: linesReading({ branchId, state: 'shown' }, LIBRARY_LIMITS.documents),
    notice: noticesReading(memberId, fromAtMs),
  };
  const wanted = Object.fromEntries(kinds.map((kind) => [kind, all[kind]]));
  const rows: Readonly<Record<string, readonly unknown[]>> | null = await readTogether(
    branchId,
    wanted,
  );
  if (rows === null) throw new Error('a member of a branch that is not there');
  const { study = [], item = [], document = [], notice = [] } = rows;
  const horizons = [
    ...horizonOf(study, MOST.study, ({ firstStartAtMs }) => firstStartAtMs),
    ...horizonOf(item, MOST.item, ({ issueDay }) => startOf(issueDay)),
    ...horizonOf(notice, MOST.notice, ({ lastAtMs }) => lastAtMs),
  ];
  return {
    studies: study.flatMap(toStudy),
    items: fitting(ITEM, item),
    documents: linesIn(document),
    notices: fitting(NOTICE, notice),
    readBackToMs: horizons.length === 0 ? null : Math.max(...horizons),
  };
}

type Keys = Readonly<Record<'firstStartAtMs' | 'issueDay' | 'lastAtMs', unknown>>;

/** None where all of a kind was read; a row that does not fit counts too. */
function horizonOf(rows: readonly unknown[], most: number, keyOf: (row: Keys) => unknown) {
  return rows.length < most ? [] : [v.parse(AtMs, keyOf(rows.at(-1) as Keys))];
}

const startOf = (day: unknown): number => instantOf(v.parse(Day, day), 0);

const Joined = v.looseObject({ lines: v.array(v.unknown()) });

function toStudy(row: unknown): readonly SearchedStudy[] {
  const { lines, ...stored } = v.parse(Joined, row);
  const [study] = fitting(STUDIES, [stored]);
  const [line] = fitting(ATTENDANCES, lines);
  return study === undefined ? [] : [{ study, line: line ?? null }];
}

const studiesReading = (branchId: string, memberId: string, fromAtMs: number): Reading => ({
  from: STUDIES.collection,
  pipeline: [
    { $match: { branchId, firstStartAtMs: { $lte: fromAtMs } } },
    { $sort: { firstStartAtMs: -1, _id: -1 } },
    { $limit: MOST.study },
    { $addFields: { lineId: { $concat: ['$_id', '_', memberId] } } },
    {
      $lookup: {
        from: ATTENDANCES.collection,
        localField: 'lineId',
        foreignField: '_id',
        as: 'lines',
      },
    },
  ],
});

const itemsReading = (fromAtMs: number): Reading => ({
  from: ITEMS.collection,
  pipeline: [
    {
      $match: {
        channel: { $in: CONTENT_CHANNELS },
        state: 'published',
        issueDay: { $lte: dayOfInstant(fromAtMs) },
      },
    },
    { $sort: { issueDay: -1, place: 1 } },
    { $limit: MOST.item },
    { $project: fieldsOf(Item) },
  ],
});

/** Of people and outcomes of a message nothing is read but what concerns this person. */
const noticesReading = (memberId: string, fromAtMs: number): Reading => ({
  from: DELIVERIES.collection,
  pipeline: [
    { $match: { memberIds: memberId, lastAtMs: { $lte: fromAtMs }, ...inInbox } },
    { $sort: { lastAtMs: -1, _id: -1 } },
    { $limit: MOST.notice },
    {
      $project: {
        ...fieldsOf(v.omit(Notice, ['groups', 'tooLate'])),
        groups: {
          $filter: {
            input: '$groups',
            as: 'group',
            cond: {
              $or: [
                { $in: [memberId, '$$group.subscribe'] },
                { $in: [memberId, '$$group.inboxOnly.memberId'] },
              ],
            },
          },
        },
        tooLate: { $setIntersection: ['$tooLate', [memberId]] },
      },
    },
    { $project: { 'groups.outcomes': 0 } },
  ],
});
