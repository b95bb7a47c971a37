import { NOTICE_KINDS, type NoticeKind } from './kind-names';
import type { KindRules } from './kind-rules';
import { branchKinds } from './kinds/branch-kinds';
import { channelKinds } from './kinds/channel-kinds';
import { contestKinds } from './kinds/contest-kinds';
import { libraryKinds } from './kinds/library-kinds';
import { noteKinds } from './kinds/note-kinds';
import { sheetKinds } from './kinds/sheet-kinds';
import { peopleKinds } from './kinds/people-kinds';
import { starKinds } from './kinds/star-kinds';
import { studyKinds } from './kinds/study-kinds';
import { suggestionKinds } from './kinds/suggestion-kinds';
import { swapKinds } from './kinds/swap-kinds';

/** Every kind of message by area; an area's kinds are a file of its own, named in kind-names. docs/rules.md#R-50 */
const KINDS = {
  ...studyKinds,
  ...starKinds,
  ...sheetKinds,
  ...peopleKinds,
  ...swapKinds,
  ...noteKinds,
  ...suggestionKinds,
  ...channelKinds,
  ...contestKinds,
  ...libraryKinds,
  ...branchKinds,
} as const;

export const KIND_RULES: Readonly<Record<NoticeKind, KindRules>> = KINDS;

type AskingOf<K extends NoticeKind> = K extends NoticeKind
  ? (typeof KINDS)[K] extends { readonly asksAnswer: true }
    ? K
    : never
  : never;
/** Kinds that are answered on their page until their deadline. docs/rules.md#R-89 */
export type AskingKind = AskingOf<NoticeKind>;

export const asksAnswer = (kind: NoticeKind): kind is AskingKind =>
  KIND_RULES[kind].asksAnswer === true;
export const ASKING_KINDS: readonly AskingKind[] = NOTICE_KINDS.filter(asksAnswer);

/** Between two people. */
export const PRIVATE_KINDS: readonly NoticeKind[] = NOTICE_KINDS.filter(
  (kind) => KIND_RULES[kind].isPrivate === true,
);

/** Whether it goes to whom it names in whatever branch they are by then. docs/rules.md#R-322 */
export const followsPeople = (kind: NoticeKind): boolean =>
  KIND_RULES[kind].isPrivate === true || KIND_RULES[kind].followsPeople === true;
