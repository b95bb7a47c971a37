import type { BranchDocument } from '../../_store/people/branches';

/** A branch with nobody in it, to which nobody is invited yet. */
export function newBranch(
  branchId: string,
  named: Pick<BranchDocument, 'name' | 'groups'>,
): BranchDocument {
  return { _id: branchId, ...named, invitation: null, rolesRevision: 0, schemaVersion: 1 };
}
