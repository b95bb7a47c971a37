import type { MinutesDocument } from '../../cloudfunctions/_store/branch/minutes';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Minutes of a study, written once. */
export function someMinutes(
  studyId: string,
  fields: Partial<MinutesDocument> = {},
): MinutesDocument {
  const by = { memberId: 'secretary', name: 'Secretary' };
  return {
    _id: studyId,
    branchId: 'own',
    versions: [{ text: 'what was said', decisions: null, by, atMs: TEST_START_MS }],
    revision: 1,
    lastRequestId: 'earlier',
    schemaVersion: 1,
    ...fields,
  };
}
