import type { recordSubscription as action } from '../../../contract/notice/preferences';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../domain/notice/kind-rules';
import type { Handler } from '../../_kit/serve';
import { templateKeyOf } from '../../_kit/templates';
import { findMember } from '../../_store/people/callers';
import { memberNotices } from '../../_store/people/member-notices';
import { replanFor } from '../../_deliver/replan';

export const recordSubscription: Handler<typeof action> = async ({ answers }, ctx) => {
  const accepted = new Map<TemplateKey, number>();
  for (const { templateId, answer } of answers) {
    const key = templateKeyOf(templateId);
    if (key === undefined) return ctx.fail('unknown-template');
    if (answer === 'accept') accepted.set(key, 1);
  }
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  if (accepted.size > 0) {
    await memberNotices.addCredits(memberId, accepted, {
      source: 'phone',
      id: ctx.requestId,
      atMs: nowMs,
    });
    // What was to reach the inbox only may have a credit now.
    await replanFor([memberId], nowMs);
  }
  const member = await findMember(ctx.openId);
  return ctx.answer({
    credits: TEMPLATE_KEYS.map((templateKey) => ({
      templateKey,
      count: member?.credits[templateKey] ?? 0,
    })),
  });
};
