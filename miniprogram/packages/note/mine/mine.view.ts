import type { OutputOf } from '../../../../contract/action';
import type { NoteRow } from '../../../../contract/note/note-shapes';
import type { myNotes } from '../../../../contract/note/writing';
import type { NoteType } from '../../../../domain/note/note';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { NOTE_TYPE_TEXT, ownBadge, remarkTitle } from '../../../text/note';
import { offlineText } from '../../../text/offline';
import { dayText, momentText } from '../../../text/when';
import type { NoteDraft } from '../note-draft';

export type MyPage = OutputOf<typeof myNotes>;

export interface Tile {
  readonly type: NoteType;
  readonly title: string;
  readonly note: string;
  readonly icon: string;
}

/** A study note begins on the page of its study. */
export const TILES: readonly Tile[] = [
  { type: 'reflection', title: '学习体会', note: '学了之后怎么做的', icon: 'pencil' },
  { type: 'technical', title: '专业技术资讯', note: '一个设备、一个诀窍', icon: 'wind' },
  { type: 'news', title: '新闻稿件', note: '值上的新鲜事', icon: 'document' },
  { type: 'hazard', title: '隐患线索', note: '不急的先记在这里', icon: 'info' },
];

export interface DraftRow {
  readonly noteId: string;
  readonly title: string;
  readonly note: string;
  readonly badge: Badge;
}

const DRAFT_BADGE: Readonly<Record<NoteDraft['state'], Badge>> = {
  draft: { text: '草稿', tone: 'plain' },
  waiting: { text: '有网时送出', tone: 'warn' },
  stopped: { text: '没有交上', tone: 'warn' },
};

/** What is on this phone and not handed in, the newest first. */
export function toDraftRows(drafts: readonly NoteDraft[], nowMs: number): readonly DraftRow[] {
  return [...drafts].reverse().map((draft) => ({
    noteId: draft.noteId,
    title: draft.title || draft.text.slice(0, 20) || '还没写标题',
    note:
      draft.problem !== '' && draft.state === 'stopped'
        ? draft.problem
        : `${NOTE_TYPE_TEXT[draft.type]} · ${momentText(draft.savedAtMs, nowMs)} 存`,
    badge: DRAFT_BADGE[draft.state],
  }));
}

export interface MineRow {
  readonly noteId: string;
  readonly title: string;
  readonly note: string;
  /** The newest that an officer said or did; '' for nothing to say. */
  readonly said: string;
  readonly badge: Badge;
}

export interface MineContent {
  readonly kind: 'content';
  /** '今年交了 6 篇，采用 2 篇'; '' while not all of the year is known. */
  readonly note: string;
  readonly offline: string;
  readonly hasMore: boolean;
}

export type MineView = Placeholder | MineContent;

export const opening: MineView = { kind: 'loading' };
export const unknownNotes: Shown<MyPage> = { kind: 'loading' };
export function toMineView(state: Shown<MyPage>, more: readonly MyPage[], nowMs: number): MineView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const nextCursor = pages.at(-1)?.nextCursor ?? null;
  return {
    kind: 'content',
    note: yearText(pages, nextCursor !== null, nowMs),
    offline: offlineText(state.asOfAtMs, nowMs),
    hasMore: nextCursor !== null,
  };
}

/** Rows of one page, which are drawn when it comes and not again. */
export function toMineRows({ notes }: MyPage, nowMs: number): readonly MineRow[] {
  return notes.map((note) => ({
    noteId: note.noteId,
    title: note.title,
    note: aboutText(note, nowMs),
    said: saidText(note),
    badge: ownBadge(note),
  }));
}

function aboutText({ type, studyTopic, handedInAtMs }: NoteRow, nowMs: number): string {
  const day = dayText(dayOfInstant(handedInAtMs), dayOfInstant(nowMs));
  const about = studyTopic === null ? NOTE_TYPE_TEXT[type] : `心得 · ${studyTopic}`;
  return `${about} · ${day}${type === 'hazard' ? '报' : '交'}`;
}

/** Of what was said here; all of it stands with the note. */
const MOST_SAID = 60;

function saidText({ lastRemark, state }: NoteRow): string {
  if (lastRemark === null || lastRemark.text === null || state === 'to-read') return '';
  const said = Array.from(`${remarkTitle(lastRemark)}：${lastRemark.text}`);
  return said.length > MOST_SAID ? `${said.slice(0, MOST_SAID).join('')}…` : said.join('');
}

/** No number of a year is told that may be too small. */
function yearText(pages: readonly MyPage[], hasMore: boolean, nowMs: number): string {
  const year = dayOfInstant(nowMs).slice(0, 4);
  const notes = pages.flatMap((page) => page.notes);
  const yearOf = ({ firstAtMs }: NoteRow) => dayOfInstant(firstAtMs).slice(0, 4);
  const last = notes.at(-1);
  if (last === undefined || (hasMore && yearOf(last) === year)) return '';
  const ofYear = notes.filter((note) => yearOf(note) === year);
  const used = ofYear.filter(({ state }) => state === 'used').length;
  return `今年 ${ofYear.length} 篇，采用 ${used} 篇`;
}
