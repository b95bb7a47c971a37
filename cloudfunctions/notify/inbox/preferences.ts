import type {
  preferences as readAction,
  savePreferences as saveAction,
} from '../../../contract/notice/preferences';
import type { Preferences } from '../../../contract/notice/preferences';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import { TEMPLATE_KEYS } from '../../../domain/notice/kind-rules';
import { DEFAULT_SLEEP_RULES, sleepPreferenceProblems } from '../../../domain/shift/sleep-rules';
import type { Handler } from '../../_kit/serve';
import { templates } from '../../_kit/templates';
import { findMember, forgetCaller } from '../../_store/people/callers';
import { memberNotices } from '../../_store/people/member-notices';
import type { Member } from '../../_store/people/member-document';
import { replanFor } from '../../_deliver/replan';

export const preferences: Handler<typeof readAction> = async (_input, ctx) => {
  const member = await findMember(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const { night, afterNight } = DEFAULT_SLEEP_RULES;
  return ctx.answer({
    preferences: preferencesOf(member),
    defaults: {
      nightStartMinute: night.startMinute,
      nightLengthMinutes: night.lengthMinutes,
      afterNightDelayMinutes: afterNight.delayMinutes,
      afterNightLengthMinutes: afterNight.lengthMinutes,
      onDuty: DEFAULT_DELIVERY_RULES.onDuty,
      digestMinute: DEFAULT_DELIVERY_RULES.digestMinute,
      mostADay: DEFAULT_DELIVERY_RULES.mostPerDay,
    },
    credits: TEMPLATE_KEYS.map((templateKey) => {
      const { id, title } = templates()[templateKey];
      return { templateKey, templateId: id, title, count: member.credits[templateKey] ?? 0 };
    }),
  });
};

export const savePreferences: Handler<typeof saveAction> = async ({ preferences: chosen }, ctx) => {
  const { night, afterNight, onDuty, digestMinute } = chosen;
  const sleep = {
    ...(night !== null && { night }),
    ...(afterNight !== null && { afterNight }),
  };
  if (sleepPreferenceProblems(sleep).length > 0) return ctx.fail('bad-sleep-window');
  const { memberId } = ctx.caller;
  await memberNotices.savePreferences(memberId, {
    preferences: { onDuty, digestMinute },
    sleepPreference: night === null && afterNight === null ? null : sleep,
  });
  forgetCaller(ctx.openId);
  const movedDeliveries = await replanFor([memberId], ctx.nowMs());
  return ctx.answer({ preferences: chosen, movedDeliveries });
};

function preferencesOf({ sleepPreference, preferences: chosen }: Member): Preferences {
  return {
    night: sleepPreference?.night ?? null,
    afterNight: sleepPreference?.afterNight ?? null,
    onDuty: chosen?.onDuty ?? null,
    digestMinute: chosen?.digestMinute ?? null,
  };
}
