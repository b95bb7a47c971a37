import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import { askedFor, askingDaysAt } from '../../../domain/branch/ledger';
import { MS_PER_MINUTE } from '../../../domain/time/local-day';
import { readLedgerLines } from '../../_store/branch/ledger-lines';
import { derivedId } from '../../_store/derived-id';
import type { Asker } from './asker';
import { meetingsDueText } from './to-answer.text';

/**
 * None or one: what the branch of an officer who plans has to hold by the end of the month and has not
 * planned. Read in the last days of a month only, in one request. docs/rules.md#R-199
 */
export async function meetingsToAnswer({
  member: { branchId, roles },
  nowMs,
}: Pick<Asker, 'member' | 'nowMs'>) {
  const days = askingDaysAt(nowMs);
  if (days === null || !holdsOneOf(roles, ROSTER_KEEPERS)) return [];
  const read = await readLedgerLines(branchId, nowMs);
  const kinds = askedFor(read?.lines ?? [], days).map(({ kind }) => kind);
  if (kinds.length === 0) return [];
  return [
    {
      messageId: derivedId('meetings-due', branchId, String(days.endAtMs)),
      ...meetingsDueText(kinds),
      page: 'packages/branch-office/ledger/ledger',
      untilAtMs: days.endAtMs - MS_PER_MINUTE,
    },
  ];
}
