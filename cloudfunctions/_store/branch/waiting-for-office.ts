import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { CHANNEL_EDITORS, holdsOneOf, OFFICERS } from '../../../contract/roles';
import { GAP_DAYS } from '../../../domain/content/channel/calendar';
import { DESKS } from '../../../domain/content/channel/desks';
import { dutyEndsAtMs } from '../../../domain/content/channel/duty-hours';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import { addDays, dayOfInstant } from '../../../domain/time/local-day';
import type { Editor } from '../../../domain/content/channel/desks';
import { editorsIn, editorsReading } from '../content/desk-editors';
import { CHANNEL_DUTIES, type DutyDocument } from '../content/duties';
import { ITEMS, type ItemDocument } from '../content/item-document';
import { fitting } from '../database';
import { NOTES } from '../note/note-document';
import { BRANCHES } from '../people/branches';
import type { Member } from '../people/member-document';
import { officersIn } from '../people/officers-reading';
import {
  appealsAbroadFor,
  appealsAbroadReading,
  listsReading,
  openSheetsReading,
  sheetsWaitingFor,
  type WaitingSheets,
} from '../star/waiting-sheets';
import { starReadings, starsWaitingFor, type WaitingStar } from '../star/waiting-stars';
import { readTogether, type Reading } from '../together';
import { commentReadings, waitingComments, type WaitingComments } from './waiting-comments';
import { debtReadings, waitingDebts, type WaitingDebts } from './waiting-debts';

/** Of these as many are looked at: whoever has more on their desk sees the oldest. */
const MOST_ITEMS = 50;
/** Most of these are their own branch's to check. */
const MOST_ABROAD = 200;

const Named = v.object({ _id: Id, name: v.string() });
const Counted = v.object({ count: Count, sinceAtMs: AtMs });

/** From there a draft waits for its writers again. docs/rules.md#R-222 */
const BROUGHT_BACK: readonly ItemDocument['steps'][number]['kind'][] = [
  'returned',
  'picture-refused',
];

/** What lies with the offices of somebody; of items also those that others check or plan. */
export interface WaitingForOffice {
  readonly items: readonly ItemDocument[];
  /** Who holds an office of a desk, for who stands in; of who holds none themselves none. docs/rules.md#R-222 */
  readonly editors: readonly Editor[];
  /** Null: none. */
  readonly notes: v.InferOutput<typeof Counted> | null;
  readonly sheets: readonly WaitingSheets[];
  readonly stars: readonly WaitingStar[];
  /** Of the committee office, for what waits in another branch; else none. */
  readonly branchNames: readonly v.InferOutput<typeof Named>[];
  readonly comments: WaitingComments;
  readonly debts: WaitingDebts;
  /** Of the committee office: days that nobody can take, soon. docs/rules.md#R-295 */
  readonly withoutDuty: readonly DutyDocument[];
}

/** One request; of who holds no office, what asks commentators only. Instants. docs/rules.md#R-230 */
export async function readWaitingForOffice(
  member: Pick<Member, '_id' | 'branchId' | 'groupId' | 'roles'>,
  nowMs: number,
): Promise<WaitingForOffice> {
  const { _id: memberId, branchId, groupId, roles } = member;
  const readings: Readonly<Record<string, Reading>> = {
    ...(holdsOneOf(roles, [...OFFICERS, 'group-leader']) && {
      items: itemsReading(branchId, memberId, roles.includes('committee-office')),
      ...starReadings({ branchId, roles }, nowMs),
      notes: notesReading(branchId, memberId, holdsOneOf(roles, OFFICERS)),
      sheets: openSheetsReading(branchId, nowMs),
      lists: listsReading(branchId),
    }),
    ...(holdsOneOf(roles, CHANNEL_EDITORS) && {
      editors: editorsReading(branchId, roles.includes('committee-office')),
    }),
    ...(roles.includes('committee-office') && {
      itemsAbroad: itemsAbroadReading(branchId),
      withoutDuty: withoutDutyReading(nowMs),
      appealed: appealsAbroadReading(branchId, nowMs),
      branchNames: {
        from: BRANCHES.collection,
        pipeline: [{ $match: {} }, { $project: { name: 1 } }],
      },
    }),
    ...commentReadings(member, nowMs),
    ...debtReadings(member, nowMs),
  };
  const rows = (await readTogether(branchId, readings)) ?? {};
  const { items = [], notes = [], sheets = [], lists = [], withoutDuty = [] } = rows;
  const { branchNames = [], appealed = [], editors = [], itemsAbroad = [] } = rows;
  const officers = officersIn(rows['officers'] ?? []);
  const actor = { memberId, roles, groupId };
  const [counted] = v.parse(v.array(Counted), notes);
  return {
    items: [...fitting(ITEMS, items), ...fitting(ITEMS, itemsAbroad)],
    editors: editorsIn(editors),
    notes: counted ?? null,
    sheets: [
      ...sheetsWaitingFor(actor, { sheets, lists }, nowMs),
      ...appealsAbroadFor(actor, appealed, officers, nowMs),
    ],
    stars: starsWaitingFor({ memberId, branchId, roles }, rows, nowMs),
    branchNames: v.parse(v.array(Named), branchNames),
    comments: waitingComments(rows, nowMs),
    debts: waitingDebts(rows, member, officers),
    withoutDuty: fitting(CHANNEL_DUTIES, withoutDuty).filter(
      ({ channel, day }) => DESKS[channel].isDaily && nowMs < dutyEndsAtMs(channel, day),
    ),
  };
}

function itemsReading(branchId: string, memberId: string, isOffice: boolean): Reading {
  const ofBranch = { branchId, state: { $in: ['branch-check', 'committee-check'] } };
  const back = {
    branchId,
    state: 'draft',
    'writers.memberId': memberId,
    'steps.kind': { $in: BROUGHT_BACK },
  };
  const ofOffice = [{ state: 'committee-check' }, { state: 'ready', issueDay: null }];
  return {
    from: ITEMS.collection,
    pipeline: [
      { $match: { $or: [ofBranch, back, ...(isOffice ? ofOffice : [])] } },
      { $sort: { sinceAtMs: 1, _id: 1 } },
      { $limit: MOST_ITEMS },
    ],
  };
}

/** Of other branches what waits for the first check, where nobody of theirs may make it. */
const itemsAbroadReading = (branchId: string): Reading => ({
  from: ITEMS.collection,
  pipeline: [
    { $match: { branchId: { $ne: branchId }, state: 'branch-check' } },
    { $sort: { sinceAtMs: 1, _id: 1 } },
    { $limit: MOST_ABROAD },
  ],
});

function withoutDutyReading(nowMs: number): Reading {
  const today = dayOfInstant(nowMs);
  return {
    from: CHANNEL_DUTIES.collection,
    pipeline: [
      { $match: { memberId: null, day: { $gte: today, $lt: addDays(today, GAP_DAYS) } } },
      { $sort: { day: 1, _id: 1 } },
      { $limit: CONTENT_CHANNELS.length * GAP_DAYS },
    ],
  };
}

/** Nobody answers their own; of a leader without an office, none. */
function notesReading(branchId: string, memberId: string, isOfficer: boolean): Reading {
  return {
    from: NOTES.collection,
    pipeline: [
      {
        $match: {
          branchId,
          state: 'to-read',
          ownerId: { $ne: memberId },
          ...(!isOfficer && { _id: '' }),
        },
      },
      { $group: { _id: null, count: { $sum: 1 }, sinceAtMs: { $min: '$firstAtMs' } } },
    ],
  };
}
