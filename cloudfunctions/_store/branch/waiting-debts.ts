import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { holdsOneOf, OFFICERS, SECRETARIES } from '../../../contract/roles';
import { SUGGESTION_STATES, SUGGESTION_STEPS } from '../../../domain/content/suggestion/suggestion';
import { COMMITTEE, SUGGESTIONS } from '../content/suggestion-document';
import { isForStandIn } from '../content/suggestion-office';
import type { Reading } from '../together';
import { officersReading, type Officer, type Officers } from '../people/officers-reading';
import { dataAsksReading, dataAsksToAnswer, type DataAskToAnswer } from './waiting-data-asks';
import { documentsReading, documentsToCheck, type DocumentToCheck } from './waiting-documents';

/** Of these as many are looked at: whoever owes more sees what was due first. */
const MOST_OWED = 50;

/** Of what other branches owe as many, for whom the committee office may stand in. */
const MOST_OF_OTHERS = 200;

const OwedSuggestion = v.object({
  _id: Id,
  title: v.string(),
  ownerId: Id,
  owedBy: v.string(),
  /** Of who owes it. */
  officeName: v.string(),
  ownerName: v.string(),
  state: v.picklist(SUGGESTION_STATES),
  dueAtMs: AtMs,
  /** Since when it is owed. */
  changedAtMs: AtMs,
  lastStep: v.object({ kind: v.picklist(SUGGESTION_STEPS), officeName: v.string() }),
});
export interface OwedSuggestion extends v.InferOutput<typeof OwedSuggestion> {
  /** The office that it is named after has nobody to answer it. docs/rules.md#R-343 */
  readonly isStoodInFor: boolean;
}

const Late = v.object({ count: Count, sinceAtMs: AtMs });

/** What the offices that somebody holds now owe to others. */
export interface WaitingDebts {
  /** By when it is due; of the committee office also what it stands in for. docs/rules.md#R-343 */
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
    ...(roles.includes('committee-office') && {
      late: lateReading(officer, nowMs),
      ofOthers: ofOthersReading(officer),
    }),
  };
}

/** Rows of these readings; `officers`: those of the rows by that name. */
export function waitingDebts(
  rows: Readonly<Partial<Record<string, readonly unknown[]>>>,
  officer: Officer,
  officers: Officers,
): WaitingDebts {
  const [late] = v.parse(v.array(Late), rows['late'] ?? []);
  const own = v
    .parse(v.array(OwedSuggestion), rows['owed'] ?? [])
    .map((each) => ({ ...each, isStoodInFor: false }));
  const standIn = v
    .parse(v.array(OwedSuggestion), rows['ofOthers'] ?? [])
    .filter(({ owedBy, ownerId }) => isForStandIn(ownerId, officers.ofBranch(owedBy)))
    .map((each) => ({ ...each, isStoodInFor: true }));
  return {
    owed: [...own, ...standIn].sort((a, b) => a.dueAtMs - b.dueAtMs),
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
const owedReading = (officer: Officer): Reading =>
  owedTo({ owedBy: { $in: officesOf(officer) }, ownerId: { $ne: officer._id } }, MOST_OWED);

/** What other branches owe, whether or not they have somebody who answers. */
const ofOthersReading = (officer: Officer): Reading =>
  owedTo({ owedBy: byOthersThan(officer), ownerId: { $ne: officer._id } }, MOST_OF_OTHERS);

const byOthersThan = (officer: Officer) => ({ $nin: ['', COMMITTEE, ...officesOf(officer)] });

function owedTo(wanted: Readonly<Record<string, unknown>>, most: number): Reading {
  return {
    from: SUGGESTIONS.collection,
    pipeline: [
      { $match: wanted },
      { $sort: { dueAtMs: 1, _id: 1 } },
      { $limit: most },
      {
        $project: {
          title: 1,
          ownerId: 1,
          owedBy: 1,
          officeName: 1,
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

/** Also what they have raised themselves and owe as the secretary: others answer it. */
function lateReading(officer: Officer, nowMs: number): Reading {
  const own = { owedBy: { $in: officesOf(officer), $ne: COMMITTEE }, ownerId: officer._id };
  return {
    from: SUGGESTIONS.collection,
    pipeline: [
      { $match: { $or: [{ owedBy: byOthersThan(officer) }, own], dueAtMs: { $lte: nowMs } } },
      { $group: { _id: null, count: { $sum: 1 }, sinceAtMs: { $min: '$dueAtMs' } } },
    ],
  };
}
