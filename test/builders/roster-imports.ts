import type { RosterImportDocument } from '../../cloudfunctions/_store/people/roster-imports';
import { localDay } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Done, of branch `own`, by nobody whom a test knows. */
export function aRosterImport(
  importId: string,
  rest: Partial<RosterImportDocument> = {},
): RosterImportDocument {
  return {
    _id: importId,
    branchId: 'own',
    by: { memberId: 'somebody', name: 'Somebody', roles: ['member', 'secretary'] },
    fileName: 'roster.xlsx',
    planId: 'plan-1',
    state: 'done',
    day: localDay('2025-03-05'),
    added: 1,
    changed: 0,
    left: 0,
    overtaken: [],
    decidedAtMs: TEST_START_MS,
    schemaVersion: 1,
    ...rest,
  };
}
