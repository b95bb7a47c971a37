import type { OutputOf } from '../../../../contract/action';
import type { NoteRow, ShownNoteState } from '../../../../contract/note/note-shapes';
import type { branchNotes } from '../../../../contract/note/reviewing';
import { NOTE_STATES, NOTE_TYPES, type NoteType } from '../../../../domain/note/note';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { NOTE_STATE_TEXT, NOTE_TYPE_TEXT } from '../../../text/note';
import { offlineText } from '../../../text/offline';
import { dayText, monthText } from '../../../text/when';

export type Board = OutputOf<typeof branchNotes>;
type BoardSection = Board['sections'][number];

export interface OfficeRow {
  readonly noteId: string;
  readonly initial: string;
  readonly author: string;
  readonly crew: string;
  readonly when: string;
  readonly title: string;
  readonly excerpt: string;
  readonly about: string;
  readonly badge: Badge | null;
}

export interface SectionView {
  /** State, or 'before' for what is left from earlier months. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly isFolded: boolean;
  /** A list for each page that has come: one that is there is not sent to the screen again. */
  readonly parts: readonly (readonly OfficeRow[])[];
  /** '还有 13 篇'; '' when all are there. */
  readonly more: string;
}

export interface PillView {
  readonly key: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface NotesContent {
  readonly kind: 'content';
  readonly title: string;
  readonly offline: string;
  readonly pills: readonly PillView[];
  readonly sections: readonly SectionView[];
  readonly foot: string;
  readonly isEmpty: boolean;
}

export type NotesView = Placeholder | NotesContent;

export const opening: NotesView = { kind: 'loading' };
export const unknownBoard: Shown<Board> = { kind: 'loading' };
/** Of all that the pills choose among. */
export const ALL = 'all';
export const BEFORE = 'before';

/** In the order in which an officer goes through them; what is over is folded. */
const ORDER: readonly ShownNoteState[] = [
  'to-read',
  'asked',
  'returned',
  'answered',
  'used',
  'newer',
];
const FOLDED: readonly ShownNoteState[] = ['answered', 'used'];

const SECTION_NOTE: Readonly<Record<ShownNoteState, string>> = {
  'to-read': '早交的在前',
  asked: '作者同意才放出去',
  returned: '草稿在作者手上',
  answered: '只有作者和支部负责人看得到',
  used: '本人同意分享的，用到别处的，办结的',
  'taken-back': '',
  newer: '',
};

interface Choice {
  /** State, BEFORE or ALL. */
  readonly chosen: string;
  /** What is folded by itself, and was opened. */
  readonly unfolded: readonly string[];
  readonly of?: OfType;
}

/** One type of them, as an input takes it; none: all of them. */
interface OfType {
  readonly type?: NoteType;
}
export function ofType(words: string): OfType {
  const type = NOTE_TYPES.find((each) => each === words);
  return type === undefined ? {} : { type };
}

/** Whether anything is left to be shown under a pill. */
export function hasSection({ sections }: Board, chosen: string): boolean {
  return chosen === ALL || sections.some(({ state }) => state === chosen);
}

export function toNotesView(
  state: Shown<Board>,
  { chosen, unfolded, of }: Choice,
  nowMs: number,
): NotesView {
  if (state.kind !== 'known') return state;
  const { sections, before, month } = state.output;
  const counted = ORDER.flatMap((each) => sections.find((one) => one.state === each) ?? []);
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const views = [
    ...(before === null ? [] : [beforeView(before, nowMs)]),
    ...counted.map((section) =>
      sectionView(section, chosen === ALL && !unfolded.includes(section.state), nowMs),
    ),
  ];
  return {
    kind: 'content',
    title: `${monthText(month, dayOfInstant(nowMs))}${of?.type === undefined ? '' : NOTE_TYPE_TEXT[of.type]} ${all} 篇`,
    offline: offlineText(state.asOfAtMs, nowMs),
    pills: [
      { key: ALL, text: `全部 ${all}`, isOn: chosen === ALL },
      ...counted.map(({ state: key, count }) => ({
        key,
        text: `${NOTE_STATE_TEXT[key]} ${count}`,
        isOn: chosen === key,
      })),
    ],
    sections: chosen === ALL ? views : views.filter(({ key }) => key === chosen),
    foot: footText(counted, all),
    isEmpty: all === 0 && before === null,
  };
}

function beforeView(section: BoardSection, nowMs: number): SectionView {
  return {
    ...sectionView(section, false, nowMs),
    key: BEFORE,
    title: `以前交的，还没看 ${section.count}`,
  };
}

function sectionView({ state, count, notes }: BoardSection, mayFold: boolean, nowMs: number) {
  return {
    key: state,
    title: `${NOTE_STATE_TEXT[state]} ${count}`,
    note: SECTION_NOTE[state],
    isFolded: FOLDED.includes(state) && mayFold,
    parts: [notes.map((note) => toOfficeRow(note, nowMs))],
    more: moreText(count, notes.length),
  };
}

export function moreText(count: number, there: number): string {
  return count > there ? `还有 ${count - there} 篇` : '';
}

export function toOfficeRow(note: NoteRow, nowMs: number): OfficeRow {
  const today = dayOfInstant(nowMs);
  return {
    noteId: note.noteId,
    initial: note.authorName.slice(0, 1),
    author: note.authorName,
    crew: note.crewName ?? '',
    when: dayText(dayOfInstant(note.handedInAtMs), today),
    title: note.title,
    excerpt: note.state === 'returned' ? reasonText(note) : note.excerpt,
    about: note.studyTopic ?? NOTE_TYPE_TEXT[note.type],
    badge: badgeOf(note),
  };
}

function reasonText({ lastRemark, excerpt }: NoteRow): string {
  const reason = lastRemark?.text ?? '';
  return reason === '' ? excerpt : `退回原因：${reason}`;
}

function badgeOf({ state, pending, toLookAt, type }: NoteRow): Badge | null {
  if (state === 'returned') return { text: '等他改', tone: 'warn' };
  if (toLookAt > 0) return { text: '微信没有结论，请你看一眼', tone: 'warn' };
  if (pending > 0) return { text: `${pending} 张图还在检查`, tone: 'plain' };
  return type === 'hazard' && state === 'to-read' ? { text: '隐患', tone: 'must' } : null;
}

/** The sum that the pills add up to. */
function footText(sections: readonly BoardSection[], all: number): string {
  const sum = sections.map(({ count }) => count).join(' + ');
  const isSum = sections.length > 1;
  return `${isSum ? `${all} = ${sum}。` : ''}不设篇数指标，不按人排。`;
}

/** As an input names it; undefined for one that only newer versions know. */
export function stateOf(key: string): (typeof NOTE_STATES)[number] | undefined {
  return key === BEFORE ? 'to-read' : NOTE_STATES.find((each) => each === key);
}
