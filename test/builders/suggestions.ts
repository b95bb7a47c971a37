import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { SuggestionDocument } from '../../cloudfunctions/_store/content/suggestion-document';
import { replyDueAtMs } from '../../domain/content/suggestion/decide-on-suggestion';
import { TEST_START_MS } from '../worlds/test-cloud';

/** A proposal that waits with the branch of its member. */
export function aSuggestion(
  id: string,
  { _id: ownerId, name: ownerName, branchId }: Member,
  fields: Partial<SuggestionDocument> = {},
): SuggestionDocument {
  const by = { memberId: ownerId, name: ownerName };
  return {
    _id: id,
    ownerId,
    ownerName,
    branchId,
    branchName: `name of ${branchId}`,
    type: 'proposal',
    topic: 'living',
    title: 'supper after the late shift',
    text: 'the canteen closes before we are there',
    isUrgent: false,
    rang: [],
    office: branchId,
    officeName: `name of ${branchId}`,
    offices: [branchId],
    state: 'received',
    owedBy: branchId,
    dueAtMs: replyDueAtMs(TEST_START_MS),
    raisedAtMs: TEST_START_MS,
    changedAtMs: TEST_START_MS,
    steps: [
      {
        stepId: id,
        kind: 'raise',
        by,
        officeName: '',
        atMs: TEST_START_MS,
        text: null,
        promisedAtMs: null,
      },
    ],
    revision: 0,
    schemaVersion: 1,
    ...fields,
  };
}
