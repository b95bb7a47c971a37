import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { INVITATION_MS, newInvitationCode } from './invitation-code';

/** The present code, also an expired one, so that the officer sees why nobody can bind; the first is made here. */
export const invitation: Handler<typeof memberActions.invitation> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const branch = await branches.byId(branchId);
  if (branch === null) return ctx.fail('not-found');
  const { invitation: present } = branch;
  const isRetry = present?.requestId === ctx.requestId;
  if (present !== null && (isRetry || !input.renew)) {
    return ctx.answer({ code: present.code, expiresAtMs: present.expiresAtMs });
  }
  const code = newInvitationCode();
  const expiresAtMs = ctx.nowMs() + INVITATION_MS;
  await branches.setInvitation(branchId, { code, expiresAtMs, requestId: ctx.requestId });
  return ctx.answer({ code, expiresAtMs });
};
