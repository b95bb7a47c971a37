import type { CheckState } from '../../words/check-state';
import type { CheckerDeed, CommentState } from './comment';

/** A comment, or an answer to one, as deciding sees it. */
export interface SaidStanding {
  readonly state: CommentState;
  readonly authorId: string;
}

export type CommentDeed = CheckerDeed | 'take-back';

export type CommentRefusal =
  /** Nobody checks what they have written themselves. */
  | 'own-words'
  /** It is at another step by now. */
  | 'not-at-this-step';

export type CommentDecision =
  | { readonly kind: 'done'; readonly state: CommentState }
  | { readonly kind: 'refused'; readonly reason: CommentRefusal };

const AT: Readonly<Record<CommentDeed, readonly CommentState[]>> = {
  show: ['waiting'],
  refuse: ['waiting'],
  'take-down': ['shown'],
  'take-back': ['waiting', 'shown', 'refused'],
};

/** What each deed makes of it. */
export const STATE_AFTER: Readonly<Record<CommentDeed, CommentState>> = {
  show: 'shown',
  refuse: 'refused',
  'take-down': 'taken-down',
  'take-back': 'taken-back',
};

/**
 * What becomes of a comment or an answer by somebody's deed; which offices they hold is decided
 * elsewhere. What was taken down or back stays so. docs/rules.md#R-270, docs/rules.md#R-271
 */
export function decideOnComment(
  { state, authorId }: SaidStanding,
  deed: CommentDeed,
  byMemberId: string,
): CommentDecision {
  const isAuthors = deed === 'take-back';
  if (!isAuthors && authorId === byMemberId) return { kind: 'refused', reason: 'own-words' };
  return AT[deed].includes(state)
    ? { kind: 'done', state: STATE_AFTER[deed] }
    : { kind: 'refused', reason: 'not-at-this-step' };
}

/**
 * What is written begins with the check of an officer; an officer's answer of which WeChat is sure is
 * shown at once. docs/rules.md#R-270, docs/rules.md#R-272
 */
export function firstState(
  isAnswerOfOfficer: boolean,
  textCheck: Extract<CheckState, 'pass' | 'to-look-at'>,
): CommentState {
  return isAnswerOfOfficer && textCheck === 'pass' ? 'shown' : 'waiting';
}

/** What waits in a comment, for whom, since when (an instant). */
export interface Waiting {
  readonly for: 'check' | 'answer';
  readonly sinceAtMs: number;
  /** Who wrote what waits. */
  readonly authorId: string;
}

interface Said extends SaidStanding {
  readonly saidAtMs: number;
  /** When it was shown; null: it was not. */
  readonly shownAtMs: number | null;
}

/**
 * A comment waits for its check; once it is shown, an answer to it does, or, where one is asked for and
 * none stands, it waits for that. Null: for nobody. docs/rules.md#R-270, docs/rules.md#R-272
 */
export function waitingIn(
  comment: Said & { readonly wantsAnswer: boolean; readonly answers: readonly Said[] },
): Waiting | null {
  const { state, authorId, saidAtMs, shownAtMs, wantsAnswer, answers } = comment;
  if (state === 'waiting') return { for: 'check', sinceAtMs: saidAtMs, authorId };
  if (state !== 'shown') return null;
  const answer = answers.find((each) => each.state === 'waiting');
  if (answer !== undefined) {
    return { for: 'check', sinceAtMs: answer.saidAtMs, authorId: answer.authorId };
  }
  if (!wantsAnswer || isAnswered(answers)) return null;
  return { for: 'answer', sinceAtMs: shownAtMs ?? saidAtMs, authorId };
}

/** Whether one stands, or waits to. */
export const isAnswered = (answers: readonly Pick<SaidStanding, 'state'>[]): boolean =>
  answers.some(({ state }) => state === 'waiting' || state === 'shown');
