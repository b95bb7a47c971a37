import { deliveries } from '../_store/delivery/deliveries';
import type {
  DeliveryDocument,
  DeliveryGroup,
  Outcome,
} from '../_store/delivery/delivery-document';
import { untilNotOvertaken } from '../_store/retry';
import { peopleIn } from '../_deliver/inbox-entry';
import type { Taken } from './take';

/** Writes down what became of a document's sends; who was not tried waits again. */
export async function recordSends(
  { document, groups, sendTo }: Taken,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const asked = new Set(sendTo);
  let now: DeliveryDocument | null = {
    ...document,
    groups: [...groups],
    version: document.version + 1,
  };
  await untilNotOvertaken(`outcomes of ${document._id}`, async () => {
    if (now === null) return true;
    const recorded = now.groups.flatMap((group) => groupAfter(group, asked, outcomes));
    if (await deliveries.recordOutcomes(now, recorded)) return true;
    // Somebody was planned again meanwhile, in another group of the same document.
    now = await deliveries.byId(document._id);
    return undefined;
  });
}

function groupAfter(
  group: DeliveryGroup,
  asked: ReadonlySet<string>,
  outcomes: ReadonlyMap<string, Outcome>,
): DeliveryGroup[] {
  const people = peopleIn(group);
  if (group.state === 'pending' || !people.some((memberId) => asked.has(memberId))) return [group];
  const known = people.flatMap((memberId): [string, Outcome][] => {
    const outcome = outcomes.get(memberId);
    return outcome !== undefined && asked.has(memberId) ? [[memberId, outcome]] : [];
  });
  const after = { ...group.outcomes, ...Object.fromEntries(known) };
  const untried = people.filter((memberId) => after[memberId] === undefined);
  const isLeft = (memberId: string) => untried.includes(memberId);
  const done: DeliveryGroup = {
    ...group,
    state: 'done',
    leaseUntilMs: null,
    subscribe: group.subscribe.filter((memberId) => !isLeft(memberId)),
    inboxOnly: group.inboxOnly.filter(({ memberId }) => !isLeft(memberId)),
    outcomes: after,
  };
  const { atMs, why, isLeastBad, shown } = group;
  const again: DeliveryGroup = {
    atMs,
    why,
    isLeastBad,
    ...(shown !== undefined && { shown }),
    state: 'pending',
    leaseUntilMs: null,
    subscribe: untried,
    inboxOnly: [],
    outcomes: {},
  };
  return [done, again].filter((each) => peopleIn(each).length > 0);
}
