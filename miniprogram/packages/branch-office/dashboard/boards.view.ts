import type { MakeUpPart } from '../../../../contract/branch/dashboard';
import { NOTE_STATES, NOTE_TYPES } from '../../../../domain/note/note';
import { NOTE_STATE_TEXT, NOTE_TYPE_TEXT } from '../../../text/note';
import type { Dashboard } from '../rate.view';

/** Make-ups by where they are, and notes of a type by theirs. */
export interface BoardRow {
  readonly key: string;
  /** The list behind it, and which part or type of it; '': all. */
  readonly of: 'makeup' | 'note';
  readonly part: string;
  readonly title: string;
  readonly note: string;
}

type Notes = Dashboard['notes'];

export function toBoards({ makeUps, notes }: Dashboard): readonly BoardRow[] {
  const parts = MAKE_UP_PARTS.filter(([part]) => makeUps[part] > 0);
  const types = [...NOTE_TYPES, 'newer' as const].filter((type) => countOf(notes, type) > 0);
  return [
    ...(parts.length === 0
      ? [{ key: 'makeup', of: 'makeup' as const, part: '', title: '补学', note: '这个月没有' }]
      : parts.map(([part, text]) => ({
          key: part,
          of: 'makeup' as const,
          part,
          title: `补学${text} ${makeUps[part]} 次`,
          note: '',
        }))),
    ...(types.length === 0
      ? [{ key: 'note', of: 'note' as const, part: '', title: '心得和投稿', note: '这个月还没有' }]
      : types.map((type) => ({
          key: type,
          of: 'note' as const,
          part: type === 'newer' ? '' : type,
          title: `${NOTE_TYPE_TEXT[type]} ${countOf(notes, type)} 篇`,
          note: statesText(notes.filter((each) => each.type === type)),
        }))),
  ];
}

const MAKE_UP_PARTS: readonly (readonly [MakeUpPart, string])[] = [
  ['open', '还能补'],
  ['over', '截止了没补'],
  ['done', '补完'],
];

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
