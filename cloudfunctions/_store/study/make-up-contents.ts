import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { QUESTION_KINDS } from '../../../domain/study/make-up-quiz';
import { collection } from '../database';
import { documentKind } from '../document-kind';

const StoredPiece = v.variant('kind', [
  v.object({
    kind: v.literal('text'),
    pieceId: Id,
    title: v.string(),
    minutes: Count,
    text: v.string(),
  }),
  v.object({
    kind: v.literal('link'),
    pieceId: Id,
    title: v.string(),
    minutes: Count,
    url: v.string(),
  }),
]);

const StoredQuestion = v.object({
  questionId: Id,
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.object({ optionId: Id, text: v.string(), isRight: v.boolean() })),
  why: v.string(),
});

const MakeUpContentDocument = v.object({
  /** Of the study. */
  _id: Id,
  branchId: Id,
  pieces: v.array(StoredPiece),
  questions: v.array(StoredQuestion),
  /** Counted up by every save. */
  revision: Count,
  savedBy: v.object({ memberId: Id, name: v.string() }),
  savedAtMs: AtMs,
  /** Of the call that saved last: its retry is answered alike. */
  lastRequestId: v.string(),
  schemaVersion: v.literal(1),
});
export type MakeUpContentDocument = v.InferOutput<typeof MakeUpContentDocument>;

export const MAKE_UP_CONTENTS = documentKind('make_up_contents', MakeUpContentDocument);
const documents = () => collection(MAKE_UP_CONTENTS);

export const makeUpContents = {
  /** null: nobody has written any; the material of the study is what there is. */
  ofStudy: (studyId: string) => documents().byId(studyId),

  /** Saves after exactly the revision before; false when somebody else saved in between. */
  async save(content: MakeUpContentDocument): Promise<boolean> {
    if (content.revision === 1) return documents().insertIfAbsent(content);
    const { _id, ...fields } = content;
    const written = await documents().update({ _id, revision: content.revision - 1 }, fields);
    return written === 1;
  },
} as const;
