import type { DataAskDocument } from '../../cloudfunctions/_store/people/data-asks';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A correction that waits for its answer. */
export function aDataAsk(
  id: string,
  { _id: memberId, name: memberName, branchId }: Member,
  fields: Partial<DataAskDocument> = {},
): DataAskDocument {
  return {
    _id: id,
    askId: id,
    memberId,
    memberName,
    branchId,
    about: { kind: 'correction', of: 'profile' },
    words: 'my crew is another',
    askedAtMs: TEST_START_MS,
    state: 'open',
    answer: null,
    lastAtMs: TEST_START_MS,
    schemaVersion: 1,
    ...fields,
  };
}
