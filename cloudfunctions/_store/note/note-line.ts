import type { NoteDocument } from './note-document';

/** Code points of the text in a list; one more is read, which says that there are more. */
export const EXCERPT = 48;

/** As much of a note as a row of a list shows. */
export type NoteLine = Pick<
  NoteDocument,
  | '_id'
  | 'ownerId'
  | 'ownerName'
  | 'crewName'
  | 'type'
  | 'studyTopic'
  | 'title'
  | 'pictures'
  | 'textCheck'
  | 'state'
  | 'handedInAtMs'
  | 'firstAtMs'
  | 'changedAtMs'
  | 'remarks'
  | 'sharedAtMs'
  | 'sharing'
> & { readonly excerpt: string };

export function lineOf(note: NoteDocument): NoteLine {
  return {
    ...note,
    excerpt: Array.from(note.text)
      .slice(0, EXCERPT + 1)
      .join(''),
  };
}
