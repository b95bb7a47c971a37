import { DEFAULT_DELIVERY_RULES } from '../../domain/delivery/delivery-rules';
import {
  replanDeliveries,
  type PendingDelivery,
  type ReplanDiff,
} from '../../domain/delivery/replan-deliveries';
import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument, DeliveryGroup } from '../_store/delivery/delivery-document';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { movePerson, withoutPerson } from './move-person';
import { readRotas, type Rotas } from '../_store/people/organisation';
import { untilNotOvertaken } from '../_store/retry';
import { reasonOf } from './notice-reason';
import { deliveryMessageOf, startOfDay } from './plan-notice';
import { situationsOf } from './situations';

const PEOPLE_AT_ONCE = 100;

/**
 * Plans again what is pending for these people, after their shifts, preferences or credits changed.
 * What is due is left to the clock. Can be repeated; how many deliveries to a person moved.
 */
export async function replanFor(memberIds: readonly string[], nowMs: number): Promise<number> {
  if (memberIds.length === 0) return 0;
  const rotas = await readRotas();
  let moved = 0;
  for (let start = 0; start < memberIds.length; start += PEOPLE_AT_ONCE) {
    const people = await members.byIds(memberIds.slice(start, start + PEOPLE_AT_ONCE));
    moved += await replanPeople(people, rotas, nowMs);
  }
  return moved;
}

/** As replanFor, for whoever has just read or written these people: at most a hundred. */
export async function replanPeople(
  read: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): Promise<number> {
  const people = read.filter(({ leftDay }) => leftDay === null);
  const ids = new Set(people.map(({ _id }) => _id));
  if (ids.size === 0) return 0;
  let moved = 0;
  return untilNotOvertaken('what is planned for people', async () => {
    const known = await deliveries.naming([...ids], startOfDay(nowMs));
    let isWritten = true;
    for (const { document, groups, late, moves } of planAgain(known, people, organisation, nowMs)) {
      const more = late.length === 0 ? {} : { tooLate: [...document.tooLate, ...late] };
      const isMine = await deliveries.writeGroups(document, groups, more);
      isWritten = isMine && isWritten;
      if (isMine) moved += moves;
    }
    // Somebody wrote in between, the clock perhaps: what is left to move is read anew.
    return isWritten ? moved : undefined;
  });
}

/** A document of which something is to be moved. */
interface PlannedAgain {
  readonly document: DeliveryDocument;
  readonly groups: readonly DeliveryGroup[];
  /** For whom no instant is left. */
  readonly late: readonly string[];
  /** How many people get it at another instant, or in another way. */
  readonly moves: number;
}

/** What replanFor makes of these documents, which name one of the people. Writes nothing. */
export function planAgain(
  known: readonly DeliveryDocument[],
  people: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): PlannedAgain[] {
  const diff = diffOf(known, people, organisation, nowMs);
  return [...groupsAfter(known, diff, nowMs)].map(([document, groups]) => {
    const isOf = ({ pending }: { readonly pending: PendingDelivery }) =>
      pending.deliveryId === document._id;
    const late = diff.cancel.filter(isOf).map(({ pending }) => pending.personId);
    return { document, groups, late, moves: diff.move.filter(isOf).length };
  });
}

function diffOf(
  known: readonly DeliveryDocument[],
  people: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): ReplanDiff {
  const ids = new Set(people.map(({ _id }) => _id));
  const sentOnly = known.map((document) => ({
    ...document,
    groups: document.groups.filter((group) => group.state !== 'pending' || group.atMs <= nowMs),
  }));
  const situations = situationsOf(people, organisation, sentOnly);
  const pending = known.flatMap((document) => pendingOf(document, ids));
  return replanDeliveries(
    pending,
    (personId) => situations.get(personId),
    nowMs,
    DEFAULT_DELIVERY_RULES,
  );
}

function pendingOf(document: DeliveryDocument, ids: ReadonlySet<string>): PendingDelivery[] {
  const message = deliveryMessageOf(document);
  return document.groups
    .filter(({ state }) => state === 'pending')
    .flatMap(({ atMs, why, isLeastBad, subscribe, inboxOnly }) => {
      const plan = {
        kind: 'deliver',
        atMs,
        reason: reasonOf(why),
        ...(isLeastBad && { leastBad: true as const }),
      } as const;
      const base = { deliveryId: document._id, message };
      return [
        ...subscribe
          .filter((personId) => ids.has(personId))
          .map((personId): PendingDelivery => ({
            ...base,
            personId,
            plan,
          })),
        ...inboxOnly
          .filter(({ memberId }) => ids.has(memberId))
          .map(({ memberId, because }): PendingDelivery => ({
            ...base,
            personId: memberId,
            plan: { ...plan, inboxOnlyBecause: because },
          })),
      ];
    });
}

/** New groups of every document that changes. */
function groupsAfter(
  known: readonly DeliveryDocument[],
  diff: ReplanDiff,
  nowMs: number,
): ReadonlyMap<DeliveryDocument, readonly DeliveryGroup[]> {
  const byId = new Map(known.map((document) => [document._id, document]));
  const changed = new Map<DeliveryDocument, readonly DeliveryGroup[]>();
  const change = (
    { deliveryId }: PendingDelivery,
    next: (groups: readonly DeliveryGroup[]) => readonly DeliveryGroup[],
  ): void => {
    const document = byId.get(deliveryId);
    if (document !== undefined)
      changed.set(document, next(changed.get(document) ?? document.groups));
  };
  for (const { pending, to } of diff.move) {
    change(pending, (groups) => movePerson(groups, pending.personId, to, nowMs));
  }
  for (const { pending } of diff.cancel) {
    change(pending, (groups) => withoutPerson(groups, pending.personId));
  }
  return changed;
}
