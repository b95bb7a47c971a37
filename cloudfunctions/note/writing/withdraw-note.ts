import type { withdrawNote as action } from '../../../contract/note/writing';
import { decideOnNote } from '../../../domain/note/decide-on-note';
import type { Handler } from '../../_kit/serve';
import { takeBackAsking, takeBackHazard } from '../../_deliver/tell-about-note';
import { withdrawTellingOf } from '../../_deliver/tell-of-responses';
import { derivedId } from '../../_store/derived-id';
import { withRemark, withoutSharing } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';
import { standingOf } from '../standing';

/** At any time, also from another branch than it was handed in to. Repeated, it changes nothing. */
export const withdrawNote: Handler<typeof action> = async ({ noteId, what }, ctx) => {
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const kind = what === 'note' ? 'take-back' : 'stop-sharing';
  const verdict = await notes.change(
    { _id: noteId, ownerId: memberId },
    (note) => {
      const isDone = what === 'note' ? note.state === 'taken-back' : note.sharing === null;
      const decision = decideOnNote(standingOf(note), { kind }, nowMs);
      if (isDone || decision.kind === 'refused') return 'done';
      const deedId = derivedId(kind, noteId, note.revision);
      const remark = { deedId, by: { memberId, name }, atMs: nowMs, text: null } as const;
      return {
        state: decision.state,
        ...withoutSharing(note),
        ...(what === 'sharing' && {
          remarks: withRemark(note, { ...remark, kind: 'stop-sharing' }),
        }),
      };
    },
    nowMs,
  );
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  await takeBackAsking(verdict.note, nowMs);
  if (what === 'note' && verdict.note.type === 'hazard') {
    await takeBackHazard(verdict.note, { requestId: ctx.requestId, nowMs });
  }
  if (verdict.kind === 'changed') await withdrawTellingOf(verdict.before, nowMs);
  return ctx.answer({});
};
