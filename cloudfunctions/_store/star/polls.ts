import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import type { PollResult } from '../../../domain/star/ballot/tally';
import { MOST_POLLS } from '../../../domain/star/star-month';
import { nextLookAtMs, type Look } from '../../../domain/star/ballot/turnout-look';
import { collection, command, type Changes } from '../database';
import { derivedId } from '../derived-id';
import { documentKind } from '../document-kind';
import { untilNotOvertaken } from '../retry';
import { boxUnder, openLook, sealLook } from './ballot-box';
import { POLLS, type BallotBox, type PollDocument } from './poll-document';

/** What the clock has seen of an open poll; beside it, so that an older copy of the poll is found out. */
const PollLookDocument = v.object({
  /** Of the poll. */
  _id: Id,
  /** When the clock has to look next. */
  nextAtMs: AtMs,
  /** Of the last look; null: none yet. */
  lookedAtMs: v.nullable(AtMs),
  /** The end of which everybody was told, by the clock or with it looking; absent: it has not looked after that yet. */
  toldEndAtMs: v.exactOptional(AtMs),
  /** When the clock found no such poll; absent: it has not, or it is being opened since. */
  missedAtMs: v.exactOptional(AtMs),
  seal: v.string(),
  schemaVersion: v.literal(1),
});
export type PollLookDocument = v.InferOutput<typeof PollLookDocument>;

export const POLL_LOOKS = documentKind('poll_looks', PollLookDocument);

const documents = () => collection(POLLS);
const looks = () => collection(POLL_LOOKS);

type Cancelled = NonNullable<PollDocument['cancelled']>;

/** Of one round of a month: opening it twice opens it once. */
export const pollIdOf = (branchId: string, month: string, round: number): string =>
  derivedId('poll', branchId, month, round);

type By = PollDocument['openedBy'];

