import type { NoteOfStudy } from '../../../../contract/note/note-shapes';
import type { Badge } from '../../../text/fit';
import { ownBadge } from '../../../text/note';
import { momentText } from '../../../text/when';
import { toDraftRows } from '../../note/mine/mine.view';
import type { NoteDraft } from '../../note/note-draft';

/** One's own notes of a study. */
export interface OwnNotes {
  readonly rows: readonly OwnNoteRow[];
  /** Of more than one; '' otherwise. */
  readonly hint: string;
  /** What begins another is called; '' while one that was begun waits on this phone. */
  readonly write: string;
  readonly writeNote: string;
}

interface OwnNoteRow {
  readonly noteId: string;
  readonly title: string;
  readonly note: string;
  readonly badge: Badge;
  readonly page: string;
}

const HINT =
  '这次学习你有不止一篇。要是两台手机各写了一篇，留一篇就行：想留的话抄到一起，另一篇点进去收回。';

/**
 * Where one's notes of a study have come to: on this phone, and handed in. A next version on this phone
 * stands in the place of what it changes. docs/rules.md#R-288
 *
 * @param drafts of this person on this phone, of whatever
 */
export function toOwnNotes(
  studyId: string,
  handedIn: readonly NoteOfStudy[],
  drafts: readonly NoteDraft[],
  nowMs: number,
): OwnNotes {
  const here = drafts.filter((draft) => draft.studyId === studyId);
  const isHere = ({ noteId }: NoteOfStudy) => here.some((draft) => draft.noteId === noteId);
  const rows = [
    ...toDraftRows(here, nowMs).map((row) => ({
      ...row,
      page: `/packages/note/write/write?noteId=${row.noteId}`,
    })),
    ...handedIn.filter((note) => !isHere(note)).map((note) => toRow(note, nowMs)),
  ];
  const hasBegun = here.some(({ basedOn }) => basedOn === null);
  const [write, writeNote] =
    rows.length === 0
      ? ['写心得', '几句话也行，没网也能写']
      : ['再写一篇', '要改写好的，点上面那一篇'];
  return { rows, hint: rows.length > 1 ? HINT : '', write: hasBegun ? '' : write, writeNote };
}

function toRow(note: NoteOfStudy, nowMs: number): OwnNoteRow {
  const { noteId, title, handedInAtMs } = note;
  return {
    noteId,
    title,
    note: `我的心得 · ${momentText(handedInAtMs, nowMs)} 交`,
    badge: ownBadge({ ...note, type: 'study-note' }),
    page: `/packages/note/open/open?noteId=${noteId}`,
  };
}
