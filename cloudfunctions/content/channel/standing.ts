import type { ItemDocument, StoredStep } from '../../_store/content/item-document';

/**
 * undefined: what bears its id was another kind of deed, or nothing. Only the same words are a
 * repetition. docs/rules.md#R-287
 */
export function doneBefore(
  { steps }: Pick<ItemDocument, 'steps'>,
  deedId: string,
  kinds: readonly StoredStep['kind'][],
  text: string | null,
): 'done' | 'written-before' | undefined {
  const step = steps.find((each) => each.deedId === deedId && kinds.includes(each.kind));
  if (step === undefined) return undefined;
  return step.text === text ? 'done' : 'written-before';
}
