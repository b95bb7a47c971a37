import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { holdsOneOf, OFFICERS, SECRETARIES } from '../../../contract/roles';
import { SUGGESTION_STATES, SUGGESTION_STEPS } from '../../../domain/content/suggestion/suggestion';
import { COMMITTEE, SUGGESTIONS } from '../content/suggestion-document';
import type { Reading } from '../together';
import { officersReading, type Officer, type Officers } from '../people/officers-reading';
import { dataAsksReading, dataAsksToAnswer, type DataAskToAnswer } from './waiting-data-asks';
import { documentsReading, documentsToCheck, type DocumentToCheck } from './waiting-documents';

/** Of these as many are looked at: whoever owes more sees what was due first. */
const MOST_OWED = 50;

const OwedSuggestion = v.object({
  _id: Id,
  title: v.string(),
  ownerName: v.string(),
  state: v.picklist(SUGGESTION_STATES),
  dueAtMs: AtMs,
  /** Since when it is owed. */
  changedAtMs: AtMs,
  lastStep: v.object({ kind: v.picklist(SUGGESTION_STEPS), officeName: v.string() }),
});
export type OwedSuggestion = v.InferOutput<typeof OwedSuggestion>;

const Late = v.object({ count: Count, sinceAtMs: AtMs });

/** What the offices that somebody holds now owe to others. */
export interface WaitingDebts {
  /** By when it is due. */
  readonly owed: readonly OwedSuggestion[];
  /** Of the committee office: what other offices owe too long; null: nothing. */
  readonly late: v.InferOutput<typeof Late> | null;
  /** The oldest first. */
  readonly documents: readonly DocumentToCheck[];
  /** The oldest first. */
  readonly dataAsks: readonly DataAskToAnswer[];
}

/** As readings of one request, of who holds none of the offices none. docs/rules.md#R-333 */
export function debtReadings(officer: Officer, nowMs: number): Readonly<Record<string, Reading>> {
  const { roles } = officer;
  return {
    ...(holdsOneOf(roles, OFFICERS) && {
      officers: officersReading(officer),
      toCheck: documentsReading(officer),
      dataAsks: dataAsksReading(officer, nowMs),
    }),
    ...(holdsOneOf(roles, SECRETARIES) && { owed: owedReading(officer) }),
    ...(roles.includes('committee-office') && { late: lateReading(officer, nowMs) }),
  };
}

/** Rows of these readings; `officers`: those of the rows by that name. */
export function waitingDebts(
  rows: Readonly<Partial<Record<string, readonly unknown[]>>>,
  officer: Officer,
  officers: Officers,
): WaitingDebts {
  const [late] = v.parse(v.array(Late), rows['late'] ?? []);
  return {
    owed: v.parse(v.array(OwedSuggestion), rows['owed'] ?? []),
    late: late ?? null,
    documents: documentsToCheck(rows['toCheck'] ?? [], officers, officer._id),
    dataAsks: dataAsksToAnswer(rows['dataAsks'] ?? [], officers, officer._id),
  };
}

const officesOf = ({ branchId, roles }: Officer): readonly string[] => [
  ...(roles.includes('secretary') ? [branchId] : []),
  ...(roles.includes('committee-office') ? [COMMITTEE] : []),
];

/** Nobody answers what they have raised themselves. docs/rules.md#R-212 */
function owedReading(officer: Officer): Reading {
  return {
    from: SUGGESTIONS.collection,
    pipeline: [
      { $match: { owedBy: { $in: officesOf(officer) }, ownerId: { $ne: officer._id } } },
      { $sort: { dueAtMs: 1, _id: 1 } },
      { $limit: MOST_OWED },
      {
        $project: {
          title: 1,
          ownerName: 1,
          state: 1,
          dueAtMs: 1,
          changedAtMs: 1,
          lastStep: { $arrayElemAt: ['$steps', -1] },
        },
      },
    ],
  };
}

function lateReading(officer: Officer, nowMs: number): Reading {
  const others = { $nin: ['', COMMITTEE, ...officesOf(officer)] };
  return {
    from: SUGGESTIONS.collection,
    pipeline: [
      { $match: { owedBy: others, dueAtMs: { $lte: nowMs } } },
      { $group: { _id: null, count: { $sum: 1 }, sinceAtMs: { $min: '$dueAtMs' } } },
    ],
  };
}
