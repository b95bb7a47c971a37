import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { DeliveryDocument } from '../../cloudfunctions/_store/delivery/delivery-document';
import type { DutyDocument } from '../../cloudfunctions/_store/content/duties';
import type { ItemCommentDocument } from '../../cloudfunctions/_store/content/comment-document';
import type { SuggestionDocument } from '../../cloudfunctions/_store/content/suggestion-document';
import type { ItemDocument } from '../../cloudfunctions/_store/content/item-document';
import type { BranchMonthDocument } from '../../cloudfunctions/_store/branch/branch-months';
import type { LibraryDocument } from '../../cloudfunctions/_store/content/library-document';
import type { ResponseDocument } from '../../cloudfunctions/_store/note/response-document';
import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { schema } from '../../cloudfunctions/_store/schema';
import type { NoteDocument } from '../../cloudfunctions/_store/note/note-document';
import type { RotationDocument } from '../../cloudfunctions/_store/roster/shift-documents';
import type { PollDocument } from '../../cloudfunctions/_store/star/poll-document';
import type { AssessmentDocument } from '../../cloudfunctions/_store/star/assessments';
import type { SheetDocument } from '../../cloudfunctions/_store/star/sheet-document';
import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
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

/** Takes one document away past all rules, as if it had never been written. */
export async function uproot({ engine }: Cloud, name: string, id: string): Promise<void> {
  await engine.write(name, undefined, (present) => ({
    changes: [...present.all()]
      .filter(({ document }) => document._id === id)
      .map((before) => ({ before, after: undefined })),
    result: undefined,
  }));
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

interface StoredTypes {
  readonly deliveries: DeliveryDocument;
  readonly branch_months: BranchMonthDocument;
  readonly note_responses: ResponseDocument;
  readonly library_documents: LibraryDocument;
  readonly members: Member;
  readonly branches: BranchDocument;
  readonly studies: StudyDocument;
  readonly attendances: AttendanceDocument;
  readonly swaps: SwapDocument;
  readonly items: ItemDocument;
  readonly suggestions: SuggestionDocument;
  readonly item_comments: ItemCommentDocument;
  readonly channel_duties: DutyDocument;
  readonly notes: NoteDocument;
  readonly polls: PollDocument;
  readonly star_months: StarMonthDocument;
  readonly rotations: RotationDocument;
  readonly sheets: SheetDocument;
  readonly assessments: AssessmentDocument;
}

/** All documents of a collection, as they are stored. */
export function allStored<K extends keyof StoredTypes>(
  { engine }: Cloud,
  name: K,
): readonly StoredTypes[K][] {
  const found = [...engine.collection(name).all()];
  return found.map(({ document }) => document as unknown as StoredTypes[K]);
}

/** Every message, reminder and edition, as it is stored. */
export const storedDeliveries = (cloud: Cloud) => allStored(cloud, 'deliveries');

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

/** Without what the clock asks of editors on duty, in whatever organisation. docs/rules.md#R-297 */
export const deliveriesBesideDuty = (cloud: Parameters<typeof storedDeliveries>[0]) =>
  storedDeliveries(cloud).filter(({ kind }) => kind !== 'issue-gap');
