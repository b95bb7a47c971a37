import type { Action, CallReply, CallRequest, InputOf, OutputOf } from '../../contract/action';
import type { LocalCloud } from '../../local/cloud/start-local-cloud';

/** What a phone asked, who and when, and what it was answered. */
export interface RecordedCall {
  readonly atMs: number;
  readonly openId: string;
  readonly fn: string;
  readonly data: CallRequest;
  readonly answer: CallReply;
}

/** The phone of one WeChat account. */
export interface RecordedPhone {
  /** The output; throws when the call is refused. */
  get<A extends Action>(action: A, input: InputOf<A>): Promise<OutputOf<A>>;
  /** For what is to be refused; throws when it is not. */
  isRefused<A extends Action>(action: A, input: InputOf<A>): Promise<void>;
}

/** Phones whose calls are all written down, in order. */
export class Recorder {
  readonly calls: RecordedCall[] = [];
  readonly #cloud: LocalCloud;
  readonly #clientVersion: string;

  constructor(cloud: LocalCloud, clientVersion: string) {
    this.#cloud = cloud;
    this.#clientVersion = clientVersion;
  }

  /** Of a member of the demo organisation. */
  phoneOf(memberId: string): RecordedPhone {
    return this.phone(`demo-${memberId}`);
  }

  phone(openId: string): RecordedPhone {
    return {
      get: async <A extends Action>(action: A, input: InputOf<A>) => {
        const answer = await this.#call(openId, action, input);
        if (answer.ok) return answer.output;
        throw new Error(`${openId}: ${action.name} was refused: ${JSON.stringify(answer)}`);
      },
      isRefused: async (action, input) => {
        const answer = await this.#call(openId, action, input);
        if (answer.ok) throw new Error(`${openId}: ${action.name} was not refused`);
      },
    };
  }

  async #call(openId: string, { fn, name }: Action, input: unknown): Promise<CallReply> {
    const atMs = this.#cloud.clock.nowMs();
    const count = String(this.calls.length).padStart(12, '0');
    const requestId = `${atMs.toString(36)}-${count}`;
    const data = { action: name, input, requestId, clientVersion: this.#clientVersion };
    const answer = (await this.#cloud.call(fn, data, { openId })) as CallReply;
    this.calls.push({ atMs, openId, fn, data, answer });
    return answer;
  }
}
