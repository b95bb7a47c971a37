import { setTimeout as pause } from 'node:timers/promises';
import { LostAnswer } from '../gateway/wire';
import { createGate, type Gate, type HeldGate } from '../host/gate';
import { MESSAGE_WORD } from './fake-words';
import { asList, type MessagePush } from './message-push';
import { StateLog } from './state-log';
import { checkValues, type MessageTemplate } from './template-fields';
import { checkOpenId, WechatError } from './wechat-error';

/** A message as it stands in the service notices of somebody's WeChat. */
export interface DeliveredMessage {
  readonly openId: string;
  readonly templateId: string;
  readonly title: string;
  /** Values by field key. */
  readonly data: Readonly<Record<string, string>>;
  /** Path of the mini program that a tap opens; null: the card cannot be tapped. */
  readonly page: string | null;
  /** Which edition of the mini program it opens: developer, trial, formal. */
  readonly state: string;
  readonly atMs: number;
}

/**
 * How the next send goes instead of its ordinary way. `lost`: nobody learns the answer, whether
 * the message was delivered or not; `twice`: delivered once, reported twice.
 */
export type SendAnswer =
  | { readonly kind: 'error'; readonly errcode: number }
  | { readonly kind: 'lost'; readonly delivered: boolean }
  | { readonly kind: 'twice' };

/** What a person taps in the dialog of requestSubscribeMessage, per template. */
export type SubscribeChoice = 'accept' | 'reject';

type Remembered =
  | {
      readonly kind: 'credits';
      readonly openId: string;
      readonly templateId: string;
      readonly credits: number;
    }
  | { readonly kind: 'delivered'; readonly message: DeliveredMessage };

/** A send reaches WeChat's servers and takes its time: two to one person can overlap. */
const SEND_TAKES_MS = 5;
const REMEMBERED_MESSAGES = 1000;

export interface SubscribeMessagesOptions {
  readonly push: MessagePush;
  readonly nowMs: () => number;
  /** Where credits and messages outlive a restart; absent: nowhere. */
  readonly file: string | undefined;
}

/** Subscribe messages: one accepted request is one send, and WeChat tells nobody how many are left. */
export class SubscribeMessages {
  readonly #options: SubscribeMessagesOptions;
  readonly #log: StateLog<Remembered>;
  readonly #templates = new Map<string, MessageTemplate>();
  readonly #banned = new Set<string>();
  readonly #credits = new Map<string, number>();
  readonly #outbox: DeliveredMessage[] = [];
  readonly #listeners = new Set<(message: DeliveredMessage) => void>();
  readonly #inFlight = new Map<string, Promise<void>>();
  #planned: (SendAnswer | HeldGate)[] = [];
  #messageCount = 0;

  constructor(options: SubscribeMessagesOptions) {
    this.#options = options;
    this.#log = new StateLog(options.file);
    for (const record of this.#log.read()) {
      if (record.kind === 'delivered') this.#outbox.push(record.message);
      else this.#credits.set(keyOf(record.openId, record.templateId), record.credits);
    }
    this.#log.rewrite(this.#remembered());
  }

  defineTemplate(template: MessageTemplate): void {
    this.#templates.set(template.templateId, template);
  }

