import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { DeliveryDocument } from '../../cloudfunctions/_store/delivery/delivery-document';
import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import type { Member } from '../../cloudfunctions/_store/people/members';
import { schema } from '../../cloudfunctions/_store/schema';
import type { NoteDocument } from '../../cloudfunctions/_store/note/note-document';
import type { SwapDocument } from '../../cloudfunctions/_store/roster/swaps';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { Document } from '../../local/cloud/engine/document';
import type { LocalCloud } from '../../local/cloud/start-local-cloud';
import { writeDocuments } from '../../local/world/write-documents';

type Cloud = Pick<LocalCloud, 'engine'>;
/** Documents by collection. */
export type Documents = Readonly<Record<string, readonly Document[]>>;

/** Writes documents past all rules, over those that have their ids. */
export async function plant({ engine }: Cloud, documents: Documents): Promise<void> {
  for (const [name, planted] of Object.entries(documents)) {
    await writeDocuments(engine, name, planted);
  }
}

/** As plant, and nothing else is left in any collection. */
export async function plantOnly(cloud: Cloud, documents: Documents): Promise<void> {
  const { engine } = cloud;
  for (const { name } of schema) {
    const kept = new Set(documents[name]?.map(({ _id }) => _id));
    await engine.write(name, undefined, (present) => ({
      changes: [...present.all()]
        .filter(({ document }) => !kept.has(document._id))
        .map((before) => ({ before, after: undefined })),
      result: undefined,
    }));
  }
  await plant(cloud, documents);
}

/** Every message, reminder and edition, as it is stored. */
export function storedDeliveries({ engine }: Cloud): readonly DeliveryDocument[] {
  const stored = [...engine.collection('deliveries').all()];
  return stored.map(({ document }) => document as unknown as DeliveryDocument);
}

interface StoredTypes {
  readonly members: Member;
  readonly branches: BranchDocument;
  readonly studies: StudyDocument;
  readonly attendances: AttendanceDocument;
  readonly swaps: SwapDocument;
  readonly notes: NoteDocument;
}

/** One document as it is stored; throws when there is none. */
export function stored<K extends keyof StoredTypes>(
  { engine }: Cloud,
  name: K,
  id: string,
): StoredTypes[K] {
  const found = engine.collection(name).get(id);
  if (found === undefined) throw new Error(`${name} has no ${id}`);
  return found.document as unknown as StoredTypes[K];
}

/** Everything that is stored, as one text: equal exactly when nothing was changed. */
export function snapshot({ engine }: Cloud): string {
  return JSON.stringify(
    schema.map(({ name }) => [
      name,
      [...engine.collection(name).all()].map(({ document }) => document),
    ]),
  );
}
