import type { Role } from '../../../contract/roles';
import { collection, command, inTransaction, isDuplicate } from '../database';
import { BRANCHES } from './branches';
import { MEMBERS, unbound, unboundAccount, type Member, type Release } from './member-document';

const documents = () => collection(MEMBERS);
const OFFICE = { roles: 'committee-office', leftDay: null } as const;

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

export const members = {
  byId: (memberId: string) => documents().byId(memberId),

  /** The member bound to an account, also one who has left. */
  byAccount: (openId: string) => documents().one({ account: openId }),

  byStaffNumber: (staffNumber: string) => documents().one({ staffNumber }),

  /** Those who have not left, by id, however many they are: a request for every thousand. */
  ofBranch: (branchId: string) => documents().all({ branchId, leftDay: null }),

  /** As ofBranch, of every branch. */
  everybody: () => documents().all({ leftDay: null }),

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
  addMany: (added: readonly Member[]) => documents().insertAbsent(added),

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
          lastBoundAtMs: agreed.atMs,
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
