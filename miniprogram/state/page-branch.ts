export interface PageBranch {
  readonly branchId?: string;
}

/** Of which branch a page asks; without an id the server takes the caller's own. */
export function pageBranch(branchId = ''): PageBranch {
  return branchId === '' ? {} : { branchId };
}