  get templates(): readonly MessageTemplate[] {
    return [...this.#templates.values()];
  }

  /** From now on sending by this template is refused with 43107. */
  ban(templateId: string): void {
    this.#banned.add(templateId);
  }

  /** Everything that was delivered, oldest first. */
  get outbox(): readonly DeliveredMessage[] {
    return this.#outbox;
  }

  /** Tells of every delivery from now on, until the returned function is called. */
  onDelivered(listener: (message: DeliveredMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  creditsOf(openId: string, templateId: string): number {
    return this.#credits.get(keyOf(openId, templateId)) ?? 0;
  }

  /** As if the person had accepted `count` times, without telling the cloud. */
  grant(openId: string, templateId: string, count = 1): void {
    this.#setCredits(openId, templateId, this.creditsOf(openId, templateId) + count);
  }

  /** The dialog of requestSubscribeMessage was answered: credits for what was accepted, and the push. */
  answerDialog(openId: string, choices: Readonly<Record<string, SubscribeChoice>>): void {
    const answered = Object.entries(choices);
    for (const [templateId, choice] of answered) {
      if (choice === 'accept') this.grant(openId, templateId);
    }
    const items = answered.map(([TemplateId, SubscribeStatusString]) => ({
      TemplateId,
      SubscribeStatusString,
      PopupScene: '0',
    }));
    this.#options.push.send('subscribe_msg_popup_event', openId, { List: asList(items) });
  }

  /** The person switched the template off in the menu of the service notice. */
  refuse(openId: string, templateId: string): void {
    this.#setCredits(openId, templateId, 0);
    const item = { TemplateId: templateId, SubscribeStatusString: 'reject' };
    this.#options.push.send('subscribe_msg_change_event', openId, { List: item });
  }

  /** The next send that nothing else is planned for goes this way. */
  nextSend(answer: SendAnswer): void {
    this.#planned.push(answer);
  }

  /** The next send is slow: it goes its ordinary way once the gate is opened. */
  holdNextSend(): Gate {
    const gate = createGate();
    this.#planned.push(gate);
    return gate;
  }

  /**
   * `subscribeMessage.send`.
   * @throws WechatError as WeChat refuses, LostAnswer when a test wants it so
   */
  async send(parameters: Readonly<Record<string, unknown>>): Promise<object> {
    const openId = checkOpenId(parameters['touser']);
    if (this.#inFlight.has(openId)) throw new WechatError(43108);
    const over = createGate();
    this.#inFlight.set(openId, over.arrive());
    try {
      const planned = this.#planned.shift();
      await (planned !== undefined && 'arrive' in planned
        ? planned.arrive()
        : pause(SEND_TAKES_MS));
      const answer = planned !== undefined && 'kind' in planned ? planned : undefined;
      if (answer?.kind === 'error') throw new WechatError(answer.errcode);
      if (answer?.kind !== 'lost' || answer.delivered) {
        this.#deliver(this.#messageFrom(openId, parameters), answer?.kind === 'twice' ? 2 : 1);
      }
      if (answer?.kind === 'lost') throw new LostAnswer('the answer was lost');
      return {};
    } finally {
      this.#inFlight.delete(openId);
      over.open();
    }
  }

  /** Resolves when no send is under way: one outlives the function that asked for it. */
  async settled(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight.values());
  }

  /** Forgets everything but the templates. */
  clear(): void {
    this.#credits.clear();
    this.#banned.clear();
    this.#outbox.length = 0;
    for (const planned of this.#planned) if ('open' in planned) planned.open();
    this.#planned = [];
    this.#log.rewrite([]);
  }

  #messageFrom(openId: string, parameters: Readonly<Record<string, unknown>>): DeliveredMessage {
    const template = this.#templates.get(String(parameters['template_id']));
    if (template === undefined) throw new WechatError(40037);
    const { templateId, title } = template;
    if (this.#banned.has(templateId)) throw new WechatError(43107);
    const data = checkValues(template, parameters['data']);
    if (Object.values(data).some((value) => value.includes(MESSAGE_WORD))) {
      throw new WechatError(45168);
    }
    if (this.creditsOf(openId, templateId) === 0) throw new WechatError(43101);
    const { page, miniprogram_state: state } = parameters;
    return {
      openId,
      templateId,
      title,
      data,
      page: typeof page === 'string' && page !== '' ? page : null,
      state: typeof state === 'string' ? state : 'formal',
      atMs: this.#options.nowMs(),
    };
  }

  #deliver(message: DeliveredMessage, reports: number): void {
    const { openId, templateId } = message;
    const credits = this.creditsOf(openId, templateId) - 1;
    this.#log.append(
      { kind: 'credits', openId, templateId, credits },
      { kind: 'delivered', message },
    );
    this.#credits.set(keyOf(openId, templateId), credits);
    this.#outbox.push(message);
    for (const listener of this.#listeners) listener(message);
    this.#messageCount += 1;
    const item = {
      TemplateId: templateId,
      MsgID: `local${this.#messageCount}`,
      ErrorCode: '0',
      ErrorStatus: 'success',
    };
    for (let report = 0; report < reports; report += 1) {
      this.#options.push.send('subscribe_msg_sent_event', openId, { List: item });
    }
  }

  #setCredits(openId: string, templateId: string, credits: number): void {
    this.#log.append({ kind: 'credits', openId, templateId, credits });
    this.#credits.set(keyOf(openId, templateId), credits);
  }

  #remembered(): Remembered[] {
    const credits = [...this.#credits].map(([key, count]): Remembered => {
      const [openId = '', templateId = ''] = key.split('\n');
      return { kind: 'credits', openId, templateId, credits: count };
    });
    const messages = this.#outbox.slice(-REMEMBERED_MESSAGES);
    return [...credits, ...messages.map((message): Remembered => ({ kind: 'delivered', message }))];
  }
}

function keyOf(openId: string, templateId: string): string {
  return `${openId}\n${templateId}`;
}
