import * as v from 'valibot';
import { collection, command } from '../database';
import { AUDIT_ENTRIES } from './audit-entries';
import { DATA_ASKS } from './data-asks';
import { inInbox } from '../delivery/deliveries';
import { DELIVERIES } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { SWAPS } from '../roster/swaps';
import { SUGGESTIONS } from '../content/suggestion-document';
import { NOTES } from '../note/note-document';
import { RESPONSES } from '../note/response-document';
import { SHEETS } from '../star/sheet-document';
import { YEARLY_REVIEWS } from '../star/yearly-reviews';
import { ATTENDANCES } from '../study/attendance-document';

const Identified = v.object({ _id: v.string() });

/** How many studies the member made up, or has to: with their own words and what they answered rightly. */
export function countMakeUpsOf(memberId: string): Promise<number> {
  const kind = documentKind(ATTENDANCES.collection, Identified);
  return collection(kind).count({ memberId, makeUp: command.exists(true) });
}

/** How many swaps a member proposed or was asked for. */
export function countSwapsOf(memberId: string): Promise<number> {
  const kind = documentKind(SWAPS.collection, Identified);
  return collection(kind).count(command.anyOf({ proposerId: memberId }, { partnerId: memberId }));
}

/**
 * Messages and reminders that name a member: how many there are, how many of the inbox are over in all their
 * groups, and of these documents that had their last day; and those of the inbox that are not over.
 */
export async function deliveriesOfMember(memberId: string, nowMs: number) {
  const mine = { memberIds: memberId, ...inInbox };
  const counted = collection(documentKind(DELIVERIES.collection, Identified));
  const over = { ...mine, lastAtMs: command.lte(nowMs) };
  const hadLastDay = { kind: 'document-to-read', deadlineAtMs: command.lte(nowMs) };
  const [all, sent, pastReading, ahead] = await Promise.all([
    counted.count({ memberIds: memberId }),
    counted.count(over),
    counted.count({ ...over, ...hadLastDay }),
    collection(DELIVERIES).all({ ...mine, lastAtMs: command.gt(nowMs) }),
  ]);
  return { all, sent, pastReading, ahead };
}

/** How many lines of the audit trail speak of a member. */
export function countAuditEntriesOf(memberId: string): Promise<number> {
  const kind = documentKind(AUDIT_ENTRIES.collection, Identified);
  return collection(kind).count({ memberIds: memberId });
}

/** How many notes and contributions a member has handed in, also those taken back. */
export function countNotesOf(memberId: string): Promise<number> {
  return collection(documentKind(NOTES.collection, Identified)).count({ ownerId: memberId });
}

/** How often a member has replied to or thanked for a note, without what they took back. */
export function countResponsesOf(memberId: string): Promise<number> {
  const kind = documentKind(RESPONSES.collection, Identified);
  return collection(kind).count({ memberId, state: command.neq('taken-back') });
}

/** How much a member has raised with branch or committee office, also what they took back. */
export function countSuggestionsOf(memberId: string): Promise<number> {
  return collection(documentKind(SUGGESTIONS.collection, Identified)).count({ ownerId: memberId });
}

/** How many months and years a member was assessed in. */
export async function countSheetsOf(memberId: string): Promise<number> {
  const [months, years] = await Promise.all(
    [SHEETS.collection, YEARLY_REVIEWS.collection].map((name) =>
      collection(documentKind(name, Identified)).count({ memberId }),
    ),
  );
  return (months ?? 0) + (years ?? 0);
}

/** How many questions a member has asked about what is stored of them. */
export function countDataAsksOf(memberId: string): Promise<number> {
  return collection(documentKind(DATA_ASKS.collection, Identified)).count({ memberId });
}
