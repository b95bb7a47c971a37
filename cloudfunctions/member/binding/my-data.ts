import type { OutputOf } from '../../../contract/action';
import type { memberActions } from '../../../contract/people/member';
import type { RecordKind } from '../../../contract/people/my-records';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import {
  countAuditEntriesOf,
  countDataAsksOf,
  deliveriesOfMember,
  countMakeUpsOf,
  countNotesOf,
  countResponsesOf,
  countSheetsOf,
  countSuggestionsOf,
  countSwapsOf,
} from '../../_store/people/stored-of-member';
import { cameTo } from '../../_deliver/inbox-entry';
import { attendanceOfMember } from '../../_store/people/attendance-of-member';
import { countRecordsOf } from '../../_store/people/records-of-member';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';

export const myData: Handler<typeof memberActions.myData> = async (_input, ctx) => {
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  const [member, { lines, leaveReasons }, notices, since] = await Promise.all([
    members.byId(memberId),
    attendanceOfMember(memberId),
    noticesOf(memberId, nowMs),
    ctx.readsLeniently ? storedSince(memberId) : [],
  ]);
  if (member === null) return ctx.fail('not-found');
  const organisation = await organisationOnHotPath([member]);
  const { crewName, groupName } = organisation.placeOf(member, dayOfInstant(nowMs));
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
      { what: 'attendance' as const, ...told(ctx, lines) },
      { what: 'notice' as const, ...told(ctx, notices) },
      { what: 'shift-change' as const, count: member.overrides.length },
      ...since,
      ...(ctx.readsLeniently
        ? [{ what: 'leave-reason' as const, ...told(ctx, leaveReasons) }]
        : []),
      ...(ctx.readsLeniently ? storedInMember(member) : []),
    ],
  });
};

/**
 * The messages that stand in the inbox of a member, and how many more name them: reminders, former editions,
 * what was taken back, has its time to come or had its last day. docs/rules.md#R-364
 */
async function noticesOf(memberId: string, nowMs: number) {
  const { all, sent, pastReading, ahead } = await deliveriesOfMember(memberId, nowMs);
  // Others may have it later than they.
  const cameAlready = ahead.filter((document) => cameTo(document, memberId, nowMs) !== null);
  const count = sent - pastReading + cameAlready.length;
  return { count, notShown: all - count };
}

/** Of nothing nothing is said; phones before 0.2.0 know a number alone. */
function told(
  { readsLeniently }: { readonly readsLeniently: boolean },
  kept: { readonly count: number; readonly onlyInFile?: number; readonly notShown?: number },
) {
  const { count, onlyInFile = 0, notShown = 0 } = kept;
  if (!readsLeniently) return { count };
  return {
    count,
    ...(onlyInFile > 0 && { onlyInFile }),
    ...(notShown > 0 && { notShown }),
  };
}

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
