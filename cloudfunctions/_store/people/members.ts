import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { Role } from '../../../contract/roles';
import { ON_DUTY_POLICIES } from '../../../domain/delivery/delivery-rules';
import type { LocalDay } from '../../../domain/time/local-day';
import { BRANCHES } from './branches';
import { collection, command, inTransaction, isDuplicate } from '../database';
import { documentKind } from '../document-kind';
import { OverrideDocument, SleepPreferenceDocument } from '../roster/shift-documents';

export const MOST_OVERRIDES = 100;
export const MOST_CREW_CHANGES = 60;
/** In one condition: each names a whole history of crews. */
const MOST_BEFORES = 200;

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
const documents = () => collection(MEMBERS);
const OFFICE = { roles: 'committee-office', leftDay: null } as const;

/** What stands in `account` while nobody is bound. */
export const unboundAccount = (memberId: string) => `none:${memberId}`;
/** To vote. docs/rules.md#R-95 */
export const isEntitled = ({ roles }: Pick<Member, 'roles'>): boolean => roles.includes('member');
export const isBound = ({ _id, account }: Pick<Member, '_id' | 'account'>) =>
  account !== unboundAccount(_id);

/** The crew a member belongs to on a day, loans aside; null when none. */
export function crewIdOn(
  { crewHistory }: Pick<Member, 'crewHistory'>,
  day: LocalDay,
): string | null {
  return crewHistory.filter(({ fromDay }) => fromDay <= day).at(-1)?.crewId ?? null;
}

export type ChangeVerdict<Code extends string> =
  | { readonly kind: 'changed'; readonly before: Member }
  | { readonly kind: 'refused'; readonly code: Code }
  | { readonly kind: 'missing' };

/** Ids of those who hold an office and have not left. */
export interface RoleHolders {
  /** Of the branch of the member. */
  readonly secretaries: readonly string[];
  /** Of the committee office; read only where the member is of it. */
  readonly office: readonly string[];
}

export type BindVerdict = 'bound' | 'member-taken' | 'account-taken';

type PlacedBefore = { readonly memberId: string } & Pick<
  Member,
  'groupId' | 'roles' | 'crewHistory'
>;

/** Those who were in the same place, together. */
function alikeOf(people: readonly PlacedBefore[]) {
  const found = new Map<string, { readonly before: PlacedBefore; readonly ids: string[] }>();
  for (const before of people) {
    const { memberId, groupId, roles, crewHistory } = before;
    const key = JSON.stringify([groupId, roles, crewHistory]);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, { before, ids: [memberId] });
    else alike.ids.push(memberId);
  }
  return [...found.values()];
}

