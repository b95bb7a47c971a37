import type { channelCalendar as action } from '../../../contract/content/channel-editing';
import { isOfDesk, mayCheckInCommittee, mayWrite } from '../../../domain/content/channel/desks';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import { addDays, dayOfInstant, weekdayOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { stateOfDay } from '../../_store/content/day-state';
import { editorsFor } from '../../_store/content/desk-editors';
import { duties, holderOf } from '../../_store/content/duties';
import type { ItemDocument } from '../../_store/content/item-document';
import { issueIdOf, issues } from '../../_store/content/issues';
import { items } from '../../_store/content/items';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { toDeskLine } from './desk-line';

const DAYS = 7;

/** What stands in an issue as it stands there. */
const inOrder = (found: readonly ItemDocument[]): readonly ItemDocument[] =>
  [...found].sort((a, b) => a.place - b.place);

/** States of days are everybody's who edits; words of what is not out only its desk's. docs/rules.md#R-225 */
export const channelCalendar: Handler<typeof action> = async (input, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const fromDay = input.fromDay ?? addDays(today, 1 - weekdayOf(today));
  const toDay = addDays(fromDay, DAYS);
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const organisation = await organisationOnHotPath([member]);
  const [found, planned, onDuty] = await Promise.all([
    items.around(fromDay, toDay),
    issues.ofDays(fromDay, toDay),
    duties.ofDays(fromDay, toDay),
  ]);
  const days = Array.from({ length: DAYS }, (_, count) => addDays(fromDay, count));
  const rows = CONTENT_CHANNELS.map((channel) => ({
    channel,
    days: days.map((day) => {
      const issue = planned.find(({ _id }) => _id === issueIdOf(channel, day));
      const duty = onDuty.find(({ _id }) => _id === issueIdOf(channel, day));
      return {
        day,
        state: stateOfDay(channel, day, found, today),
        publishAtMs: issue?.publishAtMs ?? null,
        revision: issue?.revision ?? 0,
        ...(duty !== undefined && {
          duty: { name: holderOf(duty)?.name ?? null, isMine: duty.memberId === caller.memberId },
        }),
      };
    }),
  }));
  const mine = found.filter((item) =>
    item.state === 'draft' ? mayWrite(caller, item) : isOfDesk(caller, item),
  );
  const editors = await editorsFor(mine, caller);
  return ctx.answer({
    nowMs,
    fromDay,
    rows,
    lines: inOrder(mine).map((item) => toDeskLine(item, caller, organisation, editors)),
    mayPlan: CONTENT_CHANNELS.some((channel) => mayCheckInCommittee(caller, { channel })),
  });
};
