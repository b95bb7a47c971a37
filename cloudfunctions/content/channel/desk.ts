import type { channelDesk as action } from '../../../contract/content/channel-editing';
import { isOfDesk, mayCheckInCommittee, mayWrite } from '../../../domain/content/channel/desks';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import type { Handler } from '../../_kit/serve';
import { items } from '../../_store/content/items';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { toDeskLine } from './desk-line';

/** Drafts are their writers'; what waits for a check, or has passed both, is the whole desk's. */
export const channelDesk: Handler<typeof action> = async (_input, ctx) => {
  const { caller } = ctx;
  const { branchId } = caller;
  const seesAll = CONTENT_CHANNELS.some((channel) => mayCheckInCommittee(caller, { channel }));
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const organisation = await organisationOnHotPath([member]);
  const open = await items.open(branchId, seesAll);
  const mine = open.filter((item) =>
    item.state === 'draft' ? mayWrite(caller, item) : isOfDesk(caller, item),
  );
  return ctx.answer({
    nowMs: ctx.nowMs(),
    writesIn: CONTENT_CHANNELS.filter((channel) => mayWrite(caller, { channel, branchId })),
    lines: mine.map((item) => toDeskLine(item, caller, organisation)),
  });
};
