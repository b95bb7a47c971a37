import type { OutputOf } from '../../../contract/action';
import type { memberActions } from '../../../contract/people/member';
import type { RecordKind } from '../../../contract/people/my-records';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import {
  countAttendancesOf,
  countAuditEntriesOf,
  countDataAsksOf,
  countDeliveriesOf,
  countLeaveReasonsOf,
  countMakeUpsOf,
  countNotesOf,
  countResponsesOf,
  countSheetsOf,
  countSuggestionsOf,
  countSwapsOf,
} from '../../_store/people/stored-of-member';
import { countRecordsOf } from '../../_store/people/records-of-member';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';

export const myData: Handler<typeof memberActions.myData> = async (_input, ctx) => {
  const { memberId } = ctx.caller;
  const [member, attendances, notices, since] = await Promise.all([
    members.byId(memberId),
    countAttendancesOf(memberId),
    countDeliveriesOf(memberId),
    ctx.readsLeniently ? storedSince(memberId) : [],
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
      ...since,
      ...(ctx.readsLeniently ? storedInMember(member) : []),
    ],
  });
};

type Kept = OutputOf<typeof memberActions.myData>['kept'][number];

const recordsOfKind = (what: RecordKind) => (memberId: string) => countRecordsOf(what, memberId);

/** What phones before 0.2.0 cannot name. */
async function storedSince(memberId: string): Promise<readonly Kept[]> {
  const counts = {
    'audit-entry': countAuditEntriesOf,
    note: countNotesOf,
    'note-response': countResponsesOf,
    sheet: countSheetsOf,
    poll: recordsOfKind('poll'),
    nomination: recordsOfKind('nomination'),
    'data-ask': countDataAsksOf,
    'channel-item': recordsOfKind('channel-item'),
    suggestion: countSuggestionsOf,
    contest: recordsOfKind('contest'),
    lecture: recordsOfKind('lecture'),
    comment: recordsOfKind('comment'),
    'commentator-term': recordsOfKind('commentator-term'),
    'channel-duty': recordsOfKind('channel-duty'),
    'library-document': recordsOfKind('library-document'),
    'leave-reason': countLeaveReasonsOf,
    'make-up': countMakeUpsOf,
    swap: countSwapsOf,
  } as const;
  const kinds = Object.keys(counts) as (keyof typeof counts)[];
  return Promise.all(kinds.map(async (what) => ({ what, count: await counts[what](memberId) })));
}

/** Likewise; 0 where nothing of one's own is set. */
function storedInMember({ sleepPreference, preferences, credits }: Member): readonly Kept[] {
  const isSet = sleepPreference !== null || preferences !== null;
  const count = Object.values(credits).reduce((sum, each) => sum + each, 0);
  return [
    { what: 'quiet-hours', count: isSet ? 1 : 0 },
    { what: 'subscription', count },
  ];
}
