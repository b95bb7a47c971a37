import * as v from 'valibot';
import {
  COMMON_ERRORS,
  type Action,
  type CommonError,
  type Detail,
  type InputOf,
  type OutputOf,
  type TransportError,
} from '../../contract/action';
import { learnServerTime } from '../state/clock';
import { offerUpdate } from '../state/update';
import { lenient } from './lenient';
import { newRequestId } from './request-id';

export type FailureCode<A extends Addressed> = A['errors'][number] | CommonError | TransportError;

export interface Failure<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly detail: Detail;
  /** Shown for `internal`, so that the log line can be found. */
  readonly requestId: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly output: T;
}

export type Result<A extends Action> = Success<OutputOf<A>> | Failure<FailureCode<A>>;

const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true), output: v.unknown() }),
  v.object({
    ok: v.literal(false),
    code: v.string(),
    detail: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
  }),
]);

const reached = new Set<() => void>();

/** Tells of every answer that a function gave: there is a network, and this version is answered. */
export function onReached(listener: () => void): void {
  reached.add(listener);
}

const refused = new Set<() => void>();

/** Tells of every refusal for what the person is: who is bound here, or which offices, may have changed. */
export function onRefused(listener: () => void): void {
  refused.add(listener);
}

let readerKnown = async (_action: Action): Promise<unknown> => undefined;

/** Answers are given once this has settled: what a page shows of them depends on who reads. */
export function holdAnswersUntil(settled: (action: Action) => Promise<unknown>): void {
  readerKnown = settled;
}

let boundHere = (): string | undefined => undefined;

/** Who is believed to be bound on this phone goes with every call: a function may remember that one alone. */
export function tellWhoIsBound(memberId: () => string | undefined): void {
  boundHere = memberId;
}

/** An answer before it is looked at closely. */
type Answer<A extends Addressed> = Success<unknown> | Failure<FailureCode<A>>;

/**
 * Asks a function to do one thing. Never throws: what went wrong is the failure's code. It was done
 * where that is 'unreadable-reply', an output that does not fit; it was refused where it is
 * 'unknown-refusal'; of 'no-reply', as of 'timeout', nobody knows.
 * @param requestId of an earlier attempt, when this is its repetition
 */
export async function call<A extends Action>(
  action: A,
  input: InputOf<A>,
  requestId: string = newRequestId(),
): Promise<Result<A>> {
  const answer = await ask(action, input, requestId);
  await readerKnown(action);
  if (!answer.ok) return answer;
  const output = readOutput(action, answer.output);
  if (output === undefined) return { ok: false, code: 'unreadable-reply', detail: {}, requestId };
  learnServerTime(output);
  return { ok: true, output };
}

/** Where a call goes, and what it can be refused with. */
export type Addressed = Pick<Action, 'fn' | 'name' | 'errors'>;

/** As call, for a write whose answer matters less than that there is one: the output may be anything. */
export async function ask<A extends Addressed>(
  action: A,
  input: unknown,
  requestId: string,
): Promise<Answer<A>> {
  const fail = (code: FailureCode<A>, detail: Detail = {}): Failure<FailureCode<A>> => ({
    ok: false,
    code,
    detail,
    requestId,
  });
  let result: unknown;
  try {
    const boundAs = boundHere();
    const data = {
      action: action.name,
      input,
      requestId,
      clientVersion: CLIENT_VERSION,
      ...(boundAs !== undefined && { boundAs }),
    };
    ({ result } = await wx.cloud.callFunction({ name: action.fn, data }));
  } catch (error) {
    return fail(transportError(error));
  }
  const reply = v.safeParse(Reply, result);
  if (!reply.success) return fail('no-reply');
  if (!reply.output.ok && reply.output.code === 'update-needed') offerUpdate();
  else for (const listener of reached) listener();
  if (reply.output.ok) return reply.output;
  const { code, detail } = reply.output;
  if (code === 'not-bound' || code === 'not-allowed') for (const listener of refused) listener();
  return isKnown(action, code) ? fail(code, detail) : fail('unknown-refusal');
}

/** The output of an answer, or of an answer that was remembered; undefined when it does not fit. */
export function readOutput<A extends Action>(action: A, output: unknown): OutputOf<A> | undefined {
  const read = v.safeParse(lenient(action.output), output);
  return read.success ? read.output : undefined;
}

function isKnown<A extends Addressed>(
  action: A,
  code: string,
): code is A['errors'][number] | CommonError {
  return action.errors.includes(code) || (COMMON_ERRORS as readonly string[]).includes(code);
}

/** Of the platform's words only the family matters: did it not go out, or did no answer come in time. */
function transportError(error: unknown): TransportError {
  const text = messageOf(error).toLowerCase();
  return /time ?out|-604102|-504003|-404010|-404012/u.test(text) ? 'timeout' : 'offline';
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return String(error);
}
