import { randomBytes } from 'node:crypto';
import type { memberActions } from '../../../contract/people/member';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { members, unboundAccount, type Member } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';

export const addMember: Handler<typeof memberActions.addMember> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const organisation = await readOrganisation();
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  if (input.groupId !== null && !organisation.hasGroup(branchId, input.groupId)) {
    return ctx.fail('unknown-group');
  }
  if (input.crewId !== null && !organisation.hasCrew(input.crewId)) return ctx.fail('unknown-crew');

  const joinedDay = dayOfInstant(ctx.nowMs());
  const added: Member = {
    _id: input.memberId,
    name: input.name,
    staffNumber: input.staffNumber.toUpperCase(),
    branchId,
    groupId: input.groupId,
    roles: [input.standing],
    crewHistory: input.crewId === null ? [] : [{ crewId: input.crewId, fromDay: joinedDay }],
    overrides: [],
    sleepPreference: null,
    account: unboundAccount(input.memberId),
    boundAtMs: null,
    agreedPrivacyVersion: null,
    lastRelease: null,
    codeSecret: randomBytes(16).toString('hex'),
    preferences: null,
    inboxSeenAtMs: 0,
    lastSubscriptionId: '',
    credits: {},
    joinedDay,
    leftDay: null,
    schemaVersion: 1,
  };
  if (await members.add(added)) return ctx.answer({ memberId: added._id });

  const present = await members.byId(added._id);
  const isRetry =
    present !== null &&
    present.staffNumber === added.staffNumber &&
    present.branchId === branchId &&
    present.name === added.name;
  if (isRetry) return ctx.answer({ memberId: added._id });
  // An id of somebody else is no answer to give away: ids are random, this is a broken phone.
  return present === null
    ? ctx.fail('staff-number-taken')
    : ctx.fail('bad-input', { path: 'memberId' });
};
