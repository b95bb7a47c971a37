import type { replyToNote as action } from '../../../contract/note/exchange';
import { gatheredUntilAtMs, obstacleToReply } from '../../../domain/note/response';
import { tellOfResponses } from '../../_deliver/tell-of-responses';
import { checkWords } from '../../_kit/content-checks';
import type { Handler } from '../../_kit/serve';
import type { ResponseDocument } from '../../_store/note/response-document';
import { isShared, responses } from '../../_store/note/responses';
import { targetNotes } from '../../_store/note/target-note';
import { giverOf } from './giver';

/** Written once, and told once, however often it is called. docs/rules.md#R-265 */
export const replyToNote: Handler<typeof action> = async ({ noteId, replyId, text }, ctx) => {
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  const note = await targetNotes.read(noteId);
  if (!isShared(note)) return ctx.fail('not-found');
  const [known, standing] = await Promise.all([responses.byId(replyId), responses.repliesTo(note)]);
  if (known !== null) return answered(known);
  const obstacle = obstacleToReply(standing, memberId);
  if (obstacle !== undefined) return ctx.fail(obstacle);
  const verdict = await checkWords(ctx.openId, text);
  if (verdict.kind === 'refused') return ctx.fail('words-refused', { label: verdict.label });
  if (verdict.kind === 'to-look-at') return ctx.fail('words-unsure');
  const giver = await giverOf(ctx);
  if (giver === null) return ctx.fail('not-bound');
  const reply: ResponseDocument = {
    ...giver,
    _id: replyId,
    kind: 'reply',
    noteId,
    sharedAtMs: note.sharedAtMs,
    text,
    atMs: nowMs,
    gatheredUntilAtMs: gatheredUntilAtMs(nowMs),
    state: 'standing',
    removal: null,
    schemaVersion: 1,
  };
  if (await responses.insertIfAbsent(reply)) return answered(reply);
  // The same call came twice at once.
  const first = await responses.byId(replyId);
  return first === null ? ctx.fail('bad-input', { path: 'replyId' }) : answered(first);

  /** Also of a call that was cut off after it was written. */
  async function answered(present: ResponseDocument) {
    if (present.memberId !== memberId || present.noteId !== noteId || present.kind !== 'reply') {
      return ctx.fail('bad-input', { path: 'replyId' });
    }
    // Of what was taken back no words are kept.
    const isOther = present.state !== 'taken-back' && present.text !== text;
    if (isOther) return ctx.fail('written-before');
    if (isShared(note)) {
      const call = { requestId: ctx.requestId, nowMs };
      await tellOfResponses(note, present.gatheredUntilAtMs, call);
    }
    return ctx.answer({ atMs: present.atMs });
  }
};
