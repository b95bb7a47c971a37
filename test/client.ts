import * as v from 'valibot';
import {
  COMMON_ERRORS,
  type Action,
  type CommonError,
  type Detail,
  type ErrorOf,
  type InputOf,
  type OutputOf,
} from '../contract/action';
import type { LocalCloud } from '../local/cloud/start-local-cloud';

export type Reply<A extends Action> =
  | { readonly ok: true; readonly output: OutputOf<A>; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: ErrorOf<A> | CommonError;
      readonly detail?: Detail;
      readonly requestId: string;
    };

interface CallOptions {
  /** Given to repeat an earlier call. */
  readonly requestId?: string;
}

export interface Phone {
  readonly openId: string;
  /** Calls an action as the product does; throws when the answer does not fit the contract. */
  call<A extends Action>(action: A, input: InputOf<A>, options?: CallOptions): Promise<Reply<A>>;
  /** As `call`, for inputs that should be allowed: the output, or an error that names the refusal. */
  get<A extends Action>(action: A, input: InputOf<A>, options?: CallOptions): Promise<OutputOf<A>>;
  /** As `call`, with an input that the contract need not allow. */
  callWith(action: Action, input: unknown): Promise<Reply<Action>>;
  /** Sends anything at all to a function. */
  send(fn: string, data: unknown): Promise<unknown>;
}

type Cloud = Pick<LocalCloud, 'call'>;

const Refused = v.strictObject({
  ok: v.literal(false),
  code: v.string(),
  detail: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  requestId: v.string(),
});

let calls = 0;

/** The phone of one WeChat account, on which `boundAs` is believed to be bound. */
export function phone(cloud: Cloud, openId: string, boundAs?: string): Phone {
  const send = (fn: string, data: unknown) => cloud.call(fn, data, { openId });

  async function call<A extends Action>(
    action: A,
    input: unknown,
    { requestId = newRequestId() }: CallOptions = {},
  ): Promise<Reply<A>> {
    const data = { action: action.name, input, requestId, clientVersion: 'test', boundAs };
    return parsedReply(action, await send(action.fn, data), requestId);
  }

  return {
    openId,
    call,
    async get(action, input, options) {
      const reply = await call(action, input, options);
      if (reply.ok) return reply.output;
      throw new Error(
        `${action.name} refused: ${reply.code} ${JSON.stringify(reply.detail ?? {})}`,
      );
    },
    callWith: (action, input) => call(action, input),
    send,
  };
}

function newRequestId(): string {
  calls += 1;
  return `request-${calls}`;
}

function parsedReply<A extends Action>(action: A, reply: unknown, requestId: string): Reply<A> {
  const Answered = v.strictObject({
    ok: v.literal(true),
    output: action.output,
    requestId: v.literal(requestId),
  });
  const parsed = v.parse(v.variant('ok', [Answered, Refused]), reply);
  if (!parsed.ok) {
    const known: readonly string[] = [...COMMON_ERRORS, ...action.errors];
    if (!known.includes(parsed.code)) {
      throw new Error(`${action.name} answered ${parsed.code}, which the contract does not name`);
    }
  }
  return parsed as Reply<A>;
}

/** Whether a call was lost: by its name, since jest has a class of its own for each file. */
export const isLost = (error: unknown): boolean =>
  (error as Error | undefined)?.name === 'FunctionCallError';
