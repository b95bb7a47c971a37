import * as v from 'valibot';
import { acknowledge } from '../../contract/notice/inbox';
import { waitingWrites } from '../api/outbox';

/** Must-reads whose acknowledgement waits in the phone, and when it was given. */
export function waitingAcknowledgements(): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const { action, input, madeAtMs } of waitingWrites()) {
    const parsed = v.safeParse(acknowledge.input, input);
    if (action === 'acknowledge' && parsed.success) kept.set(parsed.output.messageId, madeAtMs);
  }
  return kept;
}
