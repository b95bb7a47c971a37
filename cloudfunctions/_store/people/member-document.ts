import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { Role } from '../../../contract/roles';
import { ON_DUTY_POLICIES } from '../../../domain/delivery/delivery-rules';
import type { LocalDay } from '../../../domain/time/local-day';
import { documentKind } from '../document-kind';
import { OverrideDocument, SleepPreferenceDocument } from '../roster/shift-documents';

export const MOST_OVERRIDES = 100;
export const MOST_CREW_CHANGES = 60;
export const MemberDocument = v.object({
  _id: Id,
  name: v.string(),
  /** Upper case. */
  staffNumber: v.string(),
  branchId: Id,
  groupId: v.nullable(Id),
  roles: v.array(Role),
  /** Which crew from which day on, by day; null = none. */
  crewHistory: v.pipe(
    v.array(v.object({ crewId: v.nullable(Id), fromDay: Day })),
    v.maxLength(MOST_CREW_CHANGES),
  ),
  /** Personal changes in the order they were recorded. */
  overrides: v.pipe(v.array(OverrideDocument), v.maxLength(MOST_OVERRIDES)),
  /** Counted up by every write of `overrides`; absent: 0. */
  changesRevision: v.exactOptional(Count),
  /** Swaps proposed lately; some may be answered by now, or were never written. See reserve-proposal */
  proposals: v.exactOptional(v.array(v.object({ swapId: Id, atMs: AtMs }))),
  sleepPreference: v.nullable(SleepPreferenceDocument),
  /** The bound openId, or 'none:<memberId>': unique, so an account is bound to one member at most. */
  account: v.string(),
  boundAtMs: v.nullable(AtMs),
  /** When an account was bound last, whatever has become of it; absent: not since this was noted. docs/rules.md#R-359 */
  lastBoundAtMs: v.exactOptional(AtMs),
  agreedPrivacyVersion: v.nullable(v.number()),
  /** The last time an officer freed the binding, with the reason given. */
  lastRelease: v.nullable(
    v.object({ requestId: v.string(), byMemberId: Id, reason: v.string(), atMs: AtMs }),
  ),
  /** Secret of the member's own rotating code. */
  codeSecret: v.string(),
  /** Accepted subscribe messages not yet spent, by template. */
  credits: v.record(v.string(), Count),
  /** The member's own choices for notices; null: the organisation's rules. */
  preferences: v.optional(
    v.nullable(
      v.object({
        onDuty: v.nullable(v.picklist(ON_DUTY_POLICIES)),
        digestMinute: v.nullable(Count),
      }),
    ),
    null,
  ),
  /** Everything in the inbox up to here was on the screen. */
  inboxSeenAtMs: v.optional(AtMs, 0),
  /** The request that recorded a subscription last: its retry counts nothing twice. */
  lastSubscriptionId: v.optional(v.string(), ''),
  lastSubscriptionAtMs: v.exactOptional(AtMs),
  /** The push of WeChat that told of a subscription last, and when the dialog was. */
  lastPopupId: v.exactOptional(v.string()),
  lastPopupAtMs: v.exactOptional(AtMs),
  joinedDay: Day,
  /** Since which day they are in this group, or back; absent: nothing changed since joinedDay. Since 0.2.0. */
  placedDay: v.exactOptional(Day),
  leftDay: v.nullable(Day),
  schemaVersion: v.literal(1),
});
export type Member = v.InferOutput<typeof MemberDocument>;
export type Release = NonNullable<Member['lastRelease']>;

export const MEMBERS = documentKind('members', MemberDocument);

/** What stands in `account` while nobody is bound. */
export const unboundAccount = (memberId: string) => `none:${memberId}`;
/** To vote. docs/rules.md#R-95 */
export const isEntitled = ({ roles }: Pick<Member, 'roles'>): boolean => roles.includes('member');
export const isBound = ({ _id, account }: Pick<Member, '_id' | 'account'>) =>
  account !== unboundAccount(_id);

/** Whether an account was bound to them after this instant, also one that is bound no more. */
export const wasBoundAfter = (
  { boundAtMs, lastBoundAtMs = boundAtMs ?? 0 }: Pick<Member, 'boundAtMs' | 'lastBoundAtMs'>,
  atMs: number,
): boolean => lastBoundAtMs > atMs;

/** The crew a member belongs to on a day, loans aside; null when none. */
export function crewIdOn(
  { crewHistory }: Pick<Member, 'crewHistory'>,
  day: LocalDay,
): string | null {
  return crewHistory.filter(({ fromDay }) => fromDay <= day).at(-1)?.crewId ?? null;
}

/** The fields of a member to whom no account is bound. */
export function unbound(memberId: string) {
  return { account: unboundAccount(memberId), boundAtMs: null, agreedPrivacyVersion: null };
}
