import { fitting } from '../database';
import { DELIVERIES, type DeliveryDocument } from '../delivery/delivery-document';
import { unreadOrAsking, unreadOrAskingReading } from '../delivery/unread-deliveries';
import type { Member } from '../people/member-document';
import { officersIn } from '../people/officers-reading';
import { readTogether } from '../together';
import { debtReadings, waitingDebts, type WaitingDebts } from './waiting-debts';

interface UnreadAndDebts {
  readonly found: readonly DeliveryDocument[];
  readonly debts: WaitingDebts;
}

/** What may be unread or asks of a member, as unreadOrAsking, and what their offices owe: one request. */
export async function readUnreadAndDebts(
  member: Member,
  nowMs: number,
  limit: number,
): Promise<UnreadAndDebts> {
  const { inboxSeenAtMs } = member;
  const readings = debtReadings(member, nowMs);
  const found = unreadOrAskingReading(member, inboxSeenAtMs, nowMs, limit);
  const rows =
    Object.keys(readings).length === 0
      ? null
      : await readTogether<string>(member.branchId, { ...readings, found });
  if (rows === null) {
    return {
      found: await unreadOrAsking(member, inboxSeenAtMs, nowMs, limit),
      debts: waitingDebts({}, member, officersIn([])),
    };
  }
  const officers = officersIn(rows['officers'] ?? []);
  return {
    found: fitting(DELIVERIES, rows['found'] ?? []),
    debts: waitingDebts(rows, member, officers),
  };
}
