import { ITEM_LIMITS } from '../../../domain/content/channel/item';
import type { EarlierVersion, ItemDocument, Saved } from './item-document';

/** Who saved the words that stand now; of what was saved before that was kept, as far as it is known. */
export function lastSaved({ savedBy, writers, sinceAtMs }: ItemDocument): Saved {
  if (savedBy !== undefined) return savedBy;
  const [only, another] = writers;
  return another === undefined && only !== undefined
    ? { ...only, atMs: sinceAtMs }
    : { memberId: null, name: '', atMs: sinceAtMs };
}

/**
 * What a saving of other words over those that stand leaves to be read. Whoever saves over their own
 * words needs none of them. docs/rules.md#R-336
 */
export function savedOver(item: ItemDocument, over: Saved): Pick<ItemDocument, 'earlier'> {
  const by = lastSaved(item);
  if (by.memberId === over.memberId) return {};
  const { title, line, byline, minutes, link, documentId, source, licence, forDay } = item;
  const version: EarlierVersion = {
    ...{ by, over, title, line, byline, minutes, link, source, licence, forDay },
    ...(documentId !== undefined && { documentId }),
    // Of a check nothing more is heard: whoever asks for it finds the picture that stands.
    pictures: item.pictures.map(({ pictureId, fileId, check }) => ({ pictureId, fileId, check })),
  };
  return { earlier: [...(item.earlier ?? []), version].slice(-ITEM_LIMITS.earlier) };
}
