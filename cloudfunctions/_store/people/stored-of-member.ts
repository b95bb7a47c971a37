import * as v from 'valibot';
import { collection } from '../database';
import { AUDIT_ENTRIES } from './audit-entries';
import { DELIVERIES } from '../delivery/delivery-document';
import { documentKind } from '../document-kind';
import { NOTES } from '../note/note-document';
import { ATTENDANCES } from '../study/attendance-document';

const Identified = v.object({ _id: v.string() });

/** How many lines of the register speak of a member. */
export function countAttendancesOf(memberId: string): Promise<number> {
  return collection(documentKind(ATTENDANCES.collection, Identified)).count({ memberId });
}

/** How many messages and reminders name a member, sent, planned or withdrawn. */
export function countDeliveriesOf(memberId: string): Promise<number> {
  return collection(documentKind(DELIVERIES.collection, Identified)).count({ memberIds: memberId });
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
