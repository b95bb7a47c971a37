import type { DutyDocument, DutyStep } from '../../cloudfunctions/_store/content/duties';
import { localDay } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** By the rules of the roster. */
export const given = (memberId: string | null): DutyStep => ({
  deedId: `given-${memberId ?? 'nobody'}`,
  by: { memberId: null, name: '清风' },
  to: memberId === null ? null : { memberId, name: memberId },
  atMs: TEST_START_MS,
});

/** Of 党务清风, planned by its rules. `memberId` null: nobody can. */
export function aDuty(
  day: string,
  memberId: string | null,
  fields: Partial<DutyDocument> = {},
): DutyDocument {
  return {
    _id: `${fields.channel ?? 'party'}_${day}`,
    channel: 'party',
    day: localDay(day),
    memberId,
    steps: [given(memberId)],
    gapTold: null,
    gapTurns: 0,
    revision: 1,
    schemaVersion: 1,
    ...fields,
  };
}
