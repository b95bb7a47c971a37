import type { thankForNote as action } from '../../../contract/note/exchange';
import { gatheredUntilAtMs } from '../../../domain/note/response';
import { tellOfResponses, withdrawTelling } from '../../_deliver/tell-of-responses';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { isShared, responses, type SharedNote } from '../../_store/note/responses';
import { targetNotes } from '../../_store/note/target-note';
import { giverOf } from './giver';

/** Once of a person for a sharing, however often it is called. docs/rules.md#R-266 */
export const thankForNote: Handler<typeof action> = async ({ noteId, isThanking }, ctx) => {
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  const call = { requestId: ctx.requestId, nowMs };
  const note = await targetNotes.read(noteId);
  if (!isShared(note)) return ctx.fail('not-found');
  if (note.ownerId === memberId) return ctx.fail('own-note');
  const thanksId = thanksIdOf(note, memberId);
  if (!isThanking) {
    const before = await responses.byId(thanksId);
    const taken = before === null ? null : await responses.takeBack(thanksId, memberId);
    if (taken !== null) await withdrawTelling(note, taken, call);
    return ctx.answer({});
  }
  const giver = await giverOf(ctx);
  if (giver === null) return ctx.fail('not-bound');
  const at = { atMs: nowMs, gatheredUntilAtMs: gatheredUntilAtMs(nowMs) };
  const isNew = await responses.insertIfAbsent({
    ...{ ...giver, ...at, _id: thanksId, kind: 'thanks', noteId, text: '' },
    ...{ sharedAtMs: note.sharedAtMs, state: 'standing', removal: null, schemaVersion: 1 },
  });
  if (!isNew) await responses.standAgain(thanksId, at);
  // Also of a call that was cut off before it was told: saying it twice says it once.
  await tellOfResponses(note, at.gatheredUntilAtMs, call);
  return ctx.answer({});
};

const thanksIdOf = ({ _id, sharedAtMs }: SharedNote, memberId: string): string =>
  derivedId('thanks', _id, sharedAtMs, memberId);
