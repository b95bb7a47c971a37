import { join } from 'node:path';
import type { ActionRegistry } from '../gateway/wire';
import { ContentChecks } from './content-checks';
import { MessagePush, type PushTarget } from './message-push';
import { unlimitedCode } from './mini-program-code';
import { openApiActions, type OpenApiOptions } from './open-api';
import { SubscribeMessages } from './subscribe-messages';

export interface WechatOptions {
  readonly dataDir: string | undefined;
  readonly nowMs: () => number;
  readonly permittedTo: OpenApiOptions['permittedTo'];
  readonly push: Omit<PushTarget, 'nowMs'>;
}

/** WeChat's servers as far as the cloud talks to them; everything else is refused by name. */
export class WechatStandIn {
  readonly messages: SubscribeMessages;
  readonly content: ContentChecks;
  readonly push: MessagePush;
  readonly #options: WechatOptions;

  constructor(options: WechatOptions) {
    const { nowMs, dataDir } = options;
    this.#options = options;
    this.push = new MessagePush({ ...options.push, nowMs });
    const file = dataDir === undefined ? undefined : join(dataDir, 'wechat.jsonl');
    this.messages = new SubscribeMessages({ push: this.push, nowMs, file });
    this.content = new ContentChecks({ push: this.push, nowMs });
  }

  actions(): ActionRegistry {
    return openApiActions({
      permittedTo: this.#options.permittedTo,
      log: (line) => this.#options.push.log(line),
      apis: {
        'subscribeMessage.send': (parameters) => this.messages.send(parameters),
        'security.msgSecCheck': async (parameters) => this.content.checkText(parameters),
        'security.mediaCheckAsync': async (parameters) => this.content.checkMedia(parameters),
        'wxacode.getUnlimited': async (parameters) => unlimitedCode(parameters),
      },
    });
  }

  clear(): void {
    this.messages.clear();
    this.content.clear();
  }
}
