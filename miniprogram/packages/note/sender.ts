import { handInNote } from '../../../contract/note/writing';
import { call, type Result } from '../../api/client';
import { newSender } from '../../state/sender';
import { pathInCloud, uploadPictures } from '../../state/upload-pictures';
import { handInErrors } from '../../text/note-errors';
import { PICTURE_GONE_TEXT } from '../../text/picture';
import { stoppedText } from '../../text/stopped';
import { WAITING_TEXT } from '../../text/waiting';
import { drafts, dropDraft, keepDraft, readDraft, titleOf, type NoteDraft } from './note-draft';

const sender = newSender({
  waiting: () =>
    drafts()
      .filter(({ state }) => state === 'waiting')
      .map(({ noteId }) => noteId),
  sendOne,
});
export const { onChanged: onNotesChanged, because: waitingBecause, sendNow } = sender;

/** Its pictures first, each kept as there once it is, then the note. What is refused stays, with the reason. */
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
  sender.note('');
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
  if (sender.isToWait(code)) return false;
  const problem = stoppedText<typeof handInNote>(result, handInErrors);
  if (code === 'picture-missing') return withoutUpload(draft, Number(detail['number']), problem);
  if (isSame) stop(draft, code, problem, detail['version']);
  return true;
}

/** Its picture is put into storage again with the next try, where this phone has it. */
function withoutUpload(draft: NoteDraft, number: number, problem: string): boolean {
  const lost = draft.pictures[number - 1];
  if (lost === undefined || lost.path === '') {
    stop(draft, 'picture-missing', problem, undefined);
    return true;
  }
  const pictures = draft.pictures.map((each) => (each === lost ? { ...each, fileId: '' } : each));
  keepDraft({ ...draft, pictures });
  sender.note(WAITING_TEXT.internal);
  sender.pause();
  return false;
}

function stop(draft: NoteDraft, code: string, problem: string, version: unknown): void {
  const isOfAnother = code === 'other-branch' || code === 'no-such-study';
  const way = code === 'changed-meanwhile' ? 'over-newer' : isOfAnother ? 'as-new' : 'none';
  const newerVersion = typeof version === 'number' ? version : 0;
  keepDraft({ ...draft, state: 'stopped', problem, way, newerVersion });
}

/** Whether all pictures are in storage, or it has stopped for one of them. */
async function uploadAll(noteId: string): Promise<boolean> {
  const how = await uploadPictures({
    pictures: () => readDraft(noteId)?.pictures ?? [],
    keep: (pictures) => {
      const draft = readDraft(noteId);
      if (draft !== undefined) keepDraft({ ...draft, pictures: [...pictures] });
    },
    cloudPathOf: ({ pictureId }) =>
      pathInCloud('notes', readDraft(noteId)?.ownerId ?? '', pictureId),
    onStep: sender.tell,
  });
  if (how === 'all') return true;
  sender.note(how === 'network' ? WAITING_TEXT.offline : '');
  if (how === 'network') return false;
  const draft = readDraft(noteId);
  if (draft !== undefined) stop(draft, 'picture-gone', PICTURE_GONE_TEXT, undefined);
  return true;
}

// Loaded by the app where something waits, and by the pages of this package.
sender.startByItself();
