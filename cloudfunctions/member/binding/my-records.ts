import type { myRecords as action } from '../../../contract/people/my-records';
import type { Handler } from '../../_kit/serve';
import { recordsOf } from '../../_store/people/records-of-member';

export const myRecords: Handler<typeof action> = async ({ what, cursor }, ctx) => {
  const { records, nextCursor } = await recordsOf(what, ctx.caller.memberId, cursor, ctx.nowMs());
  return ctx.answer({ records: [...records], nextCursor });
};
