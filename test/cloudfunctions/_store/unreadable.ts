import { readDocument } from '../../../cloudfunctions/_store/document-kind';
import type { LocalCloud } from '../../../local/cloud/start-local-cloud';
import { everyKind } from './every-kind';

/** Every stored document that its kind cannot read, as 'collection/id does not fit its schema at "place"'. */
export async function unreadableIn({ engine }: Pick<LocalCloud, 'engine'>): Promise<string[]> {
  const kinds = await everyKind();
  return kinds.flatMap((kind) =>
    [...engine.collection(kind.collection).all()].flatMap(({ document }) => {
      try {
        readDocument(kind, document);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    }),
  );
}
