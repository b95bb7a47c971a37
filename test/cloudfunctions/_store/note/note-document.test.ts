import {
  NoteDocument,
  type StoredRemark,
} from '../../../../cloudfunctions/_store/note/note-document';
import { NOTE_LIMITS } from '../../../../domain/note/note';
import { readDocument } from '../../../../cloudfunctions/_store/document-kind';
import { NOTES } from '../../../../cloudfunctions/_store/note/note-document';
import { aNote } from '../../../builders/notes';
import { aMember } from '../../../builders/documents';

const han = (count: number) => '字'.repeat(count);
const ID = 'x'.repeat(40);
const by = { memberId: ID, name: han(30) };
const list = <T>(length: number, of: T): T[] => Array.from({ length }, () => of);

test('a note of the largest size that can be is below 100 KB', () => {
  const { text, pictures, versions, words, remarks, uses } = NOTE_LIMITS;
  const remark: StoredRemark = { deedId: ID, kind: 'answer', by, atMs: 4e12, text: han(words) };
  const note = aNote(ID, aMember(ID, { name: han(30) }), {
    title: han(40),
    text: han(text),
    pictures: list(pictures, {
      pictureId: ID,
      fileId: `cloud://${'e'.repeat(60)}/notes/202503/${ID}/${ID}.jpg`,
      check: 'to-look-at',
      traceId: 't'.repeat(40),
    }),
    traceIds: list(pictures, 't'.repeat(40)),
    earlier: list(versions - 1, {
      version: 9,
      title: han(40),
      text: han(text),
      pictureIds: list(pictures, ID),
      handedInAtMs: 4e12,
    }),
    remarks: list(remarks, remark),
    uses: list(uses, { deedId: ID, where: 'elsewhere', text: han(words), atMs: 4e12, by }),
  });
  expect(readDocument(NOTES, note)).toEqual(note);
  expect(Object.keys(note).sort()).toEqual(Object.keys(NoteDocument.entries).sort());
  expect(Buffer.byteLength(JSON.stringify(note))).toBeLessThan(100_000);
});
