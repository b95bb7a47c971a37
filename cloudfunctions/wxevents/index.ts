import * as v from 'valibot';
import type { TemplateKey } from '../../domain/notice/kind-rules';
import { platformCaller, platformNowMs } from '../_kit/platform';
import { templateKeyOf } from '../_kit/templates';
import { findMember } from '../_store/people/callers';
import { memberNotices } from '../_store/people/member-notices';
import { replanFor } from '../_deliver/replan';
import { MediaCheckEvent } from './media-check-event';
import { SubscriptionEvent } from './subscription-event';
import { takeVerdict } from './take-verdict';

/** Sources of calls that people can make; a push of WeChat has another one. */
const NOT_A_PUSH = /^(wx_client|wx_http|wx_devtools|wx_trigger)\b/u;

/**
 * What WeChat tells of its own accord about subscriptions and pictures; anything else is passed over.
 * An event that comes twice changes nothing the second time.
 */
export async function main(event: unknown): Promise<'success'> {
  const { source } = platformCaller();
  if (NOT_A_PUSH.test(source)) throw new Error(`events are not taken from "${source}"`);
  const checked = v.safeParse(MediaCheckEvent, event);
  if (checked.success) {
    await takeVerdict(checked.output, platformNowMs());
    return 'success';
  }
  const parsed = v.safeParse(SubscriptionEvent, event);
  if (!parsed.success) return 'success';
  const told = ledgerNews(parsed.output);
  // Most events are of messages that arrived: they cost nothing.
  if (told.accepted.size + told.refused.size === 0) return 'success';
  const member = await findMember(parsed.output.FromUserName);
  if (member !== null) await keepLedger(member._id, told, parsed.output.CreateTime);
  return 'success';
}

interface LedgerNews {
  readonly accepted: ReadonlyMap<TemplateKey, number>;
  readonly refused: ReadonlySet<TemplateKey>;
}

function ledgerNews(event: SubscriptionEvent): LedgerNews {
  const accepted = new Map<TemplateKey, number>();
  const refused = new Set<TemplateKey>();
  for (const { TemplateId, SubscribeStatusString, ErrorCode } of event.List) {
    const key = templateKeyOf(TemplateId);
    if (key === undefined) continue;
    switch (event.Event) {
      case 'subscribe_msg_popup_event':
        if (SubscribeStatusString === 'accept') accepted.set(key, 1);
        break;
      case 'subscribe_msg_change_event':
        if (SubscribeStatusString === 'reject') refused.add(key);
        break;
      case 'subscribe_msg_sent_event':
        // It was accepted for sending and did not arrive: the person has shut the door.
        if (ErrorCode !== undefined && Number(ErrorCode) !== 0) refused.add(key);
        break;
    }
  }
  return { accepted, refused };
}

async function keepLedger(
  memberId: string,
  { accepted, refused }: LedgerNews,
  createTime: number,
): Promise<void> {
  if (accepted.size > 0) {
    const told = { source: 'push', id: String(createTime), atMs: createTime * 1000 } as const;
    await memberNotices.addCredits(memberId, accepted, told);
  }
  for (const key of refused) await memberNotices.clearCredits([memberId], key);
  await replanFor([memberId], platformNowMs());
}
