import * as v from 'valibot';
import type { InputOf } from '../../contract/action';
import { acknowledge } from '../../contract/notice/inbox';
import { checkIn, reply } from '../../contract/study/mine';
import { nowMs } from '../state/clock';
import { isTooOld } from '../state/update';
import { ask, call, type Failure, type Result, type Success } from './client';
import { newRequestId } from './request-id';

/** Writes that wait for the network, in the order in which they were made. Kept in storage. */
const KEY = 'outbox';
/** Enough for days underground; beyond it a write is refused rather than lost later. */
const MAX_WAITING = 50;

/** Actions whose repetition is harmless and whose answer nobody has to wait for. */
export type OutboxAction = typeof reply | typeof checkIn | typeof acknowledge;

const WaitingWrite = v.object({
  action: v.picklist(['reply', 'checkIn', 'acknowledge']),
  input: v.unknown(),
  requestId: v.string(),
  madeAtMs: v.number(),
  /** What the person would call it, such as the topic of the study. */
  title: v.string(),
});
export type WaitingWrite = v.InferOutput<typeof WaitingWrite>;

/** What became of a write that had waited. */
export interface Delivered {
  readonly waiting: WaitingWrite;
  readonly result: Success<unknown> | Failure;
}

/** What has to come before a kept write can go out: a network, or a version that is still answered. */
export type WaitsFor = 'network' | 'update';

export interface KeptForLater {
  readonly ok: 'kept';
  readonly waitsFor: WaitsFor;
}

/** How much the phone keeps. */
export interface Kept {
  readonly count: number;
  readonly waitsFor: WaitsFor;
  /** Beside `count`: what a newer version kept before the phone went back to this one. */
  readonly ofNewer: number;
}

type Listener = (delivered: readonly Delivered[]) => void;

const listeners = new Set<Listener>();
let isSending = false;
/** Request ids of writes that wait and that a newer one, under way, takes the place of if it comes through. */
const heldBack = new Set<string>();

/** Everything that waits and that this version can send, oldest first. */
export function waitingWrites(): readonly WaitingWrite[] {
  return storedEntries().flatMap((entry) => {
    const read = v.safeParse(WaitingWrite, entry);
    return read.success ? [read.output] : [];
  });
}

export function keptWrites(): Kept {
  const count = waitingWrites().length;
  return { count, waitsFor: waitsFor(), ofNewer: storedEntries().length - count };
}

/**
 * Sends a write now, or keeps it when no network carries it. An answer that did not come in time
 * keeps it as well: its repetition has the same request id and changes nothing twice.
 * @param inputWhenKept what to send later instead, such as with the phone's time as a claim
 */
export async function sendOrKeep<A extends OutboxAction>(
  action: A,
  input: InputOf<A>,
  title: string,
  inputWhenKept: InputOf<A> = input,
): Promise<Result<A> | KeptForLater> {
  const requestId = newRequestId();
  const replaced = replacedBy(action, input);
  for (const id of replaced) heldBack.add(id);
  const result = await call<A>(action, input, requestId);
  for (const id of replaced) heldBack.delete(id);
  // What was answered unreadably was done.
  if (result.ok || result.code === 'unreadable-reply') remove(replaced);
  if (result.ok || !canStillSucceed(result.code)) return result;
  const stored = without(replaced);
  if (stored.length >= MAX_WAITING) return result;
  const write = { action: action.name, input: inputWhenKept, requestId, madeAtMs: nowMs(), title };
  wx.setStorageSync(KEY, [...stored, write]);
  return { ok: 'kept', waitsFor: waitsFor() };
}

/**
 * Sends what waits, one after the other, until one finds no network or this version is too old to be
 * answered. Called when the app is shown, when the network is back, and when anything else was
 * answered. Answers and refusals both leave the outbox and go to the listeners; an answer counts also
 * where this version cannot read it.
 */
export async function sendWaiting(): Promise<void> {
  if (isSending) return;
  isSending = true;
  const delivered: Delivered[] = [];
  try {
    for (let next = nextToSend(); next !== undefined; next = nextToSend()) {
      const result = await sendOne(next);
      if (!result.ok && canStillSucceed(result.code)) break;
      remove([next.requestId]);
      delivered.push({ waiting: next, result });
    }
  } finally {
    isSending = false;
  }
  if (delivered.length > 0) for (const listener of listeners) listener(delivered);
}

/** Tells a page, while it is shown, what became of waiting writes. Returns how to stop. */
export function onDelivered(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Drops everything that waits: it was meant by somebody who is no longer bound here. */
export function emptyOutbox(): void {
  wx.removeStorageSync(KEY);
}

function sendOne({ action, input, requestId }: WaitingWrite): Promise<Success<unknown> | Failure> {
  switch (action) {
    case 'reply':
      return ask(reply, input as InputOf<typeof reply>, requestId);
    case 'checkIn':
      return ask(checkIn, input as InputOf<typeof checkIn>, requestId);
    case 'acknowledge':
      return ask(acknowledge, input as InputOf<typeof acknowledge>, requestId);
  }
}

/** The write was not looked at: it can be sent again, over a network or by a newer version. */
function canStillSucceed(code: string): boolean {
  return code === 'offline' || code === 'timeout' || code === 'update-needed';
}

function waitsFor(): WaitsFor {
  return isTooOld() ? 'update' : 'network';
}

/** What is in storage, also what only a newer version can read: it stays there, where it stands. */
function storedEntries(): readonly unknown[] {
  const stored: unknown = wx.getStorageSync(KEY);
  return Array.isArray(stored) ? stored : [];
}

const nextToSend = (): WaitingWrite | undefined =>
  waitingWrites().find(({ requestId }) => !heldBack.has(requestId));

/** Of two answers to one study the last is meant: request ids of those that wait. */
function replacedBy(action: OutboxAction, input: unknown): readonly string[] {
  if (action.name !== 'reply') return [];
  const studyId = studyOf(input);
  return waitingWrites()
    .filter((write) => write.action === 'reply' && studyOf(write.input) === studyId)
    .map(({ requestId }) => requestId);
}

function studyOf(input: unknown): string | undefined {
  const parsed = v.safeParse(reply.input, input);
  return parsed.success ? parsed.output.studyId : undefined;
}

function remove(requestIds: readonly string[]): void {
  if (requestIds.length > 0) wx.setStorageSync(KEY, without(requestIds));
}

function without(requestIds: readonly string[]): readonly unknown[] {
  return storedEntries().filter(
    (entry) => !(v.is(WaitingWrite, entry) && requestIds.includes(entry.requestId)),
  );
}
