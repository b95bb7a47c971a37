import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { collection, command, inTransaction } from '../database';
import { documentKind } from '../document-kind';

const Invitation = v.object({
  code: v.string(),
  expiresAtMs: AtMs,
  /** Of the call that made it, so that a retry makes no second code. */
  requestId: v.string(),
});
export type Invitation = v.InferOutput<typeof Invitation>;

export const BranchDocument = v.object({
  _id: Id,
  name: v.string(),
  groups: v.array(v.object({ groupId: Id, name: v.string() })),
  invitation: v.nullable(Invitation),
  /** Counted up by every change of roles, so that two such changes meet in one document. */
  rolesRevision: Count,
  /** Hours of study asked of its people in a year; absent: the defaults. Since 0.3.0. docs/rules.md#R-129 */
  yearlyHours: v.exactOptional(v.object({ member: Count, officer: Count })),
  schemaVersion: v.literal(1),
});
export type BranchDocument = v.InferOutput<typeof BranchDocument>;

export const BRANCHES = documentKind('branches', BranchDocument);
const documents = () => collection(BRANCHES);

export const branches = {
  byId: (branchId: string) => documents().byId(branchId),

  /** Every branch, by id. */
  all: () => documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } }),

  /** Branches whose present code this is: codes are random, so more than one is possible. */
  byInvitationCode: (code: string) => documents().find({ 'invitation.code': code }, { limit: 5 }),

  /** The branch's code from now on; the old one is worth nothing at once. False when there is no such branch. */
  setInvitation: (branchId: string, invitation: Invitation) =>
    documents().updateById(branchId, { invitation }),

  /** Whether it was written; false when its id is taken. */
  add: (branch: BranchDocument) => documents().insertIfAbsent(branch),

  /** Changes name and groups by what is stored now; `decide` may refuse, and may run more than once. */
  change<Refusal extends { readonly code: string }>(
    branchId: string,
    decide: (now: BranchDocument) => Pick<BranchDocument, 'name' | 'groups'> | Refusal,
  ): Promise<'changed' | 'missing' | Refusal> {
    return inTransaction(async (transaction) => {
      const inside = transaction.collection(BRANCHES);
      const now = await inside.byId(branchId);
      if (now === null) return 'missing';
      const decided = decide(now);
      if ('code' in decided) return decided;
      await inside.updateById(branchId, decided);
      return 'changed';
    });
  },
} as const;
