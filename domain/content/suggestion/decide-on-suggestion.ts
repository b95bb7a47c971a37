import { addDays, dayOfInstant, instantOf, type LocalDay } from '../../time/local-day';
import { SUGGESTION_DAYS, type SuggestionState } from './suggestion';

/** What deciding asks of a suggestion. */
export interface SuggestionStanding {
  readonly state: SuggestionState;
  /** Until when its present state allows: what an office owes, or the member's time to answer. */
  readonly dueAtMs: number;
}

export type SuggestionDeed =
  | { readonly kind: 'take'; readonly promisedDay: LocalDay }
  | { readonly kind: 'forward' | 'answer' | 'not-enough' | 'settle' | 'take-back' };

export type SuggestionRefusal =
  /** The member has it: it was answered. */
  | 'answered'
  | 'not-answered'
  | 'closed'
  /** Before today, or too far away. */
  | 'bad-day';

export type SuggestionDecision =
  | { readonly kind: 'accepted'; readonly state: SuggestionState; readonly dueAtMs: number }
  | { readonly kind: 'refused'; readonly reason: SuggestionRefusal };

/**
 * The state of a suggestion at an instant: an answer that the member has said nothing to is closed
 * when their days are over, whatever the clock's jobs do. docs/rules.md#R-213
 */
export function stateAt({ state, dueAtMs }: SuggestionStanding, nowMs: number): SuggestionState {
  return state === 'answered' && dueAtMs <= nowMs ? 'closed' : state;
}

/** Whether an office owes something that was due. `dueAtMs` itself is too late. docs/rules.md#R-211 */
export function isOverdue({ state, dueAtMs }: SuggestionStanding, nowMs: number): boolean {
  return (state === 'received' || state === 'in-work') && dueAtMs <= nowMs;
}

/** Until the end of the last day that an office has for its first word. docs/rules.md#R-211 */
export const replyDueAtMs = (nowMs: number): number => endOfDayAfter(nowMs, SUGGESTION_DAYS.reply);

/**
 * The state after what an office or the member does; who may do it is decided elsewhere. An office
 * that forwards hands on its debt, which begins anew. docs/rules.md#R-211, docs/rules.md#R-212
 */
export function decideOnSuggestion(
  suggestion: SuggestionStanding,
  deed: SuggestionDeed,
  nowMs: number,
): SuggestionDecision {
  const state = stateAt(suggestion, nowMs);
  if (state === 'closed' || state === 'taken-back') return refused('closed');
  const isMembers = deed.kind === 'not-enough' || deed.kind === 'settle';
  if (isMembers !== (state === 'answered')) {
    return refused(isMembers ? 'not-answered' : 'answered');
  }
  switch (deed.kind) {
    case 'take': {
      const today = dayOfInstant(nowMs);
      const isWithin =
        deed.promisedDay >= today && deed.promisedDay <= addDays(today, SUGGESTION_DAYS.promise);
      if (!isWithin) return refused('bad-day');
      return becomes('in-work', instantOf(addDays(deed.promisedDay, 1), 0));
    }
    case 'forward':
    case 'not-enough':
      return becomes('received', replyDueAtMs(nowMs));
    case 'answer':
      return becomes('answered', endOfDayAfter(nowMs, SUGGESTION_DAYS.settle));
    case 'settle':
      return becomes('closed', nowMs);
    case 'take-back':
      return becomes('taken-back', nowMs);
  }
}

const endOfDayAfter = (nowMs: number, days: number): number =>
  instantOf(addDays(dayOfInstant(nowMs), days + 1), 0);

const becomes = (state: SuggestionState, dueAtMs: number): SuggestionDecision => ({
  kind: 'accepted',
  state,
  dueAtMs,
});
const refused = (reason: SuggestionRefusal): SuggestionDecision => ({ kind: 'refused', reason });
