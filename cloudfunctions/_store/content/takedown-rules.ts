import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { normsOfMonth } from '../../../domain/branch/norms';
import { TAKEN_KINDS, type TakedownRule } from '../../../domain/content/takedown';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { collection } from '../database';
import { documentKind } from '../document-kind';

/**
 * One version of what the committee office sets; never changed once it is written. docs/rules.md#R-308
 * Version 0 is the clock's: nothing is set, and since then the rules hold as they come. docs/rules.md#R-319
 */
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

  /** From now on the rules hold as they come, unless they do already. */
  async begin(name: string, nowMs: number): Promise<void> {
    await documents().insertIfAbsent({
      _id: 'version-0',
      version: 0,
      fromMonth: monthOf(dayOfInstant(nowMs)),
      rules: [],
      by: { memberId: 'system', name },
      atMs: nowMs,
      requestId: '',
      schemaVersion: 1,
    });
  },

  /** False when the version is taken: somebody else was first. */
  add: (version: TakedownRulesDocument) => documents().insertIfAbsent(version),
} as const;

/** Since when rules hold; null: the clock has not come to it yet. */
export const begunAtMs = (versions: readonly TakedownRulesDocument[]): number | null =>
  versions.reduce<number | null>((first, { atMs }) => Math.min(first ?? atMs, atMs), null);

/** What is set for a month; empty: all is as it comes. */
export const rulesOfMonth = (
  versions: readonly TakedownRulesDocument[],
  month: string,
): readonly TakedownRule[] => normsOfMonth(versions, month)?.rules ?? [];
