import type { KindRules } from './kind-rules';
import { branchKinds } from './kinds/branch-kinds';
import { starKinds } from './kinds/star-kinds';
import { studyKinds } from './kinds/study-kinds';
import { swapKinds } from './kinds/swap-kinds';

/** Every kind of message by area; an area's kinds are a file of its own. docs/rules.md#R-50 */
const KINDS = { ...studyKinds, ...starKinds, ...swapKinds, ...branchKinds } as const;
export type NoticeKind = keyof typeof KINDS;

export const KIND_RULES: Readonly<Record<NoticeKind, KindRules>> = KINDS;
export const NOTICE_KINDS = Object.keys(KINDS) as readonly NoticeKind[];

/** Between two people. */
export const PRIVATE_KINDS: readonly NoticeKind[] = NOTICE_KINDS.filter(
  (kind) => KIND_RULES[kind].isPrivate === true,
);
