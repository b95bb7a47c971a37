import * as v from 'valibot';
import { LEDGER_STATES, PERIODS } from '../../domain/branch/ledger';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Day, Id } from '../fields';
import { growing } from '../growing';
import { OFFICERS } from '../roles';
import { Exported } from './exported';
import { ShownHindrance } from '../study/planning';
import { ShownStudyKind } from '../study/study-shapes';

const Meeting = v.strictObject({
  studyId: Id,
  topic: v.string(),
  startAtMs: AtMs,
  /** Of each sitting, in order; absent: there is one, or from functions before 0.4.0. */
  startsAtMs: v.optional(v.array(AtMs)),
  /** Of its register when it is final, who was there; null: not yet. */
  attended: v.nullable(Count),
  /** Who made it up; absent: not final yet, or from functions before 0.3.0. */
  madeUp: v.optional(Count),
  asked: v.nullable(Count),
  /** Names of the groups that it is for; absent: it is not for groups. */
  groups: v.optional(v.array(v.string())),
});

/** Of a meeting to come that votes, heads of those entitled, by their rotas as they are now. */
const Vote = v.strictObject({
  entitled: Count,
  /** Must be there for a vote. docs/rules.md#R-95 */
  needed: Count,
  canCome: Count,
  /** A time of the same day to which more of them can come; null: there is none. docs/rules.md#R-116 */
  better: v.nullable(
    v.strictObject({
      startAtMs: AtMs,
      canCome: Count,
      /** Crews of which somebody can come then and not now, and what keeps them now; most people first. */
      freed: v.array(v.strictObject({ crewName: v.string(), hindrance: ShownHindrance })),
    }),
  ),
});
export type Vote = v.InferOutput<typeof Vote>;

/** What the branch has to hold in this month, quarter or year, what of it is held or planned, and what else it holds. */
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
        /** Of the first that is planned, where its kind votes. */
        vote: v.optional(Vote),
        /** Names of groups that have none yet, where each holds its own. */
        groupsWithout: v.array(v.string()),
        groups: Count,
      }),
    ),
    /**
     * Kinds that no rule asks for, of this year; absent: from functions before 0.3.0, which say nothing
     * of them. docs/rules.md#R-293
     */
    free: v.optional(
      v.array(
        v.strictObject({
          kind: ShownStudyKind,
          held: Count,
          /** The last that was held, and the first that is planned. */
          last: v.nullable(Meeting),
          next: v.nullable(Meeting),
          /** Of the next, where its kind votes. */
          vote: v.optional(Vote),
        }),
      ),
    ),
  }),
  errors: [],
});

/** The ledger as a sheet; `exportId` is chosen by the phone and names it again. */
export const exportLedger = defineAction({
  fn: 'branch',
  name: 'exportLedger',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ exportId: Id, branchId: v.optional(Id) }),
  output: Exported,
  errors: [],
});

export const ledgerActions = { ledger, exportLedger } as const;
