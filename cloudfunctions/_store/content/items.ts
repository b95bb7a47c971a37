import type { ContentChannel } from '../../../domain/content/channel/item';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command } from '../database';
import { untilNotOvertaken } from '../retry';
import { ITEMS, type ItemDocument, type StoredStep } from './item-document';

const documents = () => collection(ITEMS);

export type ItemChanges = Partial<Omit<ItemDocument, '_id' | 'channel' | 'schemaVersion'>>;

export type ItemVerdict<Code> =
  | { readonly kind: 'changed'; readonly before: ItemDocument; readonly item: ItemDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly item: ItemDocument }
  | { readonly kind: 'missing' };

/** What is not out and not withdrawn. */
const OPEN = ['draft', 'branch-check', 'committee-check', 'ready'] as const;
const MOST_ON_A_DESK = 200;

export const items = {
  byId: (itemId: string) => documents().byId(itemId),

  /** False when the id is taken. */
  insertIfAbsent: (item: ItemDocument) => documents().insertIfAbsent(item),

  /** Writes an item that nobody has written to since it was read; null when somebody has. */
  write({ _id, revision }: ItemDocument, changes: ItemChanges): Promise<ItemDocument | null> {
    return documents().updateAndRead({ _id, revision }, { ...changes, revision: command.inc(1) });
  },

  /**
   * As write, by what is stored now, again until nobody has written in between. `decide` gives what to
   * write or the code of a refusal.
   */
  change<Code extends string>(
    find: Readonly<Record<string, unknown>>,
    decide: (item: ItemDocument) => ItemChanges | Code,
  ): Promise<ItemVerdict<Code>> {
    return untilNotOvertaken<ItemVerdict<Code>>('an item', async () => {
      const before = await documents().one(find);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, item: before };
      const item = await items.write(before, changes);
      return item === null ? undefined : { kind: 'changed', before, item };
    });
  },

  /**
   * Of issues that are out, the newest first, from `upTo` back; within one in its order. What was taken
   * down by rule is left out. Civil days. docs/rules.md#R-307
   */
  out: (channel: ContentChannel, upTo: LocalDay, limit: number) =>
    documents().find(
      {
        channel,
        state: command.in(['published', 'withdrawn']),
        'withdrawn.byRule': command.neq(true),
        issueDay: command.and(command.lte(upTo), command.gt('')),
      },
      { orderBy: { issueDay: 'desc', place: 'asc' }, limit },
    ),

  /** What is not out yet: of a branch, and, where `seesAll`, of every one from the first check on. */
  open: (branchId: string, seesAll: boolean) =>
    documents().find(
      seesAll
        ? command.anyOf(
            { branchId, state: command.in(OPEN) },
            { state: command.in(['branch-check', 'committee-check', 'ready']) },
          )
        : { branchId, state: command.in(OPEN) },
      { orderBy: { sinceAtMs: 'asc', _id: 'asc' }, limit: MOST_ON_A_DESK },
    ),

  /** Of all branches: in an issue of these days, meant for one of them, or ready for any. [from, to) */
  around: (fromDay: LocalDay, toDay: LocalDay) => {
    const days = command.and(command.gte(fromDay), command.lt(toDay));
    return documents().find(
      command.anyOf(
        { issueDay: days },
        { forDay: days, state: command.in(OPEN), issueDay: null },
        { state: 'ready', issueDay: null },
      ),
      { orderBy: { sinceAtMs: 'asc', _id: 'asc' }, limit: MOST_ON_A_DESK },
    );
  },

  /** In the issue of a day, in its order, whatever became of them. */
  ofIssue: (channel: ContentChannel, issueDay: LocalDay) =>
    documents().find({ channel, issueDay }, { orderBy: { place: 'asc' } }),

  /** What is ready of an issue is out from now on; one request, however many they are. */
  publish: (channel: ContentChannel, issueDay: LocalDay, step: StoredStep) =>
    documents().update(
      { channel, issueDay, state: 'ready' },
      {
        state: 'published',
        sinceAtMs: step.atMs,
        steps: command.push([step]),
        revision: command.inc(1),
      },
    ),

  /** What follows from taking these down is done. docs/rules.md#R-307 */
  async haveLeft(itemIds: readonly string[]): Promise<void> {
    await documents().update(
      { _id: command.in(itemIds), isLeaving: true },
      { isLeaving: command.remove(), revision: command.inc(1) },
    );
  },

  /** Some with a picture whose verdict was due by then. */
  checksDue: (nowMs: number, limit: number) =>
    documents().find(
      { checkDueAtMs: command.lte(nowMs) },
      { orderBy: { checkDueAtMs: 'asc', _id: 'asc' }, limit },
    ),
} as const;
