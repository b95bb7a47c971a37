import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { normsOfMonth } from '../../../domain/branch/norms';
import { TAKEN_KINDS, type TakedownRule } from '../../../domain/content/takedown';
import { collection } from '../database';
import { documentKind } from '../document-kind';

/** One version of what the committee office sets; never changed once it is written. docs/rules.md#R-308 */
const TakedownRulesDocument = v.object({
  /** `version-<version>` */
  _id: Id,
  version: Count,
  /** The first month that it is for. */
  fromMonth: Month,
  rules: v.array(v.object({ kind: v.picklist(TAKEN_KINDS), months: v.nullable(Count) })),
  by: v.object({ memberId: Id, name: v.string() }),
  atMs: AtMs,
  /** Of the call that saved it: its retry is answered alike. */
  requestId: v.string(),
  schemaVersion: v.literal(1),
});
export type TakedownRulesDocument = v.InferOutput<typeof TakedownRulesDocument>;

export const TAKEDOWN_RULES = documentKind('takedown_rules', TakedownRulesDocument);
const documents = () => collection(TAKEDOWN_RULES);
/** Older ones hold for no month that anybody asks about. */
const MOST_VERSIONS = 100;

export const takedownRules = {
  /** The newest first; one request. */
  versions: () => documents().find({}, { orderBy: { version: 'desc' }, limit: MOST_VERSIONS }),

  /** False when the version is taken: somebody else was first. */
  add: (version: TakedownRulesDocument) => documents().insertIfAbsent(version),
} as const;

/** What is set for a month; empty: all is as it comes. */
export const rulesOfMonth = (
  versions: readonly TakedownRulesDocument[],
  month: string,
): readonly TakedownRule[] => normsOfMonth(versions, month)?.rules ?? [];
