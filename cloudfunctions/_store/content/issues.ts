import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { CONTENT_CHANNELS, type ContentChannel } from '../../../domain/content/channel/item';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command, inTransaction } from '../database';
import { documentKind } from '../document-kind';
import { ITEMS, withStep, type StoredStep } from './item-document';
import { meetOnDay } from './pre-shift-days';

/** In `dueAtMs` when nothing is to come out. */
export const NEVER_OUT_MS = 9_000_000_000_000_000;

/** That a channel has an issue on a day: its items name it. docs/rules.md#R-223 */
export const IssueDocument = v.object({
  /** `<channel>_<day>`: at most one a day. */
  _id: v.string(),
  channel: v.picklist(CONTENT_CHANNELS),
  day: Day,
  state: v.picklist(['planned', 'published']),
  publishAtMs: AtMs,
  /** When the clock looks at it; NEVER_OUT_MS when it is out and told, or empty. */
  dueAtMs: v.number(),
  /** Who planned it last. */
  by: v.object({ memberId: Id, name: v.string() }),
  /** Of the planning that wrote it: its repetition is answered alike. */
  lastRequestId: v.string(),
  revision: Count,
  schemaVersion: v.literal(1),
});
export type IssueDocument = v.InferOutput<typeof IssueDocument>;

export const ISSUES = documentKind('issues', IssueDocument);
const documents = () => collection(ISSUES);

export const issueIdOf = (channel: ContentChannel, day: LocalDay): string => `${channel}_${day}`;

interface Plan {
  readonly channel: ContentChannel;
  readonly day: LocalDay;
  readonly publishAtMs: number;
  readonly itemIds: readonly string[];
  /** Which of them is told before shifts; null: none; undefined: as it is. docs/rules.md#R-226 */
  readonly shiftItemId: string | null | undefined;
  /** That was read; 0: there was none. */
  readonly revision: number;
  readonly requestId: string;
}

type Planned =
  | { readonly kind: 'planned'; readonly revision: number }
  | { readonly kind: 'changed-meanwhile' | 'is-out' | 'day-has-one' }
  /** `at`: from 0. */
  | { readonly kind: 'not-ready'; readonly at: number };

export const issues = {
  byId: (channel: ContentChannel, day: LocalDay) => documents().byId(issueIdOf(channel, day)),

  /** Of all channels, on days in [from, to). */
  ofDays: (fromDay: LocalDay, toDay: LocalDay) =>
    documents().find({ day: command.and(command.gte(fromDay), command.lt(toDay)) }),

  /** Those whose hour has come, the oldest first. */
  due: (nowMs: number, limit: number) =>
    documents().find(
      { dueAtMs: command.lte(nowMs) },
      { orderBy: { dueAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /**
   * Puts these items into the issue of a day, in this order, and takes out those that stood in it; an
   * issue and its items in one transaction. `not-ready`: an item is of another channel, not through its
   * checks, or in another issue. `day-has-one`: another channel has what is told before shifts that day.
   */
  plan(plan: Plan, step: StoredStep): Promise<Planned> {
    const { channel, day, publishAtMs, itemIds, shiftItemId, revision, requestId } = plan;
    return inTransaction<Planned>(async (transaction) => {
      const inside = transaction.collection(ISSUES);
      const insideItems = transaction.collection(ITEMS);
      const known = await inside.byId(issueIdOf(channel, day));
      if (known?.lastRequestId === requestId) {
        return { kind: 'planned', revision: known.revision };
      }
      if (known?.state === 'published') return { kind: 'is-out' };
      if ((known?.revision ?? 0) !== revision) return { kind: 'changed-meanwhile' };
      const present = await insideItems.find({ channel, issueDay: day, state: 'ready' });
      const next = await Promise.all(itemIds.map((itemId) => insideItems.byId(itemId)));
      const wrong = next.findIndex(
        (item, at) =>
          item?.channel !== channel ||
          item.state !== 'ready' ||
          (item.issueDay !== null && item.issueDay !== day) ||
          itemIds.indexOf(item._id) !== at,
      );
      if (wrong !== -1) return { kind: 'not-ready', at: wrong };
      if (shiftItemId !== null && shiftItemId !== undefined) {
        const ofDay = await insideItems.find({ issueDay: day, forShift: true });
        const isElsewhere = ofDay.some(
          (item) => item.channel !== channel && item.state !== 'withdrawn',
        );
        if (isElsewhere) return { kind: 'day-has-one' };
        await meetOnDay(transaction, day);
      }
      for (const item of present.filter(({ _id }) => !itemIds.includes(_id))) {
        await insideItems.updateById(item._id, {
          issueDay: null,
          forShift: false,
          steps: withStep(item, { ...step, kind: 'taken-out' }),
          revision: item.revision + 1,
        });
      }
      for (const [place, item] of next.entries()) {
        if (item === null) continue;
        const isNew = item.issueDay === null;
        await insideItems.updateById(item._id, {
          issueDay: day,
          place,
          forShift:
            shiftItemId === undefined ? !isNew && item.forShift === true : item._id === shiftItemId,
          ...(isNew && { steps: withStep(item, step) }),
          revision: item.revision + 1,
        });
      }
      const fields = {
        publishAtMs,
        dueAtMs: itemIds.length === 0 ? NEVER_OUT_MS : publishAtMs,
        by: { memberId: step.by.memberId ?? '', name: step.by.name },
        lastRequestId: requestId,
        revision: revision + 1,
      };
      const _id = issueIdOf(channel, day);
      if (known !== null) await inside.updateById(_id, fields);
      else {
        await inside.insert({ _id, channel, day, state: 'planned', ...fields, schemaVersion: 1 });
      }
      return { kind: 'planned', revision: revision + 1 };
    });
  },

  /**
   * From here on it comes out, and nobody plans it any more; what is left of it stays due until it is
   * closed. False: it was planned anew since it was read.
   */
  async bringOut({ _id, revision, state }: IssueDocument): Promise<boolean> {
    if (state === 'published') return true;
    const written = await documents().update(
      { _id, revision },
      { state: 'published', revision: command.inc(1) },
    );
    return written === 1;
  },

  /** It is out, once and for all; where nothing came out, it is planned for nobody and can be planned again. */
  async close({ _id }: IssueDocument, isOut: boolean): Promise<void> {
    await documents().update(
      { _id, state: 'published' },
      {
        state: isOut ? 'published' : 'planned',
        dueAtMs: NEVER_OUT_MS,
        revision: command.inc(1),
      },
    );
  },
} as const;
