import * as v from 'valibot';
import { wechatCloud, within } from './open-api';

export interface SubscribeMessage {
  readonly openId: string;
  readonly templateId: string;
  /** Values by field key, as the template's types want them. */
  readonly values: Readonly<Record<string, string>>;
  readonly page: string;
}

/** `unknown`: nobody can say whether it went out, so it must not be sent again. */
export type SendAnswer =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'unknown' };

const NO_ANSWER_AFTER_MS = 10_000;
/** WeChat's gateway refused before the API was reached: no permission, or no function called. */
const GATEWAY_REFUSALS = [-604101, -604104];

/** Which edition of the mini program a tap on a message opens. */
const MiniProgramState = v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal');

/** One cloud call of subscribeMessage.send; never rejects and never repeats. */
export function sendSubscribeMessage(message: SubscribeMessage): Promise<SendAnswer> {
  return within<SendAnswer>(NO_ANSWER_AFTER_MS, send(message), { kind: 'unknown' });
}

async function send({ openId, templateId, values, page }: SubscribeMessage): Promise<SendAnswer> {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));
  try {
    const { openapi } = await wechatCloud();
    const { errCode } = await openapi.subscribeMessage.send({
      touser: openId,
      templateId,
      page,
      miniprogramState: miniProgramState(),
      data,
    });
    return answerOf(errCode);
  } catch (error) {
    return answerOf((error as { errCode?: unknown }).errCode);
  }
}

/** From the variable MINIPROGRAM_STATE of this environment. @throws when it is none of the three */
export const miniProgramState = () => v.parse(MiniProgramState, process.env['MINIPROGRAM_STATE']);

function answerOf(code: unknown): SendAnswer {
  if (code === 0) return { kind: 'sent' };
  if (typeof code !== 'number') return { kind: 'unknown' };
  return code > 0 || GATEWAY_REFUSALS.includes(code)
    ? { kind: 'refused', code }
    : { kind: 'unknown' };
}
