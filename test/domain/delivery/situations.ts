import type { DeliveryMessage } from '../../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../../domain/delivery/delivery-situation';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { aPerson, at } from '../shift/people';

/** Someone of crew `one`, bound, with one credit, to whom nothing was sent yet. */
export function aSituation(
  changes: Partial<DeliverySituation> & {
    person?: Partial<PersonSchedule> & { crewId?: string };
  } = {},
): DeliverySituation {
  const { person, ...rest } = changes;
  const common = { isBound: true, credits: { notice: 1 }, claims: [], countsByDay: {} };
  return { schedule: aPerson(person), ...common, ...rest };
}

/** A timely notice to be known by 2026-03-09. */
export function aMessage(changes: Partial<DeliveryMessage> = {}): DeliveryMessage {
  return {
    urgency: 'timely',
    importance: 3,
    creditKind: 'notice',
    deadlineAtMs: at('2026-03-09 00:00'),
    ...changes,
  };
}
