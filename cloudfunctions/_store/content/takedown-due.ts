import * as v from 'valibot';
import { Count, Day, Id } from '../../../contract/fields';
import {
  goesBefore,
  monthsOf,
  monthsStillKept,
  TAKEN_KINDS,
  type TakedownRule,
  type TakenKind,
} from '../../../domain/content/takedown';
import { MS_PER_DAY, type LocalDay } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { BRANCHES } from '../people/branches';
import { readTogether, type Reading, type Stage } from '../together';
import { ITEMS, type ItemDocument } from './item-document';
import { LIBRARY_DOCUMENTS } from './library-document';

/** Where a kind is stored, by which day it goes (of its issue; its last), what it is called and by whom it is kept. */
const STORED = {
  party: { from: ITEMS.collection, day: 'issueDay', title: 'title', names: 'writers.name' },
  integrity: { from: ITEMS.collection, day: 'issueDay', title: 'title', names: 'writers.name' },
  document: {
    from: LIBRARY_DOCUMENTS.collection,
    day: 'current.validUntilDay',
    title: 'current.title',
    names: 'current.by.name',
  },
} as const satisfies Readonly<Record<TakenKind, object>>;

/** Two ways of asking one thing would differ one day: whoever counts, lists or takes down asks this. docs/rules.md#R-306 */
function dueMatch(kind: TakenKind, months: number, month: string): Record<string, unknown> {
  const due = {
    [STORED[kind].day]: { $gt: '', $lt: goesBefore(months, month) },
    keptUntilMonth: { $nin: monthsStillKept(month) },
  };
  if (kind !== 'document') return { channel: kind, state: 'published', ...due };
  // While a newer version waits to be checked it is being renewed.
  const isNotRenewed = [{ offered: null }, { 'offered.returned': { $ne: null } }];
  return { state: 'shown', ...due, $or: isNotRenewed };
}

const dueReading = (
  kind: TakenKind,
  months: number,
  month: string,
  then: readonly Stage[],
): Reading => ({
  from: STORED[kind].from,
  pipeline: [{ $match: dueMatch(kind, months, month) }, ...then],
});

/** A reading for each kind that is ever taken down. */
function readingsOf(
  rules: readonly TakedownRule[],
  month: string,
  then: (kind: TakenKind) => readonly Stage[],
): Readonly<Record<string, Reading>> {
  return Object.fromEntries(
    TAKEN_KINDS.flatMap((kind) => {
      const months = monthsOf(rules, kind);
      return months === null ? [] : [[kind, dueReading(kind, months, month, then(kind))]];
    }),
  );
}

const inOrder = (kind: TakenKind): Stage => ({ $sort: { [STORED[kind].day]: 1, _id: 1 } });

const Counted = v.array(v.object({ count: Count }));

/**
 * How much of each kind goes in a month by these rules, what is due since before among it; one request.
 * @param branchId any that is there
 */
export async function countDue(
  branchId: string,
  rules: readonly TakedownRule[],
  month: string,
): Promise<Readonly<Record<TakenKind, number>>> {
  const count = [{ $group: { _id: null, count: { $sum: 1 } } }];
  const rows = await readTogether(
    branchId,
    readingsOf(rules, month, () => count),
  );
  const of = (kind: TakenKind) => v.parse(Counted, rows?.[kind] ?? [])[0]?.count ?? 0;
  return { party: of('party'), integrity: of('integrity'), document: of('document') };
}

const DueLine = v.object({
  _id: Id,
  title: v.string(),
  day: Day,
  /** Of an item its author, of a document who has brought it. */
  name: v.string(),
  /** Empty where it is gone. */
  branchNames: v.array(v.string()),
});
export type DueLine = v.InferOutput<typeof DueLine>;

export interface DuePlace {
  readonly day: LocalDay;
  readonly id: string;
}

/** What of a kind goes in a month, by its day, then by id; one request. */
export async function listDue(
  branchId: string,
  kind: TakenKind,
  { months, month }: { readonly months: number; readonly month: string },
  { after, limit }: { readonly after: DuePlace | null; readonly limit: number },
): Promise<readonly DueLine[]> {
  const { day, title, names } = STORED[kind];
  const behind = after && {
    $or: [{ [day]: { $gt: after.day } }, { [day]: after.day, _id: { $gt: after.id } }],
  };
  const ofBranch = { from: BRANCHES.collection, localField: 'branchId', foreignField: '_id' };
  // Of several writers the first.
  const name = kind === 'document' ? `$${names}` : { $arrayElemAt: [`$${names}`, 0] };
  const rows = await readTogether(branchId, {
    lines: dueReading(kind, months, month, [
      ...(behind === null ? [] : [{ $match: behind }]),
      inOrder(kind),
      { $limit: limit },
      { $lookup: { ...ofBranch, as: 'branch' } },
      { $project: { title: `$${title}`, day: `$${day}`, name, branchNames: '$branch.name' } },
    ]),
  });
  return v.parse(v.array(DueLine), rows?.lines ?? []);
}

const Named = v.array(v.object({ _id: Id }));

/** For how long what follows from taking an item down is looked for again. */
const LEFT_LATELY_MS = 3 * MS_PER_DAY;

export interface Due {
  readonly items: readonly ItemDocument[];
  /** Items that were taken down by a run that was cut off before it was through. */
  readonly leaving: readonly ItemDocument[];
  readonly documentIds: readonly string[];
}

/** The first of what is due in a month, and what an earlier run has left undone; one request. */
export async function readDue(
  branchId: string,
  rules: readonly TakedownRule[],
  {
    month,
    nowMs,
    limit,
  }: { readonly month: string; readonly nowMs: number; readonly limit: number },
): Promise<Due> {
  const first = (kind: TakenKind) => [inOrder(kind), { $limit: limit }];
  const rows = await readTogether<string>(branchId, {
    ...readingsOf(rules, month, (kind) =>
      kind === 'document' ? [...first(kind), { $project: { _id: 1 } }] : first(kind),
    ),
    leaving: {
      from: ITEMS.collection,
      pipeline: [
        {
          $match: {
            state: 'withdrawn',
            sinceAtMs: { $gte: nowMs - LEFT_LATELY_MS },
            isLeaving: true,
          },
        },
        { $limit: limit },
      ],
    },
  });
  const itemsIn = (name: string) => fitting(ITEMS, rows?.[name] ?? []);
  return {
    items: [...itemsIn('party'), ...itemsIn('integrity')],
    leaving: itemsIn('leaving'),
    documentIds: v.parse(Named, rows?.['document'] ?? []).map(({ _id }) => _id),
  };
}
