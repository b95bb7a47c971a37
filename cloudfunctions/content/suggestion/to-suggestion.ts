import type { SuggestionDetail, SuggestionRow } from '../../../contract/content/suggestion-shapes';
import { isOverdue, stateAt } from '../../../domain/content/suggestion/decide-on-suggestion';
import { isRinging } from '../../../domain/content/suggestion/ringing';
import type { SuggestionDocument } from '../../_store/content/suggestion-document';

export function toRow(suggestion: SuggestionDocument, nowMs: number): SuggestionRow {
  const { _id, type, topic, title, ownerName, branchName, isUrgent, officeName } = suggestion;
  const { raisedAtMs, changedAtMs, dueAtMs } = suggestion;
  return {
    suggestionId: _id,
    type,
    topic,
    title,
    authorName: ownerName,
    branchName,
    isUrgent,
    state: stateAt(suggestion, nowMs),
    raisedAtMs,
    changedAtMs,
    dueAtMs,
    isOverdue: isOverdue(suggestion, nowMs),
    officeName,
  };
}

interface Rung {
  readonly rang: string[];
  readonly ringing?: string[];
  readonly silent?: string[];
}

/** By name, whose phones an urgent hazard has rung, rings, and did not ring. docs/rules.md#R-341 */
export function rungOf({ rang, notRung = [], ringing }: SuggestionDocument, nowMs: number): Rung {
  const namesOf = (people: SuggestionDocument['rang']) => people.map(({ name }) => name);
  const silent = namesOf(notRung.filter(({ wasTried }) => wasTried));
  const known = silent.length > 0 ? { silent } : {};
  if (isRinging(ringing, nowMs)) return { rang: [], ringing: namesOf(rang), ...known };
  // Of a round of which nothing was heard for long, nobody counts as rung.
  const isKnown = (ringing?.sinceAtMs ?? null) === null;
  return { rang: isKnown ? namesOf(rang) : [], ...known };
}

export function toDetail(
  suggestion: SuggestionDocument,
  reader: { readonly memberId: string; readonly canDecide: boolean },
  nowMs: number,
): SuggestionDetail {
  const { text, lacking, ownerId, revision, steps, notRung } = suggestion;
  const isMine = ownerId === reader.memberId;
  return {
    ...toRow(suggestion, nowMs),
    text,
    ...(lacking !== undefined && { lacking }),
    ...(notRung !== undefined && rungOf(suggestion, nowMs)),
    isMine,
    canDecide: reader.canDecide && !isMine,
    revision,
    steps: steps.map((step) => ({
      kind: step.kind,
      name: step.by.name,
      isMine: step.by.memberId === reader.memberId,
      officeName: step.officeName,
      atMs: step.atMs,
      text: step.text,
      promisedAtMs: step.promisedAtMs,
    })),
  };
}
