import * as v from 'valibot';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';

/** What was chosen in the library, on its way to the item that is being written. */
const Picked = v.object({ documentId: v.string(), documentTitle: v.string() });
type PickedDocument = v.InferOutput<typeof Picked>;
const NAME = 'item-document';

export const handOver = (picked: PickedDocument): void => saveDraft(NAME, picked);

/** Once. */
export function takeOver(): PickedDocument | undefined {
  const picked = v.safeParse(Picked, readDraft(NAME));
  dropDraft(NAME);
  return picked.success ? picked.output : undefined;
}
