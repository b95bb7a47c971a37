import type { InputOf } from '../../../contract/action';
import type { ChangedField } from '../../../contract/branch/audit';
import { STANDINGS, type memberActions } from '../../../contract/people/member';
import { ROLES, type Role } from '../../../contract/roles';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { isDuplicate } from '../../_store/database';
import { forgetCaller } from '../../_store/people/callers';
import { unbound, type Member } from '../../_store/people/member-document';
import { isLastOf, members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { askNoMore } from '../../_deliver/ask-no-more';
import { postponeMakeUps } from '../../_deliver/postpone-make-ups';
import { replanFor } from '../../_deliver/replan';
import { seeToDutiesAfter } from '../../_deliver/see-to-duties';
import { endBrokenSwaps } from '../../_deliver/end-broken-swaps';
import { noteChange } from '../../_store/people/trail';
import { mayTouch } from '../../_store/people/may-touch';
import { rolesAgree } from '../../_store/people/roles-agree';
import { withCrew } from '../../_store/people/with-crew';

type Input = InputOf<typeof memberActions.changeMember>;

const NUMBER_TAKEN = { kind: 'refused', code: 'staff-number-taken' } as const;

export const changeMember: Handler<typeof memberActions.changeMember> = async (input, ctx) => {
  const organisation = await readOrganisation();
  if (typeof input.crew?.crewId === 'string' && !organisation.hasCrew(input.crew.crewId)) {
    return ctx.fail('unknown-crew');
  }
  const today = dayOfInstant(ctx.nowMs());
  const changed = await members
    .change(input.memberId, (now, { secretaries, office }) => {
      if (!mayTouch(ctx.caller, now)) return 'not-allowed' as const;
      if (
        typeof input.groupId === 'string' &&
        !organisation.hasGroup(now.branchId, input.groupId)
      ) {
        return 'unknown-group' as const;
      }
      if (input.hasLeft === true && isLastOf(secretaries, now)) return 'last-secretary' as const;
      if (input.hasLeft === true && isLastOf(office, now)) return 'last-of-office' as const;
      if (input.standing !== undefined && !rolesAgree(rolesAfter(now, input)))
        return 'roles-contradict' as const;
      return changesOf(now, input, today);
    })
    .catch((error: unknown) => {
      // The index on staffNumber decides between two that want the same at once.
      if (isDuplicate(error)) return NUMBER_TAKEN;
      throw error;
    });
  if (changed.kind === 'missing') return ctx.fail('not-found');
  if (changed.kind === 'refused') return ctx.fail(changed.code);
  forgetCaller(changed.before.account);
  const call = { requestId: ctx.requestId, nowMs: ctx.nowMs() };
  const about = { memberId: input.memberId, branchId: changed.before.branchId };
  const what = { kind: 'changed-member' as const, fields: fieldsOf(input) };
  await noteChange(ctx.caller, about, what, call);
  if (input.crew !== undefined || input.hasLeft === true) {
    await endBrokenSwaps([input.memberId], ctx.caller, call);
  }
  if (input.hasLeft === true) {
    await askNoMore([input.memberId], changed.before.branchId, ctx.nowMs());
    await seeToDutiesAfter(changed.before, [], ctx.nowMs());
  }
  if (input.crew !== undefined) {
    await replanFor([input.memberId], ctx.nowMs());
    await postponeMakeUps([input.memberId], ctx.nowMs());
  }
  return ctx.answer({ memberId: input.memberId });
};

function changesOf(now: Member, input: Input, today: LocalDay): Partial<Member> {
  const { name, staffNumber, groupId, crew, standing } = input;
  return {
    ...(name !== undefined && { name }),
    ...(staffNumber !== undefined && { staffNumber }),
    ...(groupId !== undefined && { groupId, placedDay: today }),
    ...(crew !== undefined && { crewHistory: withCrew(now, crew) }),
    ...((standing !== undefined || comesOrGoes(now, input)) && { roles: rolesAfter(now, input) }),
    ...(comesOrGoes(now, input) &&
      (input.hasLeft === true
        ? { leftDay: today, ...unbound(now._id) }
        : { leftDay: null, placedDay: today })),
  };
}

/** What is told of the change, without what stood there. docs/rules.md#R-141 */
function fieldsOf({ name, staffNumber, groupId, crew, standing, hasLeft }: Input): ChangedField[] {
  return [
    ...(name === undefined ? [] : ['name' as const]),
    ...(staffNumber === undefined ? [] : ['staff-number' as const]),
    ...(groupId === undefined ? [] : ['group' as const]),
    ...(crew === undefined ? [] : ['crew' as const]),
    ...(standing === undefined ? [] : ['standing' as const]),
    ...(hasLeft === undefined ? [] : [hasLeft ? ('left' as const) : ('came-back' as const)]),
  ];
}

const comesOrGoes = ({ leftDay }: Member, { hasLeft }: Input): boolean =>
  hasLeft !== undefined && hasLeft !== (leftDay !== null);

/** The standing as it is to be; offices end when somebody leaves. docs/rules.md#R-64 */
function rolesAfter(now: Member, input: Input): Role[] {
  const standings: readonly Role[] = STANDINGS;
  const standing = input.standing ?? now.roles.find((role) => standings.includes(role));
  const offices = comesOrGoes(now, input)
    ? []
    : now.roles.filter((role) => !standings.includes(role));
  return ROLES.filter((role) => role === standing || offices.includes(role));
}
