import * as v from 'valibot';
import { AtMs, Day, Id } from '../../../contract/fields';
import { SWAP_STATES, type Swap } from '../../../domain/shift/swap';
import { swapLimitAtMs } from '../../../domain/shift/swap-limit';
import { takesOfSwap } from '../../../domain/shift/swap-takes';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command, inTransaction } from '../database';
import { documentKind } from '../document-kind';
import { MEMBERS, type Member } from '../people/member-document';
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
  /** When its first shift begins, by `takes`. Absent: follows from them, and no clock looks for it. */
  limitAtMs: v.exactOptional(AtMs),
  /** Why it ended although nobody said no, and what it was before; its state is 'declined' then. */
  ended: v.exactOptional(
    v.object({
      by: v.picklist(['no-answer', 'other-shifts', 'left']),
      was: v.picklist(SWAP_STATES),
    }),
  ),
  proposedAtMs: AtMs,
  /** The first officer who saw it agreed. */
  seenBy: v.nullable(v.object({ memberId: Id, name: v.string(), atMs: AtMs })),
  schemaVersion: v.literal(1),
});
export type SwapDocument = v.InferOutput<typeof SwapDocument>;

/** The swap of domain/shift in a document. */
export function swapOf(document: SwapDocument): Swap {
  const { _id, proposerId, partnerId, days, state, takes = [] } = document;
  const { limitAtMs = swapLimitAtMs(days, takes) } = document;
  return { id: _id, proposerId, partnerId, days, state, limitAtMs };
}

/** What follows from both schedules as they are without the swap. */
export function hoursOf(
  { days }: Pick<Swap, 'days'>,
  proposer: PersonSchedule,
  partner: PersonSchedule,
): Required<Pick<SwapDocument, 'takes' | 'limitAtMs'>> {
  const takes = takesOfSwap(days, proposer, partner).map((take) => ({
    day: take.day,
    proposer: [...take.proposer],
    partner: [...take.partner],
  }));
  return { takes, limitAtMs: swapLimitAtMs(days, takes) };
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

  /** Proposals that nobody has answered by their limit, the longest over first. */
  unanswered: (nowMs: number, limit: number) =>
    documents().find(
      { state: 'proposed', limitAtMs: command.lte(nowMs) },
      { orderBy: { limitAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Ends a proposal that was not answered. */
  async lapse(swapId: string): Promise<void> {
    const ended = { by: 'no-answer', was: 'proposed' } as const;
    await documents().update({ _id: swapId, state: 'proposed' }, { state: 'declined', ended });
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
   * Of these people, with a last day on or after `fromDay`: proposed, in force, or ended because
   * shifts or people changed, whose end may not have been told yet.
   */
  standingOf(memberIds: readonly string[], fromDay: LocalDay): Promise<readonly SwapDocument[]> {
    const either = (state: object) => [
      { proposerId: command.in(memberIds), lastDay: command.gte(fromDay), ...state },
      { partnerId: command.in(memberIds), lastDay: command.gte(fromDay), ...state },
    ];
    return documents().all(
      ...either({ state: command.in(['proposed', 'agreed', 'seen']) }),
      ...either({ 'ended.by': command.in(['other-shifts', 'left']) }),
    );
  },

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
