import type { InferOutput } from 'valibot';
import type { OutcomeCounts } from '../../../contract/notice/notice-shapes';
import type { DeliveryDocument, Outcome } from '../../_store/delivery/delivery-document';
import { byMoment } from './by-moment';

type Documents = readonly DeliveryDocument[];

const NOT_REACHED: readonly Outcome[] = [
  'inbox-only',
  'no-credit',
  'unknown',
  'failed',
  'too-late',
];

/** What became of a message, by state; each recipient is in exactly one of the first seven. */
export function countsOf(documents: Documents): InferOutput<typeof OutcomeCounts> {
  // Who was released after the message was sent is no recipient any more.
  const outcomes = documents.flatMap(({ groups, memberIds }) =>
    groups.flatMap((group) =>
      Object.entries(group.outcomes)
        .filter(([memberId]) => memberIds.includes(memberId))
        .map(([, outcome]) => outcome),
    ),
  );
  const acks = documents.flatMap((document) => Object.values(document.acks));
  const count = (...wanted: readonly Outcome[]) =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const recipients = documents.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  const tooLate = documents.reduce((sum, document) => sum + document.tooLate.length, 0);
  return {
    recipients,
    waiting: recipients - outcomes.length - tooLate,
    sent: count('sent'),
    inboxOnly: count('inbox-only', 'no-credit'),
    unknown: count('unknown'),
    failed: count('failed'),
    notConcerned: count('not-concerned'),
    tooLate: count('too-late') + tooLate,
    acknowledged: acks.filter(({ toldBy }) => toldBy === null).length,
    toldInPerson: acks.filter(({ toldBy }) => toldBy !== null).length,
  };
}

/** How many wait for an instant, and why then. */
export const waitingOf = (documents: Documents) =>
  byMoment(documents, ({ state }) => state === 'pending').map(({ atMs, why, memberIds }) => ({
    atMs,
    why,
    count: memberIds.length,
  }));

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
