import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { RotationDocument } from '../../../../cloudfunctions/_store/roster/shift-documents';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { referenceStateAt } from '../../../domain/delivery/reference-planner';
import { scheduleOf } from '../organisation';
import type { ContentLog, Listing } from './log';

const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Every must-read asks whom its audience names; it is acknowledged, told in person or listed with its reason. */
export function wrongReadings(log: ContentLog): string[] {
  return [
    ...wrongAudiences(log),
    ...wrongAcks(log),
    ...log.listings.flatMap((listing) => wrongListing(listing, log.stored.rotations)),
  ];
}

const textOf = (ids: readonly string[]) => [...ids].sort().join();

function wrongAudiences({ editions, stored }: ContentLog): string[] {
  return editions.flatMap(({ messageId, major, memberIds }) => {
    const asked = stored.deliveries
      .filter((each) => each.messageId === messageId && each.major === major)
      .flatMap((each) => each.memberIds);
    return textOf(asked) === textOf(memberIds)
      ? []
      : [`${messageId}_${major} asks ${textOf(asked)}, not ${textOf(memberIds)}`];
  });
}

/** What was accepted is stored, by whom it was said first, and nothing else. */
function wrongAcks({ acks, stored }: ContentLog): string[] {
  const given = new Map<string, string>();
  for (const { messageId, major, memberId, toldById } of acks) {
    const key = `${messageId}_${major} ${memberId}`;
    if (!given.has(key)) given.set(key, `${toldById}`);
  }
  const kept = new Map(
    stored.deliveries.flatMap(({ messageId, major, acks: all }) =>
      Object.entries(all).map(([memberId, { toldBy }]) => [
        `${messageId}_${major} ${memberId}`,
        `${toldBy?.memberId ?? null}`,
      ]),
    ),
  );
  const keys = new Set([...given.keys(), ...kept.keys()]);
  return [...keys]
    .filter((key) => given.get(key) !== kept.get(key))
    .map((key) => `acknowledged: ${key} by ${kept.get(key)}, not ${given.get(key)}`);
}

function wrongListing(listing: Listing, rotations: readonly RotationDocument[]): string[] {
  const { atMs, branchId, unread, reasons, deliveries, members } = listing;
  const people = members.filter(({ leftDay }) => leftDay === null);
  const standing = deliveries.filter(
    ({ cancelledAtMs, isSuperseded, deadlineAtMs }) =>
      cancelledAtMs === null && !isSuperseded && deadlineAtMs > atMs,
  );
  const openTo = (memberId: string) =>
    standing.filter(({ memberIds, acks }) => memberIds.includes(memberId) && !(memberId in acks));
  const wrong: string[] = [];
  for (const { messageId } of standing) {
    const open = people
      .filter(({ _id }) => openTo(_id).some((each) => each.messageId === messageId))
      .map(({ _id }) => _id);
    const named = unread.get(messageId) ?? [];
    if (textOf(named) !== textOf(open)) {
      wrong.push(`${messageId} in ${branchId}: ${textOf(named)} named, not ${textOf(open)}`);
    }
  }
  for (const member of people) {
    const said = reasons.flatMap(({ memberId, why, count }) =>
      memberId === member._id ? Array<string>(count).fill(why) : [],
    );
    const expected = openTo(member._id).flatMap((each) => whyOpen(each, member, rotations, atMs));
    if (textOf(said) !== textOf(expected)) {
      wrong.push(`${member._id}: ${textOf(said)} said, not ${textOf(expected)}`);
    }
  }
  return wrong;
}

/** Why somebody has not acknowledged, in the plainest way. Nothing: it concerns them no more. */
function whyOpen(
  { groups, tooLate, createdAtMs }: DeliveryDocument,
  member: Member,
  rotations: readonly RotationDocument[],
  nowMs: number,
): readonly string[] {
  const { _id, account, overrides, inboxSeenAtMs } = member;
  const group = groups.find(
    ({ subscribe, inboxOnly }) =>
      subscribe.includes(_id) || inboxOnly.some(({ memberId }) => memberId === _id),
  );
  const cameAtMs = group?.shown?.atMs ?? group?.atMs ?? createdAtMs;
  const outcome = group?.outcomes[_id] ?? (tooLate.includes(_id) ? 'too-late' : null);
  if (outcome === 'not-concerned') return [];
  if (account === `none:${_id}`) return ['not-bound'];
  const today = new Date(nowMs + SHANGHAI_MS).toISOString().slice(0, 10);
  const isAway = overrides.some((change) => {
    const isElsewhere = change.kind === 'on-loan' && change.crewId === null;
    return (
      (change.kind === 'leave' || isElsewhere) && change.fromDay <= today && today < change.toDay
    );
  });
  if (isAway) return ['away'];
  if (cameAtMs > nowMs) return ['waits'];
  if (inboxSeenAtMs >= cameAtMs) return ['not-acknowledged'];
  const quiet = quietSince(member, rotations, cameAtMs, nowMs);
  if (quiet !== null) return [quiet];
  if (outcome === 'sent') return ['not-acknowledged'];
  const isSaid = ['no-credit', 'unknown', 'failed', 'too-late'].includes(outcome ?? '');
  return [isSaid ? `${outcome}` : 'not-looked'];
}

/** Out of reach by their life as it came and in every minute since: on shift, or asleep; null: not so. */
function quietSince(
  member: Member,
  rotations: readonly RotationDocument[],
  cameAtMs: number,
  nowMs: number,
): 'on-duty' | 'asleep' | null {
  const schedule = scheduleOf(member, rotations);
  const isFreeAt = (atMs: number) => {
    const state = referenceStateAt(schedule, atMs);
    return state === 'free' || state === 'office';
  };
  if (isFreeAt(cameAtMs)) return null;
  for (let atMs = nowMs; atMs > cameAtMs; atMs -= MINUTE_MS) if (isFreeAt(atMs)) return null;
  return referenceStateAt(schedule, nowMs) === 'shift' ? 'on-duty' : 'asleep';
}
