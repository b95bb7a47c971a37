import type { memberActions } from '../../../contract/people/member';
import { isSameName } from '../../../domain/words/bare-name';
import type { Handler } from '../../_kit/serve';
import { tellOfRelease } from '../../_deliver/tell-of-release';
import { bindTries } from '../../_store/people/bind-tries';
import { branches } from '../../_store/people/branches';
import { forgetCaller } from '../../_store/people/callers';
import { members } from '../../_store/people/members';
import { wasBoundAfter } from '../../_store/people/member-document';
import { noteBound } from '../../_store/people/trail';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { meOf } from './me-of';

/**
 * An account that is bound gets its own member again for the same data, so that a retry succeeds,
 * and learns nothing about others. Everybody else spends a try before anything is compared.
 */
export const bind: Handler<typeof memberActions.bind> = async (input, ctx) => {
  const nowMs = ctx.nowMs();

  const mine = await members.byAccount(ctx.openId);
  if (mine !== null) {
    const isSame = mine.staffNumber === input.staffNumber && isSameName(mine.name, input.name);
    if (!isSame) return ctx.fail('account-already-bound');
    // A call that has bound it may have been cut off.
    if (mine.lastBoundAtMs !== undefined) await noteBound(mine, mine.lastBoundAtMs);
    return ctx.answer({ me: meOf(mine, await organisationOnHotPath([mine]), nowMs) });
  }

  const verdict = await bindTries.take(ctx.openId, nowMs);
  if (verdict.kind === 'locked') {
    return ctx.fail('too-many-tries', { untilAtMs: verdict.untilAtMs });
  }
  const [member, inviting] = await Promise.all([
    members.byStaffNumber(input.staffNumber),
    branches.byInvitationCode(input.invitationCode),
  ]);
  const branch = inviting.find(({ _id }) => _id === member?.branchId);
  const isMember =
    member !== null && member.leftDay === null && isSameName(member.name, input.name);
  if (!isMember || branch === undefined) return ctx.fail('no-such-member');
  await bindTries.giveBack(ctx.openId);

  if (branch.invitation === null || branch.invitation.expiresAtMs <= nowMs) {
    return ctx.fail('invitation-expired');
  }
  // Whoever freed it may have been cut off before anybody was told.
  const { lastRelease } = member;
  if (lastRelease !== null && !wasBoundAfter(member, lastRelease.atMs)) {
    await tellOfRelease(member, nowMs);
  }
  const { agreedPrivacyVersion } = input;
  const bound = await members.bind(member._id, ctx.openId, { agreedPrivacyVersion, atMs: nowMs });
  if (bound !== 'bound') {
    // The retry of a call that is still running finds its own work done.
    const now = await members.byAccount(ctx.openId);
    if (now === null) return ctx.fail('member-already-bound');
    if (now._id !== member._id) return ctx.fail('account-already-bound');
  }
  if (bound === 'bound') await noteBound(member, nowMs);
  forgetCaller(ctx.openId);
  return ctx.answer({ me: meOf(member, await organisationOnHotPath([member]), nowMs) });
};
