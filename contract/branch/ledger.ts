import * as v from 'valibot';
import { LEDGER_STATES, PERIODS } from '../../domain/branch/ledger';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Day, Id } from '../fields';
import { growing } from '../growing';
import { OFFICERS } from '../roles';
import { ShownStudyKind } from '../study/study-shapes';

const Meeting = v.strictObject({
  studyId: Id,
  topic: v.string(),
  startAtMs: AtMs,
  /** Of its register when it is final; null: not yet. */
  attended: v.nullable(Count),
  asked: v.nullable(Count),
});

/** What the branch has to hold in this month, quarter or year, and what of it is held or planned. */
export const ledger = defineAction({
  fn: 'branch',
  name: 'ledger',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    lines: v.array(
      v.strictObject({
        kind: ShownStudyKind,
        every: growing(PERIODS),
        state: growing(LEDGER_STATES),
        /** The last day on which it is in time. */
        lastDay: Day,
        held: v.array(Meeting),
        planned: v.array(Meeting),
        /** Names of groups that have none yet, where each holds its own. */
        groupsWithout: v.array(v.string()),
        groups: Count,
      }),
    ),
  }),
  errors: [],
});

export const ledgerActions = { ledger } as const;
