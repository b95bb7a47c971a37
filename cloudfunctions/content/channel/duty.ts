import type * as actions from '../../../contract/content/duty';
import { isOfDesk, mayCheckInCommittee, mayWrite } from '../../../domain/content/channel/desks';
import { canTake, fewestFirst, mayGiveDuty } from '../../../domain/content/channel/duty';
import { DUTY_RULES, dutyEndsAtMs } from '../../../domain/content/channel/duty-hours';
import { addDays, dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { itemsOfDay, stateOfDay } from '../../_store/content/day-state';
import { editorsFor } from '../../_store/content/desk-editors';
import { duties, holderOf } from '../../_store/content/duties';
import { readWriters, toDutyEditor } from '../../_store/content/duty-editors';
import { issueIdOf } from '../../_store/content/issues';
import { items } from '../../_store/content/items';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { toDeskLine } from './desk-line';

/** Of who cannot that day it is not said why, nor that they cannot. docs/rules.md#R-296 */
export const channelDuty: Handler<typeof actions.channelDuty> = async ({ channel, day }, ctx) => {
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const [known, found, writers] = await Promise.all([
    duties.ofDays(addDays(today, -DUTY_RULES.lookBackDays), addDays(today, DUTY_RULES.days)),
    items.around(day, addDays(day, 1)),
    readWriters(),
  ]);
  const duty = known.find(({ _id }) => _id === issueIdOf(channel, day)) ?? null;
  const organisation = await organisationOnHotPath(writers);
  const holderId = duty?.memberId ?? null;
  const isOpen = duty !== null && nowMs < dutyEndsAtMs(channel, day);
  const choices = fewestFirst(
    writers.map((member) => ({ ...toDutyEditor(member, organisation), member })),
    known,
    day,
  ).filter(
    ({ editor }) =>
      isOpen &&
      editor.memberId !== holderId &&
      mayGiveDuty(caller, channel, holderId, editor.memberId) &&
      canTake(editor, { channel, day }),
  );
  const mine = itemsOfDay(channel, day, found).filter((item) =>
    item.state === 'draft' ? mayWrite(caller, item) : isOfDesk(caller, item),
  );
  const editors = await editorsFor(mine, caller);
  return ctx.answer({
    nowMs,
    channel,
    day,
    state: stateOfDay(channel, day, found, today),
    duty:
      duty === null
        ? null
        : {
            person: holderOf(duty),
            revision: duty.revision,
            steps: duty.steps.map(({ by, to, atMs }) => {
              return { byName: by.name, toName: to?.name ?? null, atMs };
            }),
          },
    choices: choices.map(({ editor: { member }, count }) => ({
      memberId: member._id,
      name: member.name,
      branchName: organisation.branchName(member.branchId),
      duties: count,
    })),
    lines: mine.map((item) => toDeskLine(item, caller, organisation, editors)),
    mayWrite: mayWrite(caller, { channel, branchId: caller.branchId }),
    mayPlan: mayCheckInCommittee(caller, { channel }),
  });
};
