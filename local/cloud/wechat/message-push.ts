/** The function that WeChat's message push is wired to, when it exists. */
export const PUSH_FUNCTION = 'wxevents';

export interface PushTarget {
  /** Runs the function, if there is one; rejects when it failed. */
  deliver(event: object, openId: string): Promise<void>;
  log(line: string): void;
  nowMs(): number;
}

/**
 * What WeChat tells the cloud of its own accord, each as one event to one function: one after the
 * other, where WeChat promises no order.
 */
export class MessagePush {
  readonly #target: PushTarget;
  #work: Promise<void> = Promise.resolve();

  constructor(target: PushTarget) {
    this.#target = target;
  }

  /** `fields` are what is particular to the event. Does not wait for the function. */
  send(eventName: string, openId: string, fields: object): void {
    const event = {
      ToUserName: 'gh_local_fake',
      FromUserName: openId,
      CreateTime: Math.floor(this.#target.nowMs() / 1000),
      MsgType: 'event',
      Event: eventName,
      ...fields,
    };
    this.#work = this.#work.then(async () => {
      try {
        await this.#target.deliver(event, openId);
      } catch (error) {
        this.#target.log(`push ${eventName} failed: ${String(error)}`);
      }
    });
  }

  /** Resolves when every push that was sent, and whatever it caused to be sent, has been handled. */
  async settled(): Promise<void> {
    for (let work; work !== this.#work;) {
      work = this.#work;
      await work;
    }
  }
}

/** WeChat sends one item as an object and several as an array. */
export function asList<T>(items: readonly T[]): T | readonly T[] {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : items;
}
