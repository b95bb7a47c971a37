import type { memberActions } from '../../../contract/people/member';
import { ROLES } from '../../../contract/roles';
import { seeToDutiesAfter } from '../../_deliver/see-to-duties';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import type { Member } from '../../_store/people/member-document';
import { isLastOf, members } from '../../_store/people/members';
import { noteChange } from '../../_store/people/trail';
import { mayTouch } from '../../_store/people/may-touch';
import { rolesAgree } from '../../_store/people/roles-agree';

export const setRoles: Handler<typeof memberActions.setRoles> = async (input, ctx) => {
  const roles = ROLES.filter((role) => input.roles.includes(role));
  if (!rolesAgree(roles)) return ctx.fail('roles-contradict');
  const isOffice = ctx.caller.roles.includes('committee-office');
  const changed = await members.change(input.memberId, (now, { secretaries, office }) => {
    if (now.leftDay !== null) return 'not-found' as const;
    if (!mayTouch(ctx.caller, now)) return 'not-allowed' as const;
    const touchesOffice =
      now.roles.includes('committee-office') !== roles.includes('committee-office');
    if (touchesOffice && !isOffice) return 'not-allowed' as const;
    if (!roles.includes('secretary') && isLastOf(secretaries, now)) {
      return 'last-secretary' as const;
    }
    if (touchesOffice && isLastOf(office, now)) return 'last-of-office' as const;
    const changes: Partial<Member> = { roles };
    return changes;
  });
  if (changed.kind === 'missing') return ctx.fail('not-found');
  if (changed.kind === 'refused') return ctx.fail(changed.code);
  forgetCaller(changed.before.account);
  const about = { memberId: input.memberId, branchId: changed.before.branchId };
  const what = { kind: 'changed-member' as const, fields: ['roles' as const] };
  await noteChange(ctx.caller, about, what, { requestId: ctx.requestId, nowMs: ctx.nowMs() });
  await seeToDutiesAfter(changed.before, roles, ctx.nowMs());
  return ctx.answer({ roles });
};
