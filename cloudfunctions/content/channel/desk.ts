import type { channelDesk as action } from '../../../contract/content/channel-editing';
import { decideOnItem } from '../../../domain/content/channel/decide-on-item';
import { isOfDesk, mayCheckInCommittee, mayWrite } from '../../../domain/content/channel/desks';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import type { Handler } from '../../_kit/serve';
import { editorsFor } from '../../_store/content/desk-editors';
import { standingOf } from '../../_store/content/item-standing';
import { items } from '../../_store/content/items';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { toDeskLine } from './desk-line';

/**
 * Drafts are their writers'; what waits for a check, or has passed both, is the whole desk's, and of the
 * first check that of who stands in.
 */
export const channelDesk: Handler<typeof action> = async (_input, ctx) => {
  const { caller } = ctx;
  const { branchId } = caller;
  const seesAll = CONTENT_CHANNELS.some((channel) => mayCheckInCommittee(caller, { channel }));
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const organisation = await organisationOnHotPath([member]);
  const open = await items.open(branchId, seesAll);
  const editors = await editorsFor(open, caller);
  const mine = open.filter((item) => {
    if (item.state === 'draft') return mayWrite(caller, item);
    // Of another branch, where the committee office stands in.
    if (item.state === 'branch-check' && item.branchId !== branchId) {
      const pass = decideOnItem(standingOf(item), 'pass', caller, editors);
      return pass.kind === 'done' || pass.reason !== 'not-your-desk';
    }
    return isOfDesk(caller, item);
  });
  return ctx.answer({
    nowMs: ctx.nowMs(),
    writesIn: CONTENT_CHANNELS.filter((channel) => mayWrite(caller, { channel, branchId })),
    lines: mine.map((item) => toDeskLine(item, caller, organisation, editors)),
  });
};
