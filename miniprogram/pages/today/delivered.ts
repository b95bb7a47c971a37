import type { checkIn, reply } from '../../../contract/study';
import type { Failure, FailureCode } from '../../api/client';
import type { Delivered } from '../../api/outbox';
import { errorText } from '../../text/errors';
import { lateCheckInErrors } from '../../text/late-check-in-errors';
import { replyErrors } from '../../text/reply-errors';

/**
 * What to tell of answers and scans that had waited for the network: those that were refused, each
 * by its title; '' when all went well, for the page shows that by itself.
 */
export function refusalsText(delivered: readonly Delivered[]): string {
  return delivered
    .flatMap(({ waiting: { action, title }, result }) =>
      result.ok || action === 'acknowledge' ? [] : [`${title}：${reasonText(action, result)}`],
    )
    .join('\n');
}

function reasonText(action: 'reply' | 'checkIn', failure: Failure): string {
  switch (action) {
    case 'reply':
      return errorText(failure as Failure<FailureCode<typeof reply>>, replyErrors);
    case 'checkIn':
      return errorText(failure as Failure<FailureCode<typeof checkIn>>, lateCheckInErrors);
  }
}
