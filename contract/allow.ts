import { ANY_MEMBER, holdsOneOf, type Role } from './roles';

/**
 * Who may call an action, as data.
 * `guest`: anyone with a WeChat account, bound or not.
 * `self`: a bound member with one of `roles`, acting on their own things only. `remembers`: it reads
 *   what is the caller's own and changes nothing, so that it is read beside who calls, by a memory of
 *   who that was, where the phone says that it is the same person. docs/rules.md#R-294
 * `branch`: a bound member with one of `roles` whose branch is the branch of the target;
 *   the committee office reaches every branch. `target` says which input field names the target.
 */
export type Allow =
  | { readonly kind: 'guest' }
  | { readonly kind: 'self'; readonly roles: readonly Role[]; readonly remembers: boolean }
  | { readonly kind: 'branch'; readonly roles: readonly Role[]; readonly target: Target };

/** `branch`: input.branchId (own branch when absent); `study`: input.studyId; `member`: input.memberId; `message`: input.messageId; `note`: input.noteId; `poll`: input.pollId; `sheet`: input.sheetId; `suggestion`: input.suggestionId; `document`: input.documentId; `contest`: input.contestId; `comment`: input.commentId. */
export type Target =
  | 'branch'
  | 'study'
  | 'member'
  | 'message'
  | 'note'
  | 'poll'
  | 'sheet'
  | 'suggestion'
  | 'document'
  | 'contest'
  | 'comment';

export interface CallerRights {
  readonly branchId: string;
  readonly roles: readonly Role[];
}

type AllowOf<K extends Allow['kind']> = Extract<Allow, { kind: K }>;

export const guest = (): AllowOf<'guest'> => ({ kind: 'guest' });
export const self = (roles: readonly Role[] = ANY_MEMBER): AllowOf<'self'> => ({
  kind: 'self',
  roles,
  remembers: false,
});
/** Reading of one's own what is asked for often; shows nothing of others and gives no right. */
export const ownReading = (): AllowOf<'self'> => ({
  kind: 'self',
  roles: ANY_MEMBER,
  remembers: true,
});
export const inBranch = (target: Target, roles: readonly Role[]): AllowOf<'branch'> => ({
  kind: 'branch',
  roles,
  target,
});

export type Verdict = 'allowed' | 'not-bound' | 'not-allowed';

/** Whether the caller's roles allow the action at all, before any target is looked up. */
export function mayCall(allow: Allow, caller: CallerRights | null): Verdict {
  if (allow.kind === 'guest') return 'allowed';
  if (caller === null) return 'not-bound';
  return holdsOneOf(caller.roles, allow.roles) ? 'allowed' : 'not-allowed';
}

/** Whether a caller whose roles allow the action may reach a target of this branch. */
export function mayReach(caller: CallerRights, targetBranchId: string): boolean {
  return caller.roles.includes('committee-office') || caller.branchId === targetBranchId;
}
