import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { collection, command } from '../database';

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
  schemaVersion: v.literal(1),
});
export type BranchDocument = v.InferOutput<typeof BranchDocument>;

const documents = () => collection('branches', BranchDocument);

export const branches = {
  byId: (branchId: string) => documents().byId(branchId),

  /** Every branch, by id. */
  all: () => documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } }),

  /** Branches whose present code this is: codes are random, so more than one is possible. */
  byInvitationCode: (code: string) => documents().find({ 'invitation.code': code }, { limit: 5 }),

  /** The branch's code from now on; the old one is worth nothing at once. False when there is no such branch. */
  setInvitation: (branchId: string, invitation: Invitation) =>
    documents().updateById(branchId, { invitation }),
} as const;
