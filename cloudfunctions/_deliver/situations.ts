import type { CreditClaim, DeliverySituation } from '../../domain/delivery/delivery-situation';
import { dayOfInstant } from '../../domain/time/local-day';
import { peopleIn } from './inbox-entry';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { isBound, type Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';

interface Planned {
  readonly claims: CreditClaim[];
  readonly countsByDay: Record<string, number>;
  /** Instants at which something went out: whatever did at one of them was one message. */
  readonly sentAtMs: Set<number>;
  digest: DeliverySituation['pendingDigest'];
}

/**
 * What planning needs to know of each member: their schedule, and what `known` documents have sent
 * them or still plan. A digest counts once for its instant, what went out together once, an urgent
 * message not at all, an edition that a newer one has replaced neither.
 */
export function situationsOf(
  members: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  known: readonly DeliveryDocument[],
): ReadonlyMap<string, DeliverySituation> {
  const planned = new Map<string, Planned>(
    members.map(({ _id }) => [
      _id,
      { claims: [], countsByDay: {}, sentAtMs: new Set(), digest: undefined },
    ]),
  );
  for (const document of known.filter(countsForTheDay)) countDocument(document, planned);
  return new Map(
    members.map((member): [string, DeliverySituation] => {
      const { claims = [], countsByDay = {}, digest } = planned.get(member._id) ?? {};
      return [
        member._id,
        {
          schedule: organisation.scheduleOf(member),
          isBound: isBound(member),
          credits: member.credits,
          claims,
          countsByDay,
          ...(digest !== undefined && { pendingDigest: digest }),
          ...(member.preferences !== null && { preferences: chosen(member.preferences) }),
        },
      ];
    }),
  );
}

/** A newer edition has its place in the day; a reminder that went out was a message of its own. docs/rules.md#R-78 */
export const countsForTheDay = ({ isSuperseded, reminds }: DeliveryDocument): boolean =>
  !isSuperseded || reminds !== null;

function countDocument(document: DeliveryDocument, planned: ReadonlyMap<string, Planned>): void {
  const { urgency, templateKey, importance } = document;
  for (const group of document.groups) {
    for (const memberId of peopleIn(group)) {
      const person = planned.get(memberId);
      if (person === undefined) continue;
      const hasCredit = group.subscribe.includes(memberId);
      if (urgency !== 'urgent') {
        const { atMs, sentAtMs } = group;
        const day = dayOfInstant(sentAtMs ?? atMs);
        const joins =
          sentAtMs === undefined
            ? urgency === 'digest' && person.digest?.atMs === atMs
            : person.sentAtMs.has(sentAtMs);
        if (sentAtMs !== undefined) person.sentAtMs.add(sentAtMs);
        if (!joins) person.countsByDay[day] = (person.countsByDay[day] ?? 0) + 1;
      }
      if (group.state !== 'pending') continue;
      if (hasCredit) person.claims.push({ creditKind: templateKey, importance });
      if (urgency === 'digest') {
        person.digest = {
          atMs: group.atMs,
          hasCredit: hasCredit || person.digest?.hasCredit === true,
        };
      }
    }
  }
}

function chosen(preferences: NonNullable<Member['preferences']>) {
  const { onDuty, digestMinute } = preferences;
  return { ...(onDuty !== null && { onDuty }), ...(digestMinute !== null && { digestMinute }) };
}
