import type { InferOutput } from 'valibot';
import type { OutcomeCounts } from '../../../contract/notice/notice-shapes';
import type { DeliveryDocument, Outcome } from '../../_store/delivery/delivery-document';
import { byMoment } from '../../_deliver/by-moment';

type Documents = readonly DeliveryDocument[];

const NOT_REACHED: readonly Outcome[] = [
  'inbox-only',
  'no-credit',
  'unknown',
  'failed',
  'too-late',
];

/** Nothing but the inbox has it. */
const INBOX_ALONE: readonly Outcome[] = ['inbox-only', 'no-credit'];

/** Of who acknowledged: the inbox has reached them, whatever became of the subscribe message. */
const REACHED_ALL_THE_SAME: readonly Outcome[] = ['sent', 'unknown'];

/**
 * What became of a message, by state; each recipient is in exactly one of the first seven.
 * @param unbound people without an account, whom an inbox does not reach
 */
export function countsOf(
  documents: Documents,
  unbound: ReadonlySet<string> = new Set(),
): InferOutput<typeof OutcomeCounts> {
  const outcomes = documents.flatMap((document) =>
    [...outcomesOf(document)].map(([memberId, outcome]) =>
      unbound.has(memberId) && INBOX_ALONE.includes(outcome) ? 'failed' : outcome,
    ),
  );
  const acks = documents.flatMap((document) => Object.values(document.acks));
  const count = (...wanted: readonly Outcome[]) =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const recipients = documents.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  return {
    recipients,
    waiting: recipients - outcomes.length,
    sent: count('sent'),
    inboxOnly: count(...INBOX_ALONE),
    unknown: count('unknown'),
    failed: count('failed'),
    notConcerned: count('not-concerned'),
    tooLate: count('too-late'),
    acknowledged: acks.filter(({ toldBy }) => toldBy === null).length,
    toldInPerson: acks.filter(({ toldBy }) => toldBy !== null).length,
  };
}

/** By recipient: who was released after the message was sent is none any more. */
function outcomesOf({ groups, memberIds, tooLate, acks }: DeliveryDocument) {
  const outcomes = new Map<string, Outcome>([
    ...tooLate.map((memberId) => [memberId, 'too-late'] as const),
    ...groups.flatMap((group) => Object.entries(group.outcomes)),
  ]);
  for (const memberId of Object.keys(acks)) {
    const outcome = outcomes.get(memberId);
    const isReached = outcome !== undefined && REACHED_ALL_THE_SAME.includes(outcome);
    if (!isReached) outcomes.set(memberId, 'inbox-only');
  }
  return new Map([...outcomes].filter(([memberId]) => memberIds.includes(memberId)));
}

/** How many wait for an instant, and why then; not who has acknowledged it already. */
export function waitingOf(documents: Documents) {
  const acknowledged = new Set(documents.flatMap(({ acks }) => Object.keys(acks)));
  return byMoment(documents, ({ state }) => state === 'pending')
    .map(({ atMs, why, memberIds }) => ({
      atMs,
      why,
      count: memberIds.filter((memberId) => !acknowledged.has(memberId)).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Those whom no subscribe message is known to have reached. */
export function notReached(documents: Documents): string[] {
  return documents.flatMap(({ groups, tooLate }) => [
    ...groups.flatMap(({ outcomes }) =>
      Object.entries(outcomes)
        .filter(([, outcome]) => NOT_REACHED.includes(outcome))
        .map(([memberId]) => memberId),
    ),
    ...tooLate,
  ]);
}
