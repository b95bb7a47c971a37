import { NEVER_DUE_MS, type StarMonthDocument } from './star-month-document';

/** Of one branch and month. */
export const starMonthId = (branchId: string, month: string): string => `${branchId}_${month}`;

type Begun = Pick<StarMonthDocument, 'branchId' | 'month' | 'plan' | 'begunBy' | 'begunAtMs'>;

/** A star month as an officer begins it: being prepared, with nothing of what follows. */
export function begunMonth(begun: Begun): StarMonthDocument {
  return {
    ...begun,
    _id: starMonthId(begun.branchId, begun.month),
    state: 'preparing',
    list: null,
    leftOut: [],
    pollIds: [],
    result: null,
    meeting: null,
    decision: null,
    stars: [],
    publicUntilAtMs: null,
    objections: [],
    ended: null,
    dueAtMs: NEVER_DUE_MS,
    revision: 0,
    changedAtMs: begun.begunAtMs,
    schemaVersion: 1,
  };
}
