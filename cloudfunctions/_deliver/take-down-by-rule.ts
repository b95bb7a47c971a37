import { itemComments } from '../_store/content/item-comments';
import { withStep, type ItemDocument } from '../_store/content/item-document';
import { items } from '../_store/content/items';
import type { LibraryDocument } from '../_store/content/library-document';
import { libraryDocuments } from '../_store/content/library-documents';
import { derivedId } from '../_store/derived-id';
import { takeBackFromIssue } from './take-back-item';
import { takeBackReading } from './tell-of-document';
import { takedownText } from './takedown.text';

/**
 * From now on its readers are told that its time was over; its words, pictures and trail stay with its
 * desk. What follows from it is done by seeOff. Null: somebody has written to it since it was read.
 * docs/rules.md#R-307
 */
export function takeItemDown(
  item: ItemDocument,
  months: number,
  nowMs: number,
): Promise<ItemDocument | null> {
  const { clock: name } = takedownText;
  const reason = takedownText.item(months);
  return items.write(item, {
    state: 'withdrawn',
    sinceAtMs: nowMs,
    edition: item.edition + 1,
    withdrawn: { reason, name, atMs: nowMs, byRule: true },
    isLeaving: true,
    steps: withStep(item, {
      deedId: derivedId('taken-down', item._id),
      kind: 'taken-down',
      by: { memberId: null, name },
      atMs: nowMs,
      text: reason,
    }),
  });
}

/**
 * What was said under items of one issue that were taken down goes with them, and an issue of which
 * nothing is left stands in no inbox any more; it can be repeated.
 */
export async function seeOff(ofIssue: readonly ItemDocument[], nowMs: number): Promise<void> {
  const [first] = ofIssue;
  if (first?.issueDay == null) return;
  const { channel, issueDay } = first;
  for (const { _id } of ofIssue) await itemComments.goWithItem(_id);
  await takeBackFromIssue(channel, issueDay, await items.ofIssue(channel, issueDay), nowMs);
  await items.haveLeft(ofIssue.map(({ _id }) => _id));
}

/**
 * Takes a document down unless it is not due any more by what is stored now; whether it was. Its
 * must-read ended with its last day, so that a run that is cut off in between leaves nothing in an inbox.
 * docs/rules.md#R-307
 */
export async function takeDocumentDown(
  documentId: string,
  isDue: (document: LibraryDocument) => boolean,
  months: number,
  nowMs: number,
): Promise<boolean> {
  const by = { memberId: null, name: takedownText.clock };
  const verdict = await libraryDocuments.change<'not-due'>(documentId, (document) =>
    isDue(document)
      ? {
          state: 'taken-down',
          takenDown: { by, atMs: nowMs, reason: takedownText.document(months) },
        }
      : 'not-due',
  );
  if (verdict.kind !== 'changed') return false;
  await takeBackReading(verdict.document.message, nowMs);
  return true;
}
