import * as v from 'valibot';
import { AtMs, Day, Id } from '../../../contract/fields';
import { overridesOfSwap, SWAP_STATES, type Swap } from '../../../domain/shift/swap';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command, inTransaction } from '../database';
import { documentKind } from '../document-kind';
import { MEMBERS, type Member } from '../people/members';
import { CycleDayDocument } from './shift-documents';

export const SwapDocument = v.object({
  _id: Id,
  /** Of both people. */
  branchId: Id,
  proposerId: Id,
  proposerName: v.string(),
  partnerId: Id,
  partnerName: v.string(),
  /** Ordered, each once. */
  days: v.pipe(v.array(Day), v.minLength(1)),
  /** The last of `days`, for the indexes. */
  lastDay: Day,
  /** What each works instead, by day, as it was when it was proposed, or agreed. Absent: not kept. */
  takes: v.exactOptional(
    v.array(v.object({ day: Day, proposer: CycleDayDocument, partner: CycleDayDocument })),
  ),
  reason: v.nullable(v.string()),
  state: v.picklist(SWAP_STATES),
  proposedAtMs: AtMs,
  /** The first officer who saw it agreed. */
  seenBy: v.nullable(v.object({ memberId: Id, name: v.string(), atMs: AtMs })),
  schemaVersion: v.literal(1),
});
export type SwapDocument = v.InferOutput<typeof SwapDocument>;
export type SwapTakes = NonNullable<SwapDocument['takes']>;

/** The swap of domain/shift in a document. */
export function swapOf({ _id, proposerId, partnerId, days, state }: SwapDocument): Swap {
  return { id: _id, proposerId, partnerId, days, state };
}

/** What each of the two would work instead, by their shifts as they are without the swap. */
export function takesOf(swap: Swap, proposer: PersonSchedule, partner: PersonSchedule): SwapTakes {
  const overrides = overridesOfSwap(swap, proposer, partner);
  return swap.days.map((day, index) => ({
    day,
    proposer: [...(overrides.proposer[index]?.slots ?? [])],
    partner: [...(overrides.partner[index]?.slots ?? [])],
  }));
}

/** Both people of a swap as they are stored, also who has left. */
export interface SwapPeople {
  readonly proposer: Member;
  readonly partner: Member;
}

/** What a decision writes: fields of the swap, and of each person when their days change. */
export interface SwapChanges {
  readonly swap: Partial<SwapDocument>;
  readonly proposer?: Pick<Member, 'overrides'>;
  readonly partner?: Pick<Member, 'overrides'>;
}

export type SwapVerdict<Code> =
  | {
      readonly kind: 'changed';
      readonly before: SwapDocument;
      readonly swap: SwapDocument;
      /** As they are after it. */
      readonly people: SwapPeople;
    }
  | { readonly kind: 'refused'; readonly code: Code }
  | { readonly kind: 'missing' };

const MOST_LISTED = 100;

export const SWAPS = documentKind('swaps', SwapDocument);
const documents = () => collection(SWAPS);

export const swaps = {
  byId: (swapId: string) => documents().byId(swapId),

  /** Ids of what this person has proposed, nobody has answered, and is not over. */
  async idsOpenOf(proposerId: string, today: LocalDay): Promise<ReadonlySet<string>> {
    const isOpen = { proposerId, lastDay: command.gte(today), state: 'proposed' };
    const found = await documents().find(isOpen, { limit: MOST_LISTED });
    return new Set(found.map(({ _id }) => _id));
  },

  /** Whether it was written; false when its id is taken. */
  add: (swap: SwapDocument) => documents().insertIfAbsent(swap),

  /** Of all states, with this person on either side and a last day on or after `fromDay`, by last day; at most 100. */
  ofMember: (memberId: string, fromDay: LocalDay) =>
    documents().find(
      command.anyOf(
        { proposerId: memberId, lastDay: command.gte(fromDay) },
        { partnerId: memberId, lastDay: command.gte(fromDay) },
      ),
      { orderBy: { lastDay: 'asc', _id: 'asc' }, limit: MOST_LISTED },
    ),

  /** In force, with a last day on or after `fromDay`, by last day; at most 100. */
  inForceOf: (branchId: string, fromDay: LocalDay) =>
    documents().find(
      { branchId, lastDay: command.gte(fromDay), state: command.in(['agreed', 'seen']) },
      { orderBy: { lastDay: 'asc', _id: 'asc' }, limit: MOST_LISTED },
    ),

  /**
   * Changes a swap and its two people together, by what is stored now. `decide` gives what to write
   * or the code of a refusal, and may run more than once. Of two decisions at once, or of two swaps
   * that share a person, the second sees what the first has written.
   */
  change<Code extends string>(
    swapId: string,
    decide: (swap: SwapDocument, people: SwapPeople) => SwapChanges | Code,
  ): Promise<SwapVerdict<Code>> {
    return inTransaction(async (transaction) => {
      const insideSwaps = transaction.collection(SWAPS);
      const insideMembers = transaction.collection(MEMBERS);
      const before = await insideSwaps.byId(swapId);
      if (before === null) return { kind: 'missing' };
      const proposer = await insideMembers.byId(before.proposerId);
      const partner = await insideMembers.byId(before.partnerId);
      if (proposer === null || partner === null) return { kind: 'missing' };
      const changes = decide(before, { proposer, partner });
      if (typeof changes === 'string') return { kind: 'refused', code: changes };
      if (Object.keys(changes.swap).length > 0) await insideSwaps.updateById(swapId, changes.swap);
      for (const [id, overrides] of [
        [before.proposerId, changes.proposer],
        [before.partnerId, changes.partner],
      ] as const) {
        if (overrides === undefined) continue;
        await insideMembers.updateById(id, { ...overrides, changesRevision: command.inc(1) });
      }
      return {
        kind: 'changed',
        before,
        swap: { ...before, ...changes.swap },
        people: {
          proposer: { ...proposer, ...changes.proposer },
          partner: { ...partner, ...changes.partner },
        },
      };
    });
  },
} as const;

/** Whether two people work by it: agreed, and perhaps seen. */
export function isInForce({ state }: Pick<SwapDocument, 'state'>): boolean {
  return state === 'agreed' || state === 'seen';
}
