import * as v from 'valibot';
import { newRequestId } from '../../../../api/request-id';
import { knownMe } from '../../../../state/me';
import { store } from '../../../../state/storage';

const KEY = 'note-reply';

const Reply = v.object({
  noteId: v.string(),
  /** Who wrote it: nobody else who is bound on this phone sees it. */
  ownerId: v.string(),
  text: v.string(),
  replyId: v.string(),
  /** What was last sent under this id: other words are another reply. */
  sent: v.string(),
});
type Reply = v.InferOutput<typeof Reply>;

const writerHere = (): string => knownMe()?.memberId ?? '';

/** What was written below this note on this phone and not sent; the last note that was written to. */
export function keptReply(noteId: string): string {
  return kept(noteId)?.text ?? '';
}

/** With every keystroke. */
export function keepReply(noteId: string, text: string): void {
  const { replyId = '', sent = '' } = kept(noteId) ?? {};
  store(KEY, { noteId, ownerId: writerHere(), text, replyId, sent });
}

/** The id under which these words go: that of the last try where they are the same. */
export function idToSend(noteId: string, text: string): string {
  const known = kept(noteId);
  const replyId = known?.sent === text && known.replyId !== '' ? known.replyId : newRequestId();
  store(KEY, { noteId, ownerId: writerHere(), text, replyId, sent: text });
  return replyId;
}

export const dropReply = (): void => wx.removeStorageSync(KEY);

function kept(noteId: string): Reply | undefined {
  const stored = v.safeParse(Reply, wx.getStorageSync(KEY));
  if (!stored.success) return undefined;
  const reply = stored.output;
  return reply.noteId === noteId && reply.ownerId === writerHere() ? reply : undefined;
}
