/** The function that WeChat's message push is wired to, when it exists. */
export const PUSH_FUNCTION = 'wxevents';

export interface PushTarget {
  /** Runs the function; rejects when it failed. Undefined when there is no such function. */
  deliver(event: object, openId: string): Promise<void> | undefined;
  log(line: string): void;
  nowMs(): number;
}

/** What WeChat tells the cloud of its own accord, each as one event to one function. */
export class MessagePush {
  readonly #target: PushTarget;
  readonly #underWay = new Set<Promise<void>>();

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
    const delivery = this.#target.deliver(event, openId)?.catch((error: unknown) => {
      this.#target.log(`push ${eventName} failed: ${String(error)}`);
    });
    if (delivery === undefined) return;
    this.#underWay.add(delivery);
    void delivery.then(() => this.#underWay.delete(delivery));
  }

  /** Resolves when every push that was sent, and whatever it caused to be sent, has been handled. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}

/** WeChat sends one item as an object and several as an array. */
export function asList<T>(items: readonly T[]): T | readonly T[] {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : items;
}
