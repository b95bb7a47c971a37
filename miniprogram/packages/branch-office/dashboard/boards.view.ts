import { NOTE_STATES, NOTE_TYPES } from '../../../../domain/note/note';
import { NOTE_STATE_TEXT, NOTE_TYPE_TEXT } from '../../../text/note';
import type { Dashboard } from '../rate.view';

/** Make-ups by where they are, and notes of a type by theirs. */
export interface BoardRow {
  readonly key: string;
  /** The list behind it. */
  readonly of: 'makeup' | 'note';
  readonly title: string;
  readonly note: string;
}

type Notes = Dashboard['notes'];

export function toBoards({ makeUps, notes }: Dashboard): readonly BoardRow[] {
  const { open, over, done } = makeUps;
  const parts = [
    ...(open > 0 ? [`还能补 ${open} 次`] : []),
    ...(over > 0 ? [`截止了没补 ${over} 次`] : []),
    ...(done > 0 ? [`补完 ${done} 次`] : []),
  ];
  const types = [...NOTE_TYPES, 'newer' as const].filter((type) => countOf(notes, type) > 0);
  return [
    {
      key: 'makeup',
      of: 'makeup',
      title: '补学',
      note: parts.length === 0 ? '这个月没有' : parts.join(' · '),
    },
    ...(types.length === 0
      ? [{ key: 'note', of: 'note' as const, title: '心得和投稿', note: '这个月还没有' }]
      : types.map((type) => ({
          key: type,
          of: 'note' as const,
          title: `${NOTE_TYPE_TEXT[type]} ${countOf(notes, type)} 篇`,
          note: statesText(notes.filter((each) => each.type === type)),
        }))),
  ];
}

export const usedNotes = (notes: Notes): number => sumOf(notes.filter(isUsed));

const isUsed = ({ state }: Notes[number]) => state === 'used';

const sumOf = (notes: Notes): number => notes.reduce((sum, { count }) => sum + count, 0);

const countOf = (notes: Notes, type: Notes[number]['type']): number =>
  sumOf(notes.filter((each) => each.type === type));

/** '待看 3 · 已采用 1', in the order in which a note goes through them. */
function statesText(notes: Notes): string {
  return [...NOTE_STATES, 'newer' as const]
    .map((state) => [state, sumOf(notes.filter((each) => each.state === state))] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${NOTE_STATE_TEXT[state]} ${count}`)
    .join(' · ');
}
