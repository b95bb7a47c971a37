import type {
  exportMemberRecordBook as ofMember,
  exportMyRecordBook as mine,
} from '../../../contract/branch/record-book';
import type { Handler } from '../../_kit/serve';
import type { Caller } from '../../_kit/context';
import { memberOfCaller } from '../../_store/people/callers';
import { paperStyles } from '../../_store/branch/paper-styles';
import { madeFile } from '../../_store/people/made-file';
import type { Member } from '../../_store/people/member-document';
import { bookOf } from './book-of';
import { bookFileName } from './record-book.text';
import { targetMembers } from '../../_store/people/target-member';

const ID_TAKEN = ['bad-input', { path: 'exportId' }] as const;

export const exportMyRecordBook: Handler<typeof mine> = async ({ exportId, year }, ctx) => {
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const made = await bookFile(member, year, { exportId, caller: ctx.caller, nowMs: ctx.nowMs() });
  return made === null ? ctx.fail(...ID_TAKEN) : ctx.answer(made);
};

export const exportMemberRecordBook: Handler<typeof ofMember> = async (input, ctx) => {
  const { exportId, memberId, year } = input;
  const member = await targetMembers.read(memberId);
  if (member === null) return ctx.fail('not-found');
  const made = await bookFile(member, year, { exportId, caller: ctx.caller, nowMs: ctx.nowMs() });
  return made === null ? ctx.fail(...ID_TAKEN) : ctx.answer(made);
};

function bookFile(
  member: Member,
  year: number,
  making: { readonly exportId: string; readonly caller: Caller; readonly nowMs: number },
) {
  return madeFile(making, async () => {
    const [book, style, { recordBookDocx }] = await Promise.all([
      bookOf(member, year, making.nowMs, making.caller.memberId === member._id),
      paperStyles.inForce(member.branchId),
      import('./record-book-docx.lazy'),
    ]);
    return {
      branchId: member.branchId,
      fileName: bookFileName(book),
      type: 'docx',
      content: await recordBookDocx(book, style),
      says: { what: { kind: 'exported-record-book' as const, year }, memberIds: [member._id] },
    };
  });
}
