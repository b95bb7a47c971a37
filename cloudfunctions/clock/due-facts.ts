import type { DeliverySituation } from '../../domain/delivery/delivery-situation';
import { dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { readDone } from '../_deliver/about';
import { peopleIn } from '../_deliver/inbox-entry';
import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readOrganisation } from '../_store/people/organisation';
import { startOfDay } from '../_deliver/plan-notice';
import { countsForTheDay, situationsOf } from '../_deliver/situations';

/** What a run needs to know before it decides about what is due. */
export interface DueFacts {
  readonly people: ReadonlyMap<string, Member>;
  /** Without what is due now: that is being decided. */
  readonly situations: ReadonlyMap<string, DeliverySituation>;
  /** How many messages that can wait each person got today. */
  readonly toldToday: ReadonlyMap<string, number>;
  /** Whether a message has become pointless for a person. */
  isDone(document: DeliveryDocument, memberId: string): boolean;
}

const PEOPLE_AT_ONCE = 500;

/**
 * Read once for all that is due: people, what else waits for them, and what it takes to say what is
 * done: by what the messages speak of, and by the message that is reminded of.
 */
export async function readDueFacts(
  due: readonly DeliveryDocument[],
  nowMs: number,
): Promise<DueFacts> {
  const ids = [...new Set(due.flatMap(peopleDue(nowMs)))];
  const chunks = Array.from({ length: Math.ceil(ids.length / PEOPLE_AT_ONCE) }, (_, index) =>
    ids.slice(index * PEOPLE_AT_ONCE, (index + 1) * PEOPLE_AT_ONCE),
  );
  const [organisation, people, known, isDone] = await Promise.all([
    // As it is now: a shift that was changed a second ago decides who sleeps.
    readOrganisation(),
    Promise.all(chunks.map((chunk) => members.byIds(chunk))),
    Promise.all(chunks.map((chunk) => deliveries.naming(chunk, startOfDay(nowMs)))),
    readDoneOf(due),
  ]);
  const all = people.flat();
  const documents = [...new Map(known.flat().map((document) => [document._id, document])).values()];
  const others = documents.map((document) => ({
    ...document,
    groups: document.groups.filter(({ state, atMs }) => state !== 'pending' || atMs > nowMs),
  }));
  return {
    people: new Map(all.map((member) => [member._id, member])),
    situations: situationsOf(all, organisation, others),
    toldToday: toldOn(dayOfInstant(nowMs), documents),
    isDone,
  };
}

/** By person, how often a phone rang on a day for what could wait: what went out together rang once. */
function toldOn(
  day: LocalDay,
  documents: readonly DeliveryDocument[],
): ReadonlyMap<string, number> {
  const instants = new Map<string, Set<number>>();
  const counted = documents.filter(countsForTheDay);
  for (const { groups } of counted.filter(({ urgency }) => urgency !== 'urgent')) {
    for (const group of groups) {
      const { sentAtMs, outcomes } = group;
      if (sentAtMs === undefined || dayOfInstant(sentAtMs) !== day) continue;
      for (const memberId of peopleIn(group)) {
        const outcome = outcomes[memberId];
        if (outcome !== undefined && outcome !== 'sent' && outcome !== 'unknown') continue;
        instants.set(memberId, (instants.get(memberId) ?? new Set()).add(sentAtMs));
      }
    }
  }
  return new Map([...instants].map(([memberId, each]) => [memberId, each.size]));
}

const peopleDue =
  (nowMs: number) =>
  ({ groups }: DeliveryDocument): string[] =>
    groups.filter(({ state, atMs }) => state === 'pending' && atMs <= nowMs).flatMap(peopleIn);

async function readDoneOf(due: readonly DeliveryDocument[]): Promise<DueFacts['isDone']> {
  const messageIds = new Set(due.flatMap(({ reminds }) => (reminds === null ? [] : [reminds])));
  const [isAboutDone, editions] = await Promise.all([
    readDone(due.flatMap(({ about }) => (about === null ? [] : [about]))),
    Promise.all([...messageIds].map((messageId) => deliveries.ofMessage(messageId))),
  ]);
  const acknowledged = new Set(
    editions.flatMap((all) =>
      all
        .filter(({ major }) => major === all[0]?.major)
        .flatMap(({ messageId, acks }) => Object.keys(acks).map((id) => `${messageId}_${id}`)),
    ),
  );
  return ({ about, acks, reminds }, memberId) => {
    if (acks[memberId] !== undefined) return true;
    if (reminds !== null) return acknowledged.has(`${reminds}_${memberId}`);
    return about !== null && isAboutDone(about, memberId);
  };
}
