import * as v from 'valibot';
import { NOTE_TYPES, type NoteType } from '../../../domain/note/note';
import { cleanWords } from '../../../domain/words/clean-words';
import { newRequestId } from '../../api/request-id';
import { nowMs } from '../../state/clock';
import { knownMe } from '../../state/me';
import { dropPicture, PhonePicture } from '../../state/phone-pictures';
import { store } from '../../state/storage';
import { keptReason } from '../../text/stopped';

/** One key for each draft: all of them in one would not fit below the megabyte of a key. */
const PREFIX = 'note:';
/** Ids of all drafts, in the order in which they were begun. */
const INDEX = 'notes';
/** Whether any waits to be sent: the app looks at it when it is shown, and loads this package then. */
export const WAITING = 'notes:waiting';

const NoteDraft = v.object({
  noteId: v.string(),
  /** Who wrote it: nobody else who is bound on this phone sees or sends it. */
  ownerId: v.string(),
  type: v.picklist(NOTE_TYPES),
  studyId: v.nullable(v.string()),
  studyTopic: v.string(),
  title: v.string(),
  text: v.string(),
  pictures: v.array(PhonePicture),
  basedOn: v.nullable(v.number()),
  /** Of this handing in, from the tap on. */
  versionId: v.string(),
  /** `waiting`: handed in by the person, to be sent; `stopped`: it was not taken, for `problem`. */
  state: v.picklist(['draft', 'waiting', 'stopped']),
  problem: v.string(),
  /** How to go on where it stopped for a newer version, or for another branch. */
  way: v.picklist(['none', 'over-newer', 'as-new']),
  newerVersion: v.number(),
  savedAtMs: v.number(),
});
export type NoteDraft = v.InferOutput<typeof NoteDraft>;

export function newDraft(
  about: { readonly type: NoteType } & Partial<Pick<NoteDraft, 'studyId' | 'studyTopic'>>,
): NoteDraft {
  return {
    noteId: newRequestId(),
    ownerId: boundHere(),
    studyId: null,
    studyTopic: '',
    title: '',
    text: '',
    pictures: [],
    basedOn: null,
    versionId: '',
    state: 'draft',
    problem: '',
    way: 'none',
    newerVersion: 0,
    savedAtMs: nowMs(),
    ...about,
  };
}

/** What the person who is bound here has written and not handed in, oldest first. */
export function drafts(): readonly NoteDraft[] {
  const ownerId = boundHere();
  return storedIds().flatMap((noteId) => {
    const draft = readDraft(noteId);
    return draft === undefined || draft.ownerId !== ownerId ? [] : [draft];
  });
}

export function readDraft(noteId: string): NoteDraft | undefined {
  const stored = v.safeParse(NoteDraft, wx.getStorageSync(PREFIX + noteId));
  if (!stored.success) return undefined;
  const draft = { ...stored.output, problem: keptReason(stored.output.problem) };
  // Written before it was heard who is bound here, whose WeChat it is.
  return draft.ownerId === '' ? { ...draft, ownerId: boundHere() } : draft;
}

const boundHere = (): string => knownMe()?.memberId ?? '';

/** Whether it is kept: full storage does not take it. */
export function keepDraft(draft: NoteDraft): boolean {
  const ids = storedIds();
  const isListed = ids.includes(draft.noteId) || store(INDEX, [...ids, draft.noteId]);
  const isKept = isListed && store(PREFIX + draft.noteId, draft);
  markWaiting();
  return isKept;
}

/** With its pictures on this phone. */
export function dropDraft({ noteId, pictures }: NoteDraft): void {
  wx.removeStorageSync(PREFIX + noteId);
  store(
    INDEX,
    storedIds().filter((id) => id !== noteId),
  );
  for (const { path } of pictures) dropPicture(path);
  markWaiting();
}

const TITLE_OF_FIRST = 20;

/** Under which title it is handed in: without one, the first words stand for it. */
export function titleOf({ title, text }: Pick<NoteDraft, 'title' | 'text'>): string {
  const given = cleanWords(title);
  if (given !== '') return given;
  const [first = ''] = cleanWords(text).split(/[\n。！？；]/u);
  return Array.from(first).slice(0, TITLE_OF_FIRST).join('');
}

function storedIds(): readonly string[] {
  const stored = v.safeParse(v.array(v.string()), wx.getStorageSync(INDEX));
  return stored.success ? stored.output : [];
}

function markWaiting(): void {
  const waits = storedIds().some((noteId) => readDraft(noteId)?.state === 'waiting');
  if (waits) store(WAITING, true);
  else wx.removeStorageSync(WAITING);
}
