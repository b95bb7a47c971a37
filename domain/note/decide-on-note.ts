import type { CheckState } from '../words/check-state';
import type { NoteState, NoteType, NoteUse, ShareScope } from './note';

/** What deciding asks of a note. */
export interface NoteStanding {
  readonly type: NoteType;
  readonly state: NoteState;
  /** What the author has agreed to and not taken back; null: nothing. */
  readonly sharing: ShareScope | null;
  /** The question about the present version that waits, or was answered with no. */
  readonly ask: { readonly answer: 'open' | 'no'; readonly untilAtMs: number } | null;
  /** Whether it was taken anywhere besides the branch, or dealt with. */
  readonly hasUses: boolean;
  /** Of its words and of each picture. */
  readonly checks: readonly CheckState[];
}

export type NoteDeed =
  | { readonly kind: 'answer' | 'return' | 'approve' }
  | { readonly kind: 'ask'; readonly scope: ShareScope }
  | { readonly kind: 'use'; readonly where: NoteUse }
  /** Of the author. */
  | { readonly kind: 'hand-in' | 'agree' | 'decline' | 'stop-sharing' | 'take-back' };

export type NoteRefusal =
  | 'returned'
  | 'not-checked'
  | 'not-to-share'
  | 'already-asked'
  | 'declined'
  | 'no-consent'
  | 'nothing-to-look-at'
  | 'in-use'
  | 'not-asked';

export type NoteDecision = { readonly kind: 'accepted'; readonly state: NoteState } | NoteRefused;
interface NoteRefused {
  readonly kind: 'refused';
  readonly reason: NoteRefusal;
}

/**
 * The state of a note after what an officer or its author does; who may do it is decided elsewhere.
 * Returning, taking back and stopping end the sharing too. A question for consent may be put again
 * once its days are over; a no holds until another version. docs/rules.md#R-110, docs/rules.md#R-111
 */
export function decideOnNote(note: NoteStanding, deed: NoteDeed, nowMs: number): NoteDecision {
  const { state, sharing } = note;
  const reason = obstacleTo(note, deed, nowMs);
  if (reason !== undefined) return { kind: 'refused', reason };
  switch (deed.kind) {
    case 'hand-in':
      return becomes('to-read');
    case 'answer':
      return becomes(state === 'to-read' ? 'answered' : state);
    case 'return':
      return becomes('returned');
    case 'approve':
      return becomes(state);
    case 'ask':
      return becomes('asked');
    case 'use':
      // The question goes on waiting for the author.
      return becomes(state === 'asked' ? state : 'used');
    case 'agree':
      return becomes('used');
    case 'decline':
      return becomes(note.hasUses || sharing !== null ? 'used' : 'answered');
    case 'stop-sharing':
      return becomes(sharing === null ? state : note.hasUses ? 'used' : 'answered');
    case 'take-back':
      return becomes('taken-back');
  }
}

function obstacleTo(note: NoteStanding, deed: NoteDeed, nowMs: number): NoteRefusal | undefined {
  const { state, checks } = note;
  switch (deed.kind) {
    case 'hand-in':
      // Other words would stand where nobody has read them.
      return state === 'asked' || state === 'used' ? 'in-use' : undefined;
    case 'answer':
    case 'return':
      return state === 'returned' ? 'returned' : undefined;
    case 'approve':
      if (state === 'returned') return 'returned';
      return checks.includes('to-look-at') ? undefined : 'nothing-to-look-at';
    case 'ask':
      return state === 'returned' ? 'returned' : obstacleToAsking(note, deed.scope, nowMs);
    case 'use':
      return state === 'returned' ? 'returned' : obstacleToUse(note, deed.where);
    case 'agree':
    case 'decline':
      return state === 'asked' ? undefined : 'not-asked';
    case 'stop-sharing':
    case 'take-back':
      return undefined;
  }
}

function obstacleToAsking(
  { type, checks, ask, sharing }: NoteStanding,
  scope: ShareScope,
  nowMs: number,
): NoteRefusal | undefined {
  if (type === 'hazard') return 'not-to-share';
  if (checks.some((check) => check !== 'pass')) return 'not-checked';
  if (ask?.answer === 'no') return 'declined';
  const isWaiting = ask?.answer === 'open' && ask.untilAtMs > nowMs;
  const isThere = sharing === 'beyond' || sharing === scope;
  return isWaiting || isThere ? 'already-asked' : undefined;
}

function obstacleToUse({ type, sharing }: NoteStanding, where: NoteUse): NoteRefusal | undefined {
  if (where === 'dealt-with') return type === 'hazard' ? undefined : 'not-to-share';
  return sharing === 'beyond' ? undefined : 'no-consent';
}

const becomes = (state: NoteState): NoteDecision => ({ kind: 'accepted', state });
