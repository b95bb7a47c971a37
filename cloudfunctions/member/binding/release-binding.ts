import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { tellOfRelease } from '../../_deliver/tell-of-release';
import { forgetCaller } from '../../_store/people/callers';
import { isBound } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { mayTouch } from '../../_store/people/may-touch';

export const releaseBinding: Handler<typeof memberActions.releaseBinding> = async (input, ctx) => {
  const member = await members.byId(input.memberId);
  if (member === null) return ctx.fail('not-found');
  if (!mayTouch(ctx.caller, member)) return ctx.fail('not-allowed');
  // A retry must not free what was bound anew in between.
  if (member.lastRelease?.requestId === ctx.requestId) {
    await tellOfRelease(member, ctx.nowMs());
    return ctx.answer({});
  }
  if (!isBound(member)) return ctx.fail('not-bound-yet');
  const lastRelease = {
    requestId: ctx.requestId,
    byMemberId: ctx.caller.memberId,
    reason: input.reason,
    atMs: ctx.nowMs(),
  };
  // False only when somebody else freed it in this moment: what was asked for is so.
  const isReleased = await members.release(member._id, member.account, lastRelease);
  forgetCaller(member.account);
  if (isReleased) await tellOfRelease({ ...member, lastRelease }, ctx.nowMs());
  return ctx.answer({});
};
