import type { NoteDeed, NoteRefusal } from '../../../domain/note/decide-on-note';
import { decideOnNote } from '../../../domain/note/decide-on-note';
import type { NoteState } from '../../../domain/note/note';
import type { Caller } from '../../_kit/context';
import { withRemark, type NoteDocument, type StoredRemark } from '../../_store/note/note-document';
import { notes, type NoteChanges } from '../../_store/note/notes';
import { standingOf } from '../standing';

/** What an officer does, and what they had before them. */
interface Given {
  readonly noteId: string;
  readonly version: number;
  readonly state: NoteState;
  readonly deedId: string;
}

type Refused = NoteRefusal | 'own-note' | 'changed-meanwhile';

type Decided =
  | { readonly kind: 'done'; readonly before: NoteDocument; readonly note: NoteDocument }
  | { readonly kind: 'refused'; readonly code: Refused }
  | { readonly kind: 'missing' };

/**
 * Does a deed to what the officer had before them, in one conditional write; repeated, it is done
 * already. `more` gives what it writes besides the new state and the remark. docs/rules.md#R-111
 */
export async function decide(
  { noteId, version, state, deedId }: Given,
  deed: NoteDeed & { readonly kind: 'answer' | 'return' | 'approve' | 'ask' | 'use' },
  text: string | null,
  { memberId, name }: Caller,
  nowMs: number,
  more: (note: NoteDocument, by: StoredRemark['by']) => NoteChanges,
): Promise<Decided> {
  const by = { memberId, name };
  const verdict = await notes.change<Refused | 'done' | 'missing'>(
    { _id: noteId },
    (note) => {
      if (note.state === 'taken-back') return 'missing';
      if (note.ownerId === memberId) return 'own-note';
      const made = note.remarks.find((remark) => remark.deedId === deedId);
      // With other words it is no repetition: what was done stands, and is shown.
      if (made !== undefined) {
        return made.kind === deed.kind && made.text === text ? 'done' : 'changed-meanwhile';
      }
      if (note.version !== version || note.state !== state) return 'changed-meanwhile';
      const decision = decideOnNote(standingOf(note), deed, nowMs);
      if (decision.kind === 'refused') return decision.reason;
      const remark = { deedId, kind: deed.kind, by, atMs: nowMs, text };
      return { state: decision.state, remarks: withRemark(note, remark), ...more(note, by) };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return verdict;
  const { note } = verdict;
  if (verdict.kind === 'changed') return { kind: 'done', before: verdict.before, note };
  if (verdict.code === 'done') return { kind: 'done', before: note, note };
  return verdict.code === 'missing' ? { kind: 'missing' } : { kind: 'refused', code: verdict.code };
}
