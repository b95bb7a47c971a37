import * as v from 'valibot';
import { store } from '../state/storage';

/** Writes that wait, in the order in which they were made. Kept in storage. */
const KEY = 'outbox';
/** Enough for days underground; beyond it a write is refused rather than lost later. */
const MAX_WAITING = 50;

const WaitingWrite = v.object({
  action: v.picklist([
    'reply',
    'checkIn',
    'acknowledge',
    'answerMakeUp',
    'noteMakeUp',
    'writeComment',
  ]),
  input: v.unknown(),
  requestId: v.string(),
  madeAtMs: v.number(),
  /** What the person would call it, such as the topic of the study. */
  title: v.string(),
  /** How often it failed for a fault of ours, and before when it is not tried again. */
  failures: v.optional(v.object({ count: v.number(), notBeforeMs: v.number() })),
});
export type WaitingWrite = v.InferOutput<typeof WaitingWrite>;

/** Request ids of writes that are done: full storage may keep the list from getting shorter. */
const done = new Set<string>();

/** Everything that waits and that this version can send, oldest first. */
export function waitingWrites(): readonly WaitingWrite[] {
  return storedEntries().flatMap((entry) => {
    const read = v.safeParse(WaitingWrite, entry);
    return read.success && !done.has(read.output.requestId) ? [read.output] : [];
  });
}

/** How many entries only a newer version can read: they stay, where they stand. */
export function countOfNewer(): number {
  return storedEntries().filter((entry) => !v.is(WaitingWrite, entry)).length;
}

/**
 * Puts a write at the end, in place of others; false where there is no room for it, with everything
 * as it was.
 */
export function addWaiting(write: WaitingWrite, replaced: readonly string[]): boolean {
  const stored = without(replaced);
  return stored.length < MAX_WAITING && store(KEY, [...stored, write]);
}

/** Puts a write where it stands already. */
export function changeWaiting(write: WaitingWrite): void {
  const isIt = (entry: unknown) => v.is(WaitingWrite, entry) && entry.requestId === write.requestId;
  store(
    KEY,
    storedEntries().map((entry) => (isIt(entry) ? write : entry)),
  );
}

export function removeWaiting(requestIds: readonly string[]): void {
  if (requestIds.length === 0) return;
  for (const id of requestIds) done.add(id);
  store(KEY, without(requestIds));
}

/** Drops everything that waits: it was meant by somebody who is no longer bound here. */
export function emptyOutbox(): void {
  wx.removeStorageSync(KEY);
}

function storedEntries(): readonly unknown[] {
  const stored: unknown = wx.getStorageSync(KEY);
  return Array.isArray(stored) ? stored : [];
}

function without(requestIds: readonly string[]): readonly unknown[] {
  return storedEntries().filter(
    (entry) => !(v.is(WaitingWrite, entry) && requestIds.includes(entry.requestId)),
  );
}
