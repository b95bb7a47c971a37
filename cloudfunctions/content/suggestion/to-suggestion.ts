import type { SuggestionDetail, SuggestionRow } from '../../../contract/content/suggestion-shapes';
import { isOverdue, stateAt } from '../../../domain/content/suggestion/decide-on-suggestion';
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

export function toDetail(
  suggestion: SuggestionDocument,
  reader: { readonly memberId: string; readonly canDecide: boolean },
  nowMs: number,
): SuggestionDetail {
  const { text, lacking, ownerId, revision, steps, rang, notRung } = suggestion;
  const isMine = ownerId === reader.memberId;
  return {
    ...toRow(suggestion, nowMs),
    text,
    ...(lacking !== undefined && { lacking }),
    ...(notRung !== undefined && { rang: rang.map(({ name }) => name) }),
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
