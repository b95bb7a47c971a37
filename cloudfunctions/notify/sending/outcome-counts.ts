import type { InferOutput } from 'valibot';
import type { OutcomeCounts } from '../../../contract/notice/notice-shapes';
import type {
  DeliveryDocument,
  Outcome,
  StoredReason,
} from '../../_store/delivery/delivery-document';

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

interface Waiting {
  readonly atMs: number;
  readonly why: StoredReason;
  readonly count: number;
}

/** How many wait for an instant, and why then; several groups of one instant and reason together. */
export function waitingOf(documents: Documents): Waiting[] {
  const waiting = new Map<string, Waiting>();
  for (const { state, atMs, why, subscribe, inboxOnly } of documents.flatMap(
    ({ groups }) => groups,
  )) {
    if (state !== 'pending') continue;
    const key = [atMs, why.code, why.because, why.label].join(' ');
    const before = waiting.get(key)?.count ?? 0;
    waiting.set(key, { atMs, why, count: before + subscribe.length + inboxOnly.length });
  }
  return [...waiting.values()].sort((a, b) => a.atMs - b.atMs);
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
