import type { OutputOf } from '../../../../contract/action';
import type { sharedNotes } from '../../../../contract/note/reviewing';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import { crewPlace } from '../../../text/crew-order';
import { authorText, NOTE_TYPE_TEXT } from '../../../text/note';
import { offlineText } from '../../../text/offline';
import { dayText } from '../../../text/when';

export type SharedPage = OutputOf<typeof sharedNotes>;

export interface SharedRow {
  readonly noteId: string;
  readonly initial: string;
  readonly author: string;
  readonly crew: string;
  readonly when: string;
  readonly title: string;
  readonly excerpt: string;
  readonly about: string;
}

export interface CrewPill {
  /** '' for all. */
  readonly crewName: string;
  readonly text: string;
}

export interface SharedContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly hasMore: boolean;
}

export type SharedView = Placeholder | SharedContent;

export const opening: SharedView = { kind: 'loading' };
export const unknownNotes: Shown<SharedPage> = { kind: 'loading' };

/**
 * All, then each crew of which something is shared; none where there is nothing to choose.
 * @param picked the crew that is shown, '' for all: of it nothing may be shared any more
 */
export function toCrewPills({ crewNames = [] }: SharedPage, picked: string): readonly CrewPill[] {
  if (crewNames.length < 2 && picked === '') return [];
  const sorted = [...crewNames].sort((a, b) => crewPlace(a) - crewPlace(b) || (a < b ? -1 : 1));
  return [
    { crewName: '', text: '各值' },
    ...sorted.map((crewName) => ({ crewName, text: crewName })),
  ];
}

/** @param nextCursor of the last page that came */
export function toSharedView(
  state: Shown<SharedPage>,
  nextCursor: string | null,
  nowMs: number,
): SharedView {
  if (state.kind !== 'known') return state;
  if (state.output.notes.length === 0) {
    return { kind: 'empty', text: '还没有分享的心得。负责人看到好的，会先问作者愿不愿意。' };
  }
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    hasMore: nextCursor !== null,
  };
}

export function toSharedRows({ notes }: SharedPage, nowMs: number): readonly SharedRow[] {
  return notes.map((note) => {
    const author = authorText(note.authorName, note.crewName);
    return {
      noteId: note.noteId,
      initial: author.slice(0, 1),
      author,
      crew: note.authorName === '' ? '' : (note.crewName ?? ''),
      when: dayText(dayOfInstant(note.handedInAtMs), dayOfInstant(nowMs)),
      title: note.title,
      excerpt: note.excerpt,
      about: aboutText(note),
    };
  });
}

function aboutText({ type, studyTopic, pictures }: SharedPage['notes'][number]): string {
  const about = studyTopic ?? NOTE_TYPE_TEXT[type];
  return pictures === 0 ? about : `${about} · ${pictures} 张图`;
}
