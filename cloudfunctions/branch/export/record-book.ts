import type {
  memberRecordBook as ofMember,
  myRecordBook as mine,
} from '../../../contract/branch/record-book';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { auditEntries } from '../../_store/people/audit-entries';
import { memberOfCaller } from '../../_store/people/callers';
import { bookOf } from './book-of';
import { targetMember } from './target-member';

export const myRecordBook: Handler<typeof mine> = async ({ year }, ctx) => {
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  return ctx.answer(await bookOf(member, year, ctx.nowMs()));
};

export const memberRecordBook: Handler<typeof ofMember> = async ({ memberId, year }, ctx) => {
  const member = await targetMember(memberId);
  if (member === null) return ctx.fail('not-found');
  const { caller } = ctx;
  const nowMs = ctx.nowMs();
  const book = bookOf(member, year, nowMs);
  if (caller.memberId !== memberId) {
    await auditEntries.note(
      derivedId('saw-record-book', caller.memberId, memberId, year, dayOfInstant(nowMs)),
      {
        atMs: nowMs,
        branchId: member.branchId,
        by: { memberId: caller.memberId, name: caller.name, roles: [...caller.roles] },
        what: { kind: 'saw-record-book', year },
        memberIds: [memberId],
      },
    );
  }
  return ctx.answer(await book);
};
