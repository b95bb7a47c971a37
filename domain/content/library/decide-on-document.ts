import { LIBRARY_LIMITS } from './library-rules';

/** What decides on a document, of what is stored. */
export interface DocumentStanding {
  readonly isTakenDown: boolean;
  /** Whether somebody reads a version of it. */
  readonly isShown: boolean;
  /** The version that was offered last and is not shown: by whom, and whether it waits to be checked. */
  readonly offered: { readonly byMemberId: string; readonly isWaiting: boolean } | null;
  /** Versions that were ever shown, the present one among them. */
  readonly versions: number;
}

export type DocumentDeed =
  | { readonly kind: 'offer' }
  | { readonly kind: 'pass' | 'return'; readonly byMemberId: string }
  | { readonly kind: 'prolong' }
  | { readonly kind: 'take-down' };

export type DocumentRefusal =
  | 'taken-down'
  /** A version waits to be checked; another is offered after it. */
  | 'waits-for-check'
  | 'too-many-versions'
  | 'nothing-to-check'
  /** Nobody checks what they have brought themselves. */
  | 'own-upload'
  | 'not-shown';

export type DocumentDecision =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };

/**
 * Whether a deed can be done to a document. What was returned may be offered again, by anybody of the
 * office; what was taken down stays so. docs/rules.md#R-240, docs/rules.md#R-246
 */
export function decideOnDocument(
  { isTakenDown, isShown, offered, versions }: DocumentStanding,
  deed: DocumentDeed,
): DocumentDecision {
  const refuse = (reason: DocumentRefusal) => ({ kind: 'refused', reason }) as const;
  const done = { kind: 'done' } as const;
  if (isTakenDown) return refuse('taken-down');
  switch (deed.kind) {
    case 'offer':
      if (offered?.isWaiting === true) return refuse('waits-for-check');
      return versions < LIBRARY_LIMITS.versions ? done : refuse('too-many-versions');
    case 'pass':
    case 'return':
      if (offered?.isWaiting !== true) return refuse('nothing-to-check');
      return offered.byMemberId === deed.byMemberId ? refuse('own-upload') : done;
    case 'prolong':
      return isShown ? done : refuse('not-shown');
    case 'take-down':
      return done;
  }
}
