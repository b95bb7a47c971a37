import type { memberActions } from '../../../contract/people/member';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import {
  countAttendancesOf,
  countAuditEntriesOf,
  countDeliveriesOf,
  countNotesOf,
} from '../../_store/people/stored-of-member';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';

export const myData: Handler<typeof memberActions.myData> = async (_input, ctx) => {
  const { memberId } = ctx.caller;
  const [member, attendances, notices, looks, notes] = await Promise.all([
    members.byId(memberId),
    countAttendancesOf(memberId),
    countDeliveriesOf(memberId),
    ctx.readsLeniently ? countAuditEntriesOf(memberId) : 0,
    ctx.readsLeniently ? countNotesOf(memberId) : 0,
  ]);
  if (member === null) return ctx.fail('not-found');
  const organisation = await organisationOnHotPath([member]);
  const { crewName, groupName } = organisation.placeOf(member, dayOfInstant(ctx.nowMs()));
  return ctx.answer({
    profile: {
      name: member.name,
      staffNumber: member.staffNumber,
      branchName: organisation.branchName(member.branchId),
      groupName,
      crewName,
      roles: member.roles,
      joinedDay: member.joinedDay,
      boundAtMs: member.boundAtMs,
      agreedPrivacyVersion: member.agreedPrivacyVersion,
    },
    kept: [
      { what: 'attendance' as const, count: attendances },
      { what: 'notice' as const, count: notices },
      { what: 'shift-change' as const, count: member.overrides.length },
      ...(ctx.readsLeniently ? [{ what: 'audit-entry' as const, count: looks }] : []),
      ...(ctx.readsLeniently ? [{ what: 'note' as const, count: notes }] : []),
    ],
  });
};
