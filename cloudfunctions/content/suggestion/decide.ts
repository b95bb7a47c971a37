import {
  decideOnSuggestion,
  type SuggestionDeed,
  type SuggestionRefusal,
} from '../../../domain/content/suggestion/decide-on-suggestion';
import {
  SUGGESTION_LIMITS,
  type SuggestionStep,
} from '../../../domain/content/suggestion/suggestion';
import {
  standingFields,
  type StoredStep,
  type SuggestionDocument,
} from '../../_store/content/suggestion-document';
import { suggestions, type SuggestionChanges } from '../../_store/content/suggestions';

/** What is done, and what its doer had before them. */
export interface Given {
  readonly suggestionId: string;
  readonly stepId: string;
  /** null: whatever stands, for what its member may do at any time. */
  readonly revision: number | null;
}

/** What it leaves in the thread. */
export interface StepOf {
  readonly kind: SuggestionStep;
  readonly by: StoredStep['by'];
  readonly text: string | null;
  readonly promisedAtMs: number | null;
}

type Refused = SuggestionRefusal | 'changed-meanwhile' | 'written-before' | 'too-many-steps';

export type Decided<Extra extends string = never> =
  | { readonly kind: 'done'; readonly suggestion: SuggestionDocument }
  | { readonly kind: 'refused'; readonly code: Refused | Extra }
  | { readonly kind: 'missing' };

/** Whether this very deed was done: what bears its id and is of another kind is another deed. */
export const isDone = (
  { steps }: Pick<SuggestionDocument, 'steps'>,
  stepId: string,
  kind: SuggestionStep,
): boolean => steps.some((step) => step.stepId === stepId && step.kind === kind);

/**
 * Does a deed to what its doer had before them, in one conditional write; repeated, it is done already.
 * `more` gives what it writes besides the state and the step, or why it may not be done.
 */
export async function decide<Extra extends string = never>(
  { suggestionId, stepId, revision }: Given,
  deed: SuggestionDeed,
  step: StepOf,
  nowMs: number,
  more: (suggestion: SuggestionDocument) => SuggestionChanges | Extra,
): Promise<Decided<Extra>> {
  const verdict = await suggestions.change<Refused | Extra | 'done'>(
    suggestionId,
    (suggestion) => {
      const made = suggestion.steps.find((each) => each.stepId === stepId);
      // With other words it is no repetition: what was done stands, and is shown.
      if (made?.kind === step.kind) {
        const isSame = made.text === step.text && made.promisedAtMs === step.promisedAtMs;
        return isSame ? 'done' : 'written-before';
      }
      const besides = more(suggestion);
      if (typeof besides === 'string') return besides;
      if (revision !== null && suggestion.revision !== revision) return 'changed-meanwhile';
      const decision = decideOnSuggestion(suggestion, deed, nowMs);
      if (decision.kind === 'refused') return decision.reason;
      // What ends it always finds room.
      const ends = deed.kind === 'settle' || deed.kind === 'take-back';
      const room = SUGGESTION_LIMITS.steps - (ends ? 0 : 1);
      if (suggestion.steps.length >= room) return 'too-many-steps';
      const { office, officeName } = { ...suggestion, ...besides };
      const ofMember = step.by.memberId === suggestion.ownerId;
      const inName = ofMember ? '' : suggestion.officeName;
      return {
        ...besides,
        officeName,
        ...standingFields(decision.state, office),
        dueAtMs: decision.dueAtMs,
        steps: [...suggestion.steps, { ...step, stepId, officeName: inName, atMs: nowMs }],
      };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return verdict;
  if (verdict.kind === 'changed' || verdict.code === 'done') {
    return { kind: 'done', suggestion: verdict.suggestion };
  }
  return { kind: 'refused', code: verdict.code };
}