export const polls = {
  byId: (pollId: string) => documents().byId(pollId),

  branchOf: async (pollId: string) => (await documents().byId(pollId))?.branchId ?? null,

  /** All rounds of a month, the first one first; at most MOST_POLLS. */
  ofMonth: (branchId: string, month: string) =>
    documents().find({ branchId, month }, { orderBy: { round: 'asc' }, limit: MOST_POLLS }),

  /**
   * Whether it was written; false when there is such a round already. The look comes first: a poll that
   * nobody looks at would never be closed, and a look at no poll is dropped. One that an opening has left
   * behind which died stays, and is not dropped before the clock has missed its poll anew.
   */
  async open(poll: PollDocument): Promise<boolean> {
    const { _id, openedAtMs, closesAtMs } = poll;
    const look: PollLookDocument = {
      _id,
      nextAtMs: nextLookAtMs(openedAtMs, closesAtMs),
      lookedAtMs: null,
      seal: sealLook(_id, 0, 0),
      schemaVersion: 1,
    };
    await untilNotOvertaken(`look at poll ${_id}`, async () => {
      if (await looks().insertIfAbsent(look)) return true;
      const left = await looks().byId(_id);
      if (left?.missedAtMs === undefined) return left === null ? undefined : true;
      const { missedAtMs } = left;
      const kept = await looks().update({ _id, missedAtMs }, { missedAtMs: command.remove() });
      // Dropped in this moment.
      return kept === 1 ? true : undefined;
    });
    return documents().insertIfAbsent(poll);
  },

  /** Writes a box in the place of the one that was read; false when another was written meanwhile, or it is over. */
  async writeBox(pollId: string, version: string, box: BallotBox): Promise<boolean> {
    const written = await documents().update(
      { _id: pollId, state: 'open', 'box.version': version },
      { box },
    );
    return written === 1;
  },

  /** Puts off the end that was read, and seals it; false when the poll was written meanwhile, or is over. */
  async extend(
    poll: PollDocument,
    extension: PollDocument['extensions'][number],
    gap: PollDocument['gaps'][number] | null,
  ): Promise<boolean> {
    const changes = {
      closesAtMs: extension.untilAtMs,
      gaps: gap === null ? poll.gaps : [...poll.gaps, gap],
    };
    const box = boxUnder({ ...poll, ...changes }, poll);
    const { _id, closesAtMs } = poll;
    const changed = await documents().update(
      { _id, state: 'open', closesAtMs, 'box.version': poll.box.version },
      { ...changes, extensions: command.push([extension]), box },
    );
    return changed === 1;
  },

  /** Ends it for good; what was in the box is gone. False when it is over already. */
  cancel: (pollId: string, cancelled: Cancelled): Promise<boolean> =>
    callOff({ _id: pollId, state: 'open' }, cancelled),

  /** As cancel; false also once its end has passed: then it waits to be counted. */
  cancelRunning: (pollId: string, cancelled: Cancelled): Promise<boolean> =>
    callOff({ _id: pollId, state: 'open', closesAtMs: command.gt(cancelled.atMs) }, cancelled),

  /**
   * Writes the result of the box that was read, and does away with its sums unless they could not be
   * counted; false when anything of it was written meanwhile that the count hangs on, or it is over.
   */
  async close(
    { _id, box }: PollDocument,
    closed: { readonly by: By | null; readonly atMs: number },
    result: PollResult,
    boundWhileOpen: number,
  ): Promise<boolean> {
    const isKept = result.outcome.kind === 'not-counted';
    const changed = await documents().update(
      { _id, state: 'open', 'box.version': box.version },
      { state: 'closed', closed, result, boundWhileOpen, ...(!isKept && { 'box.seal': '' }) },
    );
    return changed === 1;
  },

  /**
   * Strikes somebody off a poll that runs, and so ends it for good; what was in the box is gone. False when
   * somebody did before, once its end has passed, or when it is over.
   */
  strikeOff: (
    pollId: string,
    place: number,
    withdrawn: NonNullable<PollDocument['candidates'][number]['withdrawn']>,
    cancelled: Cancelled,
  ): Promise<boolean> => {
    const own = `candidates.${place}.withdrawn`;
    const running = { _id: pollId, state: 'open', closesAtMs: command.gt(cancelled.atMs) };
    return callOff({ ...running, [own]: null }, cancelled, { [own]: withdrawn });
  },

  look: (pollId: string) => looks().byId(pollId),

  /** Looks that are due, the longest due first. */
  looksDue: (nowMs: number, limit: number) =>
    looks().find(
      { nextAtMs: command.lte(nowMs) },
      { orderBy: { nextAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Open ones whose end has come, the longest ended first; they are due to be looked at too, unless their look is lost. */
  ended: (nowMs: number, limit: number) =>
    documents().find(
      { state: 'open', closesAtMs: command.lte(nowMs) },
      { orderBy: { closesAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Notes what was counted, or, without it, only when to look next; and of which end everybody was told. */
  async noteLook(
    pollId: string,
    nextAtMs: number,
    look: Look | null,
    toldEndAtMs?: number,
  ): Promise<void> {
    await looks().update(
      { _id: pollId },
      {
        nextAtMs,
        ...(toldEndAtMs !== undefined && { toldEndAtMs }),
        ...(look !== null && {
          lookedAtMs: look.atMs,
          seal: sealLook(pollId, look.atMs, look.ballots),
        }),
      },
    );
  },

  /** There is no such poll: to be looked for once more. */
  async noteMissed(pollId: string, nextAtMs: number, missedAtMs: number): Promise<void> {
    await looks().update({ _id: pollId }, { nextAtMs, missedAtMs });
  },

  /** As dropLook, unless somebody has begun to open that poll since it was missed. */
  async dropMissed(pollId: string, missedAtMs: number): Promise<void> {
    await looks().remove({ _id: pollId, missedAtMs });
  },

  /** The poll is over: nobody has to look any more. */
  async dropLook(pollId: string): Promise<void> {
    await looks().remove({ _id: pollId });
  },
} as const;

async function callOff(where: Changes, cancelled: Cancelled, more: Changes = {}): Promise<boolean> {
  const box: BallotBox = { version: '', marks: [], seal: '' };
  const changes = { state: 'cancelled', cancelled, box, ...more };
  return (await documents().update(where, changes)) === 1;
}

/** What was counted at the last look, nothing before the first; null: its seal is broken. */
export function lookOf({ _id, lookedAtMs, seal }: PollLookDocument): Look | null {
  const ballots = openLook(_id, lookedAtMs ?? 0, seal);
  return ballots === null ? null : { ballots, atMs: lookedAtMs ?? 0 };
}
