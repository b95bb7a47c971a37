import type { memberActions } from '../../../contract/people/member';
import type { Handler } from '../../_kit/serve';
import { findMember } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { meOf } from './me-of';

export const hello: Handler<typeof memberActions.hello> = async (_input, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await findMember(ctx.openId);
  if (member === null) return ctx.answer({ me: null, nowMs });
  return ctx.answer({ me: meOf(member, await organisationOnHotPath([member]), nowMs), nowMs });
};
