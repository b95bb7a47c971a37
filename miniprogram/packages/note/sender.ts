import { handInNote } from '../../../contract/note/writing';
import { call, onReached, type Result } from '../../api/client';
import { nowMs } from '../../state/clock';
import { knownMe } from '../../state/me';
import { errorText } from '../../text/errors';
import { handInErrors, UPLOAD_TEXT } from '../../text/note-errors';
import {
  cloudPathOf,
  drafts,
  dropDraft,
  keepDraft,
  readDraft,
  titleOf,
  type DraftPicture,
  type NoteDraft,
} from './note-draft';

/** Pictures on their way at once: a weak network carries no more. */
const AT_ONCE = 2;
/** After a fault of ours the next try is so much later. */
const PAUSE_MS = 60_000;

type Listener = () => void;

const listeners = new Set<Listener>();
let isSending = false;
let notBeforeMs = 0;
/** What became of the last try, for the person who waits on the page. */
let lastProblem = '';

/** Tells a page, while it is shown, that something has changed about what waits. Returns how to stop. */
export function onNotesChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Why what waits has not gone yet, in words; '' before the first try. */
export const waitingBecause = (): string => lastProblem;

/**
 * Sends every draft that was handed in, one after the other: its pictures first, each kept as there
 * once it is, then the note. What finds no network, or a fault of ours, stays; what is refused stays
 * too, with the reason. Called again whenever something may have changed.
 */
export async function sendNotes(): Promise<void> {
  if (isSending || nowMs() < notBeforeMs || knownMe() === undefined) return;
  isSending = true;
  try {
    for (const { noteId } of drafts().filter(({ state }) => state === 'waiting')) {
      if (!(await sendOne(noteId))) break;
    }
  } finally {
    isSending = false;
    tell();
  }
}

/** Hands in at once, whatever failed before. */
export async function sendNow(): Promise<void> {
  notBeforeMs = 0;
  await sendNotes();
}

/** Whether the next may be tried. */
async function sendOne(noteId: string): Promise<boolean> {
  if (!(await uploadAll(noteId))) return false;
  const draft = readDraft(noteId);
  // Taken back to be changed while its pictures were on their way.
  if (draft?.state !== 'waiting') return true;
  const { versionId, basedOn, type, studyId, text, pictures } = draft;
  const result = await call(handInNote, {
    noteId,
    versionId,
    basedOn,
    type,
    studyId,
    title: titleOf(draft),
    text,
    pictures: pictures.map(({ pictureId, fileId }) => ({ pictureId, fileId })),
  });
  return settle(draft, result);
}

function settle(sent: NoteDraft, result: Result<typeof handInNote>): boolean {
  lastProblem = result.ok ? '' : errorText(result, handInErrors);
  const draft = readDraft(sent.noteId);
  if (draft === undefined) return true;
  const isSame = draft.versionId === sent.versionId;
  if (result.ok || result.code === 'unreadable-reply') {
    // What was written since is another version.
    if (isSame) dropDraft(draft);
    else keepDraft({ ...draft, basedOn: result.ok ? result.output.version : draft.basedOn });
    return true;
  }
  const { code, detail } = result;
  if (code === 'offline' || code === 'timeout' || code === 'update-needed') return false;
  if (code === 'internal' || code === 'no-reply') {
    notBeforeMs = nowMs() + PAUSE_MS;
    return false;
  }
  if (code === 'picture-missing') return withoutUpload(draft, Number(detail['number']));
  if (isSame) stop(draft, code, lastProblem, detail['version']);
  return true;
}

/** Its picture is put into storage again with the next try, where this phone has it. */
function withoutUpload(draft: NoteDraft, number: number): boolean {
  const lost = draft.pictures[number - 1];
  if (lost === undefined || lost.path === '') {
    stop(draft, 'picture-missing', lastProblem, undefined);
    return true;
  }
  const pictures = draft.pictures.map((each) => (each === lost ? { ...each, fileId: '' } : each));
  keepDraft({ ...draft, pictures });
  notBeforeMs = nowMs() + PAUSE_MS;
  return false;
}

function stop(draft: NoteDraft, code: string, problem: string, version: unknown): void {
  const way =
    code === 'changed-meanwhile' ? 'over-newer' : code === 'other-branch' ? 'as-new' : 'none';
  const newerVersion = typeof version === 'number' ? version : 0;
  keepDraft({ ...draft, state: 'stopped', problem, way, newerVersion });
}

/** Whether all pictures are in storage. */
async function uploadAll(noteId: string): Promise<boolean> {
  const missing = readDraft(noteId)?.pictures.filter(({ fileId }) => fileId === '') ?? [];
  const queue = [...missing];
  let isLost = false;
  const carry = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !isLost; next = queue.shift()) {
      if (!(await uploadOne(noteId, next))) isLost = true;
      tell();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  return !isLost;
}

async function uploadOne(noteId: string, picture: DraftPicture): Promise<boolean> {
  const draft = readDraft(noteId);
  if (draft === undefined) return true;
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: cloudPathOf(draft, picture),
      filePath: picture.path,
    });
    keepUploaded(noteId, picture.pictureId, fileID);
    return true;
  } catch (error) {
    lastProblem = UPLOAD_TEXT[isGone(error) ? 'gone' : 'network'];
    if (!isGone(error)) return false;
    const present = readDraft(noteId);
    if (present !== undefined) stop(present, 'picture-gone', lastProblem, undefined);
    return true;
  }
}

/** Read anew: others of the draft may have come there, and the person may have written, meanwhile. */
function keepUploaded(noteId: string, pictureId: string, fileId: string): void {
  const draft = readDraft(noteId);
  if (draft === undefined) return;
  const pictures = draft.pictures.map((each) =>
    each.pictureId === pictureId ? { ...each, fileId } : each,
  );
  keepDraft({ ...draft, pictures });
}

/** By WeChat's message: it has no code of its own for it. */
const isGone = (error: unknown): boolean =>
  (JSON.stringify(error) + String(error)).includes('no such file');

function tell(): void {
  for (const listener of listeners) listener();
}

// Loaded by the app where something waits, and by the pages of this package.
wx.onNetworkStatusChange(({ isConnected }) => {
  if (isConnected) void sendNow();
});
wx.onAppShow(() => void sendNotes());
onReached(() => void sendNotes());
void sendNotes();
