import type { ItemDocument, StoredStep } from '../../_store/content/item-document';

/** The step that this very deed has left; undefined: what bears its id was another kind of deed, or nothing. */
export const stepOf = (
  { steps }: Pick<ItemDocument, 'steps'>,
  deedId: string,
  kinds: readonly StoredStep['kind'][],
): StoredStep | undefined =>
  steps.find((step) => step.deedId === deedId && kinds.includes(step.kind));
