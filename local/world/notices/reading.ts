import { hasCome, inboxEntry } from '../../../cloudfunctions/_deliver/inbox-entry';
import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import { isBound, type Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import { quietUntil } from '../../../domain/shift/availability';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { seededRandom } from '../seeded-random';

/** Those who have not looked into their inbox lately have not since this long. */
const NOT_SEEN_FOR_MS = 26 * MS_PER_HOUR;
const TOLD_AFTER_MS = 20 * MS_PER_HOUR;

interface Readers {
  readonly members: readonly Member[];
  /** Who leaves must-reads open and has not looked lately. */
  readonly slow: ReadonlySet<string>;
  readonly organisation: Organisation;
  readonly nowMs: number;
}

/**
 * A must-read with those who have acknowledged it, each some minutes after it reached them awake.
 * Whoever has no phone here was told face to face by the leader of the group.
 */
export function acknowledged(document: DeliveryDocument, readers: Readers): DeliveryDocument {
  if (!document.isMustRead || document.cancelledAtMs !== null) return document;
  const { members, slow, organisation, nowMs } = readers;
  const isAnswered = document.urgency === 'urgent';
  const acks = members.flatMap((member): [string, DeliveryDocument['acks'][string]][] => {
    const entry = inboxEntry(document, member._id, nowMs);
    if (entry === null || (slow.has(member._id) && !isAnswered)) return [];
    if (!isBound(member)) {
      const atMs = entry.atMs + TOLD_AFTER_MS;
      return atMs > nowMs ? [] : [[member._id, { atMs, toldBy: leaderOf(member, members) }]];
    }
    const awakeAtMs =
      quietUntil(organisation.scheduleOf(member), entry.atMs)?.untilAtMs ?? entry.atMs;
    const random = seededRandom('acknowledged', document._id, member._id);
    const atMs = awakeAtMs + random.between(1, 25) * MS_PER_MINUTE;
    return atMs > nowMs ? [] : [[member._id, { atMs, toldBy: null }]];
  });
  return { ...document, acks: Object.fromEntries(acks) };
}

/** A member who has had on the screen what has come: the slow ones some of it, the others everything. */
export function withInboxSeen(
  member: Member,
  documents: readonly DeliveryDocument[],
  { slow, nowMs }: Readers,
): Member {
  if (!isBound(member)) return member;
  const untilMs = slow.has(member._id) ? nowMs - NOT_SEEN_FOR_MS : nowMs;
  const came = documents
    .filter((document) => hasCome(document, member._id, nowMs))
    .map((document) => inboxEntry(document, member._id, nowMs)?.atMs ?? 0);
  return { ...member, inboxSeenAtMs: Math.max(0, ...came.filter((atMs) => atMs <= untilMs)) };
}

function leaderOf({ groupId }: Member, members: readonly Member[]) {
  const leader = members.find(
    (other) => other.groupId === groupId && other.roles.includes('group-leader'),
  );
  return leader === undefined ? null : { memberId: leader._id, name: leader.name };
}
