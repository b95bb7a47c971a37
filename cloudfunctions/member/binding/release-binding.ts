import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import { isBound } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { noteChange } from '../../_store/people/trail';
import { mayTouch } from '../../_store/people/may-touch';

export const releaseBinding: Handler<typeof memberActions.releaseBinding> = async (input, ctx) => {
  const member = await members.byId(input.memberId);
  if (member === null) return ctx.fail('not-found');
  if (!mayTouch(ctx.caller, member)) return ctx.fail('not-allowed');
  // A retry must not free what was bound anew in between.
  if (member.lastRelease?.requestId === ctx.requestId) return ctx.answer({});
  if (!isBound(member)) return ctx.fail('not-bound-yet');
  // False only when somebody else freed it in this moment: what was asked for is so.
  await members.release(member._id, member.account, {
    requestId: ctx.requestId,
    byMemberId: ctx.caller.memberId,
    reason: input.reason,
    atMs: ctx.nowMs(),
  });
  forgetCaller(member.account);
  const about = { memberId: member._id, branchId: member.branchId };
  const what = { kind: 'changed-member' as const, fields: ['binding' as const] };
  await noteChange(ctx.caller, about, what, { requestId: ctx.requestId, nowMs: ctx.nowMs() });
  return ctx.answer({});
};