export const members = {
  byId: (memberId: string) => documents().byId(memberId),

  /** The member bound to an account, also one who has left. */
  byAccount: (openId: string) => documents().one({ account: openId }),

  byStaffNumber: (staffNumber: string) => documents().one({ staffNumber }),

  /** Those who have not left, by id, however many they are: a request for every thousand. */
  ofBranch: (branchId: string) => documents().all({ branchId, leftDay: null }),

  /** As ofBranch, those who hold one of these offices. */
  holding: (branchId: string, roles: readonly Role[]) =>
    documents().find(
      { branchId, leftDay: null, roles: command.in(roles) },
      { orderBy: { _id: 'asc' } },
    ),

  /** As holding, of every branch. */
  holdingAnywhere: (roles: readonly Role[]) =>
    documents().find({ roles: command.in(roles), leftDay: null }, { orderBy: { _id: 'asc' } }),

  /** Who has one of these staff numbers, also who has left. */
  byStaffNumbers: (staffNumbers: readonly string[]) =>
    documents().all({ staffNumber: command.in(staffNumbers) }),

  /** How many there are who have not left. */
  countOfBranch: (branchId: string) => documents().count({ branchId, leftDay: null }),

  /** Those of the committee office who have not left. */
  ofOffice: () => documents().find(OFFICE),

  /** Those of the ids that exist, also who has left; any order; at most 1000. */
  byIds: (memberIds: readonly string[]) => documents().find({ _id: command.in(memberIds) }),

  /** How many each branch has who have not left; branches without any are missing. */
  countByBranch: () => documents().countBy('branchId', { leftDay: null }),

  /** Whether it was written; false when its id or staff number is taken. */
  add: (member: Member) => documents().insertIfAbsent(member),

  /** Those of the new members that were not written, because their id or staff number is taken. */
  async addMany(added: readonly Member[]): Promise<readonly Member[]> {
    try {
      await documents().insertMany(added);
      return [];
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const refused: Member[] = [];
    for (const member of added) {
      if (!(await documents().insertIfAbsent(member))) refused.push(member);
    }
    return refused;
  },

  /**
   * Places those of these people anew who are as they were when it was decided, at most 1000: one request
   * for as many of them as were in MOST_BEFORES different places; how many. Repeated, it finds nobody.
   */
  async place(
    branchId: string,
    people: readonly PlacedBefore[],
    changes: {
      readonly groupId?: string | null;
      readonly roles?: Member['roles'];
      readonly crew?: Member['crewHistory'][number];
      readonly day: LocalDay;
    },
  ): Promise<number> {
    const { groupId, roles, crew, day } = changes;
    const alike = alikeOf(people);
    let written = 0;
    for (let from = 0; from < alike.length; from += MOST_BEFORES) {
      written += await documents().update(
        command.anyOf(
          ...alike.slice(from, from + MOST_BEFORES).map(({ before, ids }) => ({
            _id: command.in(ids),
            branchId,
            leftDay: null,
            groupId: before.groupId,
            roles: command.eq(before.roles),
            crewHistory: command.eq(before.crewHistory),
          })),
        ),
        {
          ...(groupId !== undefined && { groupId, placedDay: day }),
          ...(roles !== undefined && { roles }),
          ...(crew !== undefined && { crewHistory: command.push([crew]) }),
        },
      );
    }
    return written;
  },

  /**
   * Binds an account to a member who has none. One conditional write, so of several that try at
   * once, for one member or one account, exactly one succeeds; the index on `account` sees to it. docs/rules.md#R-62
   */
  async bind(
    memberId: string,
    openId: string,
    agreed: { readonly agreedPrivacyVersion: number; readonly atMs: number },
  ): Promise<BindVerdict> {
    try {
      const bound = await documents().update(
        { _id: memberId, account: unboundAccount(memberId), leftDay: null },
        {
          account: openId,
          boundAtMs: agreed.atMs,
          agreedPrivacyVersion: agreed.agreedPrivacyVersion,
        },
      );
      return bound === 1 ? 'bound' : 'member-taken';
    } catch (error) {
      if (isDuplicate(error)) return 'account-taken';
      throw error;
    }
  },

  /**
   * Replaces the personal changes of a member who is still bound to their account, unless they were
   * changed since the member was read; the member as they are then, or null.
   */
  writeChanges({ _id, account, changesRevision }: Member, overrides: Member['overrides']) {
    const unchanged = changesRevision ?? command.exists(false);
    return documents().updateAndRead(
      { _id, account, leftDay: null, changesRevision: unchanged },
      { overrides, changesRevision: command.inc(1) },
    );
  },

  /** Notes a proposal unless `most` are noted; one conditional write, so however many come at once. */
  async noteProposal(
    memberId: string,
    proposal: NonNullable<Member['proposals']>[number],
    most: number,
  ): Promise<boolean> {
    const noted = await documents().update(
      { _id: memberId, [`proposals.${most - 1}`]: command.exists(false) },
      { proposals: command.push([proposal]) },
    );
    return noted === 1;
  },

  /** For members of before proposals were noted: notes those that are open, unless it has been done. */
  async noteOpenProposals(
    memberId: string,
    proposals: NonNullable<Member['proposals']>,
  ): Promise<void> {
    await documents().update({ _id: memberId, proposals: command.exists(false) }, { proposals });
  },

  async dropProposals(memberId: string, swapIds: readonly string[]): Promise<void> {
    const dropped = command.pull({ swapId: command.in(swapIds) });
    await documents().update({ _id: memberId }, { proposals: dropped });
  },

  /** The member themselves leaves; everything else of theirs stays. */
  async unbind(memberId: string, openId: string): Promise<void> {
    await documents().update({ _id: memberId, account: openId }, unbound(memberId));
  },

  /** An officer frees the binding of exactly this account; false when it is not bound to it any more. */
  async release(memberId: string, account: string, release: Release): Promise<boolean> {
    const released = await documents().update(
      { _id: memberId, account },
      { ...unbound(memberId), lastRelease: release },
    );
    return released === 1;
  },

  /**
   * Changes one member by what is stored now. `decide` sees them and who holds the offices that must
   * not be left empty, gives the new values or the code of a refusal, and may run more than once.
   */
  change<Code extends string>(
    memberId: string,
    decide: (now: Member, holders: RoleHolders) => Partial<Member> | Code,
  ): Promise<ChangeVerdict<Code>> {
    return inTransaction(async (transaction) => {
      const inside = transaction.collection(MEMBERS);
      const before = await inside.byId(memberId);
      if (before === null) return { kind: 'missing' };
      const { branchId } = before;
      const secretaries = await inside.find({ branchId, roles: 'secretary', leftDay: null });
      const isOfOffice = before.roles.includes('committee-office');
      const office = isOfOffice ? await inside.find(OFFICE) : [];
      const changes = decide(before, {
        secretaries: secretaries.map(({ _id }) => _id),
        office: office.map(({ _id }) => _id),
      });
      if (typeof changes === 'string') return { kind: 'refused', code: changes };
      if (Object.keys(changes).length > 0) await inside.updateById(memberId, changes);
      if (changes.roles !== undefined || changes.leftDay !== undefined) {
        // Two who resign at once write different members: a branch makes them meet, secretaries
        // their own, and the committee office, which is of several, the first of all.
        const insideBranches = transaction.collection(BRANCHES);
        const firstOfAll = { orderBy: { _id: 'asc' }, limit: 1 } as const;
        const [first] = isOfOffice
          ? await insideBranches.find({ _id: command.neq('') }, firstOfAll)
          : [];
        for (const id of new Set([branchId, first?._id ?? branchId])) {
          await insideBranches.updateById(id, { rolesRevision: command.inc(1) });
        }
      }
      return { kind: 'changed', before };
    });
  },
} as const;

/** Whether nobody would hold an office if this member did not. */
export function isLastOf(holders: readonly string[], { _id }: Member): boolean {
  return holders.length === 1 && holders[0] === _id;
}

/** The fields of a member to whom no account is bound. */
export function unbound(memberId: string) {
  return { account: unboundAccount(memberId), boundAtMs: null, agreedPrivacyVersion: null };
}
