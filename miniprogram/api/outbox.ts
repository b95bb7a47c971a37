import * as v from 'valibot';
import type { InputOf } from '../../contract/action';
import { COMMENT_WRITE } from '../../contract/content/comment-write';
import type { writeComment } from '../../contract/content/comments';
import { acknowledge } from '../../contract/notice/acknowledge';
import type { answerMakeUp, noteMakeUp } from '../../contract/study/make-up';
import { MAKE_UP_ANSWER, MAKE_UP_NOTE_WRITE } from '../../contract/study/make-up-answer';
import { checkIn, reply } from '../../contract/study/mine';
import { isClockKnown, nowMs } from '../state/clock';
import { isTooOld } from '../state/update';
import { ask, call, type Addressed, type Failure, type Result, type Success } from './client';
import { newRequestId } from './request-id';
import {
  addWaiting,
  changeWaiting,
  countOfNewer,
  removeWaiting,
  waitingWrites,
  type WaitingWrite,
} from './waiting-writes';

/** Actions whose repetition is harmless and whose answer nobody has to wait for. */
export type OutboxAction =
  | typeof reply
  | typeof checkIn
  | typeof acknowledge
  | typeof answerMakeUp
  | typeof noteMakeUp
  | typeof writeComment;

const MINUTE_MS = 60_000;
/** After each failure of ours a kept write waits so long; after the last it is given up. docs/rules.md#R-85 */
const WAITS_MS = [1, 10, 60, 360].map((minutes) => minutes * MINUTE_MS);
const LONGEST_WAIT_MS = Math.max(...WAITS_MS);

/** What became of a write that had waited. */
export interface Delivered {
  readonly waiting: WaitingWrite;
  readonly result: Success<unknown> | Failure;
}

/** What has to come before a write can go out: a network, or a version that is still answered. */
export type FirstWait = 'network' | 'update';
/** The same for one that has been tried: our mending too. */
export type WaitsFor = FirstWait | 'mending';

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
let lastDecidedAtMs = 0;

export function keptWrites(): Kept {
  return { count: waitingWrites().length, waitsFor: waitsFor(), ofNewer: countOfNewer() };
}

/**
 * Sends a write now, or keeps it when no network carries it. An answer that did not come in time,
 * or that is none, keeps it as well: its repetition has the same request id and changes nothing twice.
 * @param inputWhenKept what to send later instead, such as with the phone's time as a claim
 */
export async function sendOrKeep<A extends OutboxAction>(
  action: A,
  input: InputOf<A>,
  title: string,
  inputWhenKept: InputOf<A> = input,
): Promise<Result<A> | KeptForLater> {
  const requestId = newRequestId();
  const madeAtMs = nowMs();
  const decided = action.name === 'reply' ? decidedNow() : {};
  const replaced = replacedBy(action, input);
  for (const id of replaced) heldBack.add(id);
  const result = await call<A>(action, { ...input, ...decided }, requestId);
  for (const id of replaced) heldBack.delete(id);
  // What was answered unreadably was done; what was refused, for whatever reason, was not.
  if (result.ok || result.code === 'unreadable-reply') removeWaiting(replaced);
  const isUnanswered = !result.ok && result.code === 'no-reply';
  if (result.ok || !(isUnanswered || canStillSucceed(result.code))) return result;
  const whenKept = { ...inputWhenKept, ...decided };
  const write = { action: action.name, input: whenKept, requestId, madeAtMs, title };
  const isKept = addWaiting((isUnanswered && afterFailure(write)) || write, replaced);
  return isKept ? { ok: 'kept', waitsFor: isUnanswered ? 'mending' : firstWait() } : result;
}

/**
 * Sends what waits and is due, one after the other, until one finds no network or this version is too
 * old to be answered. Called when the app is shown, when the network is back, and when anything else
 * was answered. Answers and refusals both leave the outbox and go to the listeners; an answer counts
 * also where this version cannot read it, and a fault of ours only when it was tried for hours.
 */
export async function sendWaiting(): Promise<void> {
  if (isSending) return;
  isSending = true;
  const delivered: Delivered[] = [];
  const tried = new Set<string>();
  try {
    for (let next = nextToSend(tried); next !== undefined; next = nextToSend(tried)) {
      tried.add(next.requestId);
      const result = await sendOne(next);
      if (!result.ok && canStillSucceed(result.code)) break;
      const later = !result.ok && isOurFault(result.code) ? afterFailure(next) : undefined;
      if (later !== undefined) {
        changeWaiting(later);
        continue;
      }
      removeWaiting([next.requestId]);
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

/** What it takes to send a write again: where to, and what it can be refused with. */
const KEPT: Readonly<Record<WaitingWrite['action'], Addressed>> = {
  reply,
  checkIn,
  acknowledge,
  answerMakeUp: MAKE_UP_ANSWER,
  noteMakeUp: MAKE_UP_NOTE_WRITE,
  writeComment: COMMENT_WRITE,
};

function sendOne({ action, input, requestId }: WaitingWrite): Promise<Success<unknown> | Failure> {
  return ask(KEPT[action], input, requestId);
}

/** The write was not looked at: it can be sent again, over a network or by a newer version. */
function canStillSucceed(code: string): boolean {
  return code === 'offline' || code === 'timeout' || code === 'update-needed';
}

/** Tried again a few times: docs/rules.md#R-85. */
function isOurFault(code: string): boolean {
  return code === 'internal' || code === 'no-reply';
}

function firstWait(): FirstWait {
  return isTooOld() ? 'update' : 'network';
}

function waitsFor(): WaitsFor {
  const writes = waitingWrites();
  const haveAllFailed = writes.length > 0 && writes.every(({ failures }) => failures !== undefined);
  return haveAllFailed && !isTooOld() ? 'mending' : firstWait();
}

function nextToSend(tried: ReadonlySet<string>): WaitingWrite | undefined {
  return waitingWrites().find(
    (write) => !heldBack.has(write.requestId) && !tried.has(write.requestId) && isDue(write),
  );
}

/** What is to wait for longer than anything does was put off by a clock that has been set right since. */
function isDue({ failures }: WaitingWrite): boolean {
  const waitMs = (failures?.notBeforeMs ?? 0) - nowMs();
  return waitMs <= 0 || waitMs > LONGEST_WAIT_MS;
}

/** The write as it waits for its next try; undefined after the last. */
function afterFailure(write: WaitingWrite): WaitingWrite | undefined {
  const count = (write.failures?.count ?? 0) + 1;
  const waitMs = WAITS_MS[count - 1];
  if (waitMs === undefined) return undefined;
  return { ...write, failures: { count, notBeforeMs: nowMs() + waitMs } };
}

/**
 * When the person decided: on one phone always later than the decision before. Nothing from a phone
 * that never heard the time; its decision counts from when it arrives. docs/rules.md#R-83
 */
function decidedNow(): { readonly decidedAtMs?: number } {
  if (!isClockKnown()) return {};
  lastDecidedAtMs = Math.max(nowMs(), lastDecidedAtMs + 1);
  return { decidedAtMs: lastDecidedAtMs };
}

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
