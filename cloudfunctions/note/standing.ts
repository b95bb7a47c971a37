import type { NoteStanding } from '../../domain/note/decide-on-note';
import type { NoteDocument } from '../_store/note/note-document';

/** A stored note as deciding sees it. */
export function standingOf(note: NoteDocument): NoteStanding {
  const { type, state, sharing, uses, textCheck, pictures } = note;
  return {
    type,
    state,
    sharing: sharing?.scope ?? null,
    ask: askOf(note),
    hasUses: uses.length > 0,
    checks: [textCheck, ...pictures.map(({ check }) => check)],
  };
}

function askOf({ ask, version }: NoteDocument): NoteStanding['ask'] {
  if (ask === null || ask.version !== version) return null;
  const { answer, untilAtMs } = ask;
  if (answer === null) return { answer: 'open', untilAtMs };
  return answer === 'signed' || answer === 'unsigned' ? null : { answer: 'no', untilAtMs };
}
