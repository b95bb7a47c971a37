/** For whoever has to do with several branches: which of them it is of. docs/rules.md#R-284 */
export const ofBranchText = (name: string, title: string): string => `${name} · ${title}`;
