import type {
  memberRecordBook as ofMember,
  myRecordBook as mine,
} from '../../../contract/branch/record-book';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { noteLook } from '../../_store/people/trail';
import { bookOf } from './book-of';
import { targetMembers } from '../../_store/people/target-member';

export const myRecordBook: Handler<typeof mine> = async ({ year }, ctx) => {
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  return ctx.answer(await bookOf(member, year, ctx.nowMs(), true));
};

export const memberRecordBook: Handler<typeof ofMember> = async ({ memberId, year }, ctx) => {
  const member = await targetMembers.read(memberId);
  if (member === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const about = { memberId, branchId: member.branchId };
  const [book] = await Promise.all([
    bookOf(member, year, nowMs, ctx.caller.memberId === memberId),
    noteLook(ctx.caller, about, { kind: 'saw-record-book', year }, nowMs),
  ]);
  return ctx.answer(book);
};
