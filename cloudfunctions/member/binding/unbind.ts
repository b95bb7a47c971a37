import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import { members } from '../../_store/people/members';

/** Only the tie to the WeChat account goes; the register of meetings is the branch's record and stays. */
export const unbind: Handler<typeof memberActions.unbind> = async (_input, ctx) => {
  await members.unbind(ctx.caller.memberId, ctx.openId);
  forgetCaller(ctx.openId);
  return ctx.answer({});
};
