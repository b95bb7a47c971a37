import type { answerSharing as action } from '../../../contract/note/writing';
import { decideOnNote } from '../../../domain/note/decide-on-note';
import type { Handler } from '../../_kit/serve';
import { takeBackAsking } from '../../_deliver/tell-about-note';
import { derivedId } from '../../_store/derived-id';
import { withRemark } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';
import { standingOf } from '../standing';

/** A note of somebody else is as good as none. */
export const answerSharing: Handler<typeof action> = async ({ noteId, askId, answer }, ctx) => {
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const isYes = answer !== 'decline';
  const kind = isYes ? 'agree' : 'decline';
  const verdict = await notes.change(
    { _id: noteId, ownerId: memberId },
    (note) => {
      const { ask } = note;
      if (ask?.askId !== askId) return 'not-asked';
      if (ask.answer === answer) return 'done';
      const decision = decideOnNote(standingOf(note), { kind }, nowMs);
      if (decision.kind === 'refused') return 'not-asked';
      const deedId = derivedId('answer', noteId, askId);
      const remark = { deedId, kind, by: { memberId, name }, atMs: nowMs, text: null } as const;
      return {
        state: decision.state,
        ask: { ...ask, answer },
        remarks: withRemark(note, remark),
        ...(isYes && {
          sharing: { isSigned: answer === 'signed', scope: ask.scope },
          sharedAtMs: note.sharedAtMs ?? nowMs,
        }),
      };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code === 'not-asked') {
    return ctx.fail('not-asked', { state: verdict.note.state });
  }
  await takeBackAsking(verdict.note, nowMs);
  return ctx.answer({});
};
