import type {
  removeReply as removeAction,
  takeBackResponse as takeBackAction,
} from '../../../contract/note/exchange';
import { tellOfRemoval, withdrawTelling } from '../../_deliver/tell-of-responses';
import type { Handler } from '../../_kit/serve';
import { notes } from '../../_store/note/notes';
import { isShared, responses } from '../../_store/note/responses';
import { targetNotes } from '../../_store/note/target-note';

/** What somebody else gave is as good as not there. docs/rules.md#R-267 */
export const takeBackResponse: Handler<typeof takeBackAction> = async ({ responseId }, ctx) => {
  const { memberId } = ctx.caller;
  const known = await responses.byId(responseId);
  if (known?.memberId !== memberId) return ctx.fail('not-found');
  const taken = await responses.takeBack(responseId, memberId);
  if (taken !== null) {
    const call = { requestId: ctx.requestId, nowMs: ctx.nowMs() };
    await withdrawTelling(await notes.byId(taken.noteId), taken, call);
  }
  return ctx.answer({});
};

/** docs/rules.md#R-267 */
export const removeReply: Handler<typeof removeAction> = async (input, ctx) => {
  const { noteId, replyId, reason } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const [note, known] = await Promise.all([targetNotes.read(noteId), responses.byId(replyId)]);
  const isBelow = known?.kind === 'reply' && known.noteId === noteId;
  if (!isShared(note) || !isBelow || known.sharedAtMs !== note.sharedAtMs) {
    return ctx.fail('not-found');
  }
  if (note.ownerId === memberId) return ctx.fail('own-note');
  if (known.memberId === memberId) return ctx.fail('own-reply');
  const removal = { by: { memberId, name }, reason, atMs: nowMs };
  const removed = (await responses.remove(replyId, removal)) ?? (await responses.byId(replyId));
  if (removed?.state !== 'removed') return ctx.fail('not-found');
  const call = { requestId: ctx.requestId, nowMs };
  await withdrawTelling(note, removed, call);
  await tellOfRemoval(note, removed, call);
  const first = removed.removal;
  // Of two officers the first has given the reason; the second is told. docs/rules.md#R-287
  const isThis = first?.by.memberId === memberId && first.reason === reason;
  return isThis ? ctx.answer({}) : ctx.fail('written-before');
};
