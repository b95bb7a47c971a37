import { randomUUID } from 'node:crypto';
import { LOCAL_APP_ID } from '../host/identity';
import { CONTENT_WORDS, MEDIA_MARKS } from './fake-words';
import type { MessagePush } from './message-push';
import { checkOpenId, WechatError } from './wechat-error';

type Suggestion = 'pass' | 'review' | 'risky';

interface Verdict {
  readonly suggest: Suggestion;
  readonly label: number;
}

const PASSED: Verdict = { suggest: 'pass', label: 100 };
const MAX_CONTENT_LENGTH = 2500;
/** WeChat checks only for people who used the mini program within this time. */
const RECENT_USE_MS = 2 * 60 * 60 * 1000;

interface MediaCheck {
  readonly traceId: string;
  readonly openId: string;
  readonly url: string;
}

export interface ContentChecksOptions {
  readonly push: MessagePush;
  readonly nowMs: () => number;
}

/** `security.msgSecCheck` and `security.mediaCheckAsync`, both of version 2. */
export class ContentChecks {
  readonly #options: ContentChecksOptions;
  readonly #lastUseAtMs = new Map<string, number>();
  #undelivered: MediaCheck[] = [];
  #delivering: Promise<void> = Promise.resolve();
  #held = false;

  constructor(options: ContentChecksOptions) {
    this.#options = options;
  }

  /** This person has just used the mini program. */
  noteUse(openId: string): void {
    this.#lastUseAtMs.set(openId, this.#options.nowMs());
  }

  /** From now on verdicts on pictures wait for `deliverVerdicts`, as they may for half an hour. */
  holdVerdicts(): void {
    this.#held = true;
  }

  /** Delivers every verdict that waits, in the order of asking; resolves when those on their way are too. */
  deliverVerdicts(): Promise<void> {
    const checks = this.#undelivered.splice(0);
    this.#delivering = this.#delivering.then(async () => {
      for (const check of checks) await this.#deliver(check);
    });
    return this.#delivering;
  }

  checkText(parameters: Readonly<Record<string, unknown>>): object {
    this.#checkCommon(parameters);
    const { content } = parameters;
    if (typeof content !== 'string' || content === '') throw new WechatError(47001);
    if (Array.from(content).length > MAX_CONTENT_LENGTH) throw new WechatError(45002);
    const text = ['title', 'nickname', 'signature'].reduce((joined, name) => {
      const extra = parameters[name];
      return typeof extra === 'string' ? `${joined}\n${extra}` : joined;
    }, content);
    const hits = CONTENT_WORDS.filter(({ word }) => text.includes(word));
    const worst: Verdict = hits.find(({ suggest }) => suggest === 'risky') ?? hits[0] ?? PASSED;
    return {
      trace_id: randomUUID(),
      result: { suggest: worst.suggest, label: worst.label },
      detail: [
        {
          strategy: 'content_model',
          errcode: 0,
          suggest: worst.suggest,
          label: worst.label,
          prob: 90,
        },
        ...hits.map(({ word, label, suggest }) => ({
          strategy: 'keyword',
          errcode: 0,
          suggest,
          label,
          keyword: word,
          level: 90,
        })),
      ],
    };
  }

  /** Answers at once with a trace id; the verdict comes as the push `wxa_media_check`. */
  checkMedia(parameters: Readonly<Record<string, unknown>>): object {
    const openId = this.#checkCommon(parameters);
    const { media_url: url, media_type: type } = parameters;
    if (typeof url !== 'string' || !URL.canParse(url) || (type !== 1 && type !== 2)) {
      throw new WechatError(40097);
    }
    if (this.#undelivered.some((check) => check.url === url)) throw new WechatError(87020);
    const check: MediaCheck = { traceId: randomUUID(), openId, url };
    this.#undelivered.push(check);
    if (!this.#held) setImmediate(() => void this.deliverVerdicts());
    return { trace_id: check.traceId };
  }

  clear(): void {
    this.#lastUseAtMs.clear();
    this.#undelivered = [];
    this.#held = false;
  }

  /** What both checks ask for; returns the openid. */
  #checkCommon(parameters: Readonly<Record<string, unknown>>): string {
    const openId = checkOpenId(parameters['openid']);
    const { version, scene } = parameters;
    if (version !== 2) throw new WechatError(40097, 'version');
    if (![1, 2, 3, 4].includes(scene as number)) throw new WechatError(40129);
    const lastUseAtMs = this.#lastUseAtMs.get(openId) ?? -Infinity;
    if (this.#options.nowMs() - lastUseAtMs > RECENT_USE_MS) throw new WechatError(61010);
    return openId;
  }

  async #deliver({ traceId, openId, url }: MediaCheck): Promise<void> {
    const bytes = await download(url);
    const verdict = bytes === undefined ? undefined : verdictOn(bytes);
    const errcode = verdict === undefined ? -1008 : 0;
    this.#options.push.send('wxa_media_check', openId, {
      appid: LOCAL_APP_ID,
      trace_id: traceId,
      version: 2,
      detail:
        verdict === undefined ? [] : [{ strategy: 'content_model', errcode, ...verdict, prob: 90 }],
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'download media failed',
      ...(verdict === undefined ? {} : { result: verdict }),
    });
  }
}

async function download(url: string): Promise<Buffer | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

function verdictOn(bytes: Buffer): Verdict {
  if (bytes.includes(MEDIA_MARKS.risky)) return { suggest: 'risky', label: 20002 };
  if (bytes.includes(MEDIA_MARKS.review)) return { suggest: 'review', label: 20001 };
  return PASSED;
}
