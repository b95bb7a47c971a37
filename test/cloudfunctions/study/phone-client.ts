import type {
  Action,
  CommonError,
  Detail,
  ErrorOf,
  InputOf,
  OutputOf,
} from '../../../contract/action';
import type { LocalCloud } from '../../../local/cloud/start-local-cloud';

export type Reply<A extends Action> =
  | { readonly ok: true; readonly output: OutputOf<A>; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: ErrorOf<A> | CommonError;
      readonly detail?: Detail;
      readonly requestId: string;
    };

export interface Client {
  /** Calls an action as the phone does; a request id is given only to repeat an earlier call. */
  readonly ask: <A extends Action>(
    action: A,
    input: InputOf<A>,
    requestId?: string,
  ) => Promise<Reply<A>>;
  /** As `ask`, with an input that the contract does not allow. */
  readonly askBadly: (action: Action, input: unknown) => Promise<Reply<Action>>;
}

let calls = 0;

/** The phone of one WeChat account. */
export function clientOf(cloud: LocalCloud, openId: string): Client {
  const send = (action: Action, input: unknown, requestId: string | undefined) => {
    calls += 1;
    const call = {
      action: action.name,
      input,
      requestId: requestId ?? `request-${calls}`,
      clientVersion: '1',
    };
    return cloud.call(action.fn, call, { openId });
  };
  return {
    ask: <A extends Action>(action: A, input: InputOf<A>, requestId?: string) =>
      send(action, input, requestId) as Promise<Reply<A>>,
    askBadly: (action, input) => send(action, input, undefined) as Promise<Reply<Action>>,
  };
}

type Answered<R> = R extends { readonly ok: true; readonly output: infer Output } ? Output : never;

/** The output of an answer; throws the refusal when there is none. */
export function outputOf<R extends Reply<Action>>(reply: R): Answered<R> {
  if (reply.ok) return reply.output as Answered<R>;
  throw new Error(`refused: ${reply.code} ${JSON.stringify(reply.detail ?? {})}`);
}
