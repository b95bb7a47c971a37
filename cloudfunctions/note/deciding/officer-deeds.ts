import type * as actions from '../../../contract/note/reviewing';
import { CONSENT_DAYS, NOTE_LIMITS } from '../../../domain/note/note';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { worstCheck } from '../../../domain/words/check-state';
import { noteNoticeText } from '../../_deliver/note-notices.text';
import { withoutStop } from '../../../domain/words/without-stop';
import { askAuthor, takeBackAsking, tellAuthor } from '../../_deliver/tell-about-note';
import { withdrawTellingOf } from '../../_deliver/tell-of-responses';
import type { Handler } from '../../_kit/serve';
import { type NoteDocument, withoutSharing } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';
import { hasLeft } from '../has-left';
import { lookedAt } from '../../_store/picture/checked-pictures';
import { standingOf } from '../standing';
import { decide } from './decide';

const changesNothing = () => ({});

export const answerNote: Handler<typeof actions.answerNote> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const done = await decide(
    input,
    { kind: 'answer' },
    input.text,
    ctx.caller,
    nowMs,
    changesNothing,
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(codeOf(done.code));
  const words = {
    title: noteNoticeText.answered(ctx.caller.name, done.note.title),
    body: input.text,
  };
  const call = { requestId: ctx.requestId, nowMs };
  const reachesAtMs = await tellAuthor(done.note, input.deedId, ctx.caller, words, call);
  return ctx.answer({ reachesAtMs });
};

export const returnNote: Handler<typeof actions.returnNote> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { reason } = input;
  const done = await decide(input, { kind: 'return' }, reason, ctx.caller, nowMs, withoutSharing);
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(codeOf(done.code));
  await takeBackAsking(done.note, nowMs);
  await withdrawTellingOf(done.before, nowMs);
  const words = {
    title: noteNoticeText.returned(done.note.title),
    body: noteNoticeText.returnedBody(withoutStop(reason)),
  };
  const call = { requestId: ctx.requestId, nowMs };
  const reachesAtMs = await tellAuthor(done.note, input.deedId, ctx.caller, words, call);
  return ctx.answer({ reachesAtMs });
};

/** Of what changes nothing for the author, they hear nothing. */
export const approveNote: Handler<typeof actions.approveNote> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const done = await decide(input, { kind: 'approve' }, null, ctx.caller, nowMs, looked);
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'done') return ctx.answer({ reachesAtMs: null });
  const { code } = done;
  return ctx.fail(code === 'nothing-to-look-at' ? code : codeOf(code));
};

export const askToShare: Handler<typeof actions.askToShare> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { scope, deedId } = input;
  const before = await notes.byId(input.noteId);
  const isAskedAnew = before?.remarks.every((remark) => remark.deedId !== deedId) ?? false;
  if (before !== null && isAskedAnew && (await hasLeft(before.ownerId))) {
    return ctx.fail(before.state === 'taken-back' ? 'not-found' : 'has-left');
  }
  const done = await decide(input, { kind: 'ask', scope }, null, ctx.caller, nowMs, (note, by) => ({
    ask: {
      askId: deedId,
      scope,
      version: note.version,
      by,
      atMs: nowMs,
      untilAtMs: nowMs + CONSENT_DAYS * MS_PER_DAY,
      answer: null,
    },
  }));
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    const { code } = done;
    const checks = before === null ? [] : standingOf(before).checks;
    return ctx.fail(isOfAsking(code) ? code : codeOf(code), { check: worstCheck(checks) });
  }
  // What was asked before, and has not been answered, is not asked any more.
  if (before !== null && before.ask?.askId !== deedId) await takeBackAsking(before, nowMs);
  const call = { requestId: ctx.requestId, nowMs };
  return ctx.answer({ reachesAtMs: await askAuthor(done.note, ctx.caller, call) });
};

export const recordUse: Handler<typeof actions.recordUse> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { where, text, deedId } = input;
  const known = await notes.byId(input.noteId);
  const isNew = known?.uses.every((use) => use.deedId !== deedId) ?? true;
  if (isNew && (known?.uses.length ?? 0) >= NOTE_LIMITS.uses) return ctx.fail('too-many-uses');
  const done = await decide(input, { kind: 'use', where }, text, ctx.caller, nowMs, (note, by) => ({
    uses: [...note.uses, { deedId, where, text, atMs: nowMs, by }],
  }));
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    const { code } = done;
    return ctx.fail(code === 'no-consent' || code === 'not-to-share' ? code : codeOf(code));
  }
  const { title } = done.note;
  const words = {
    title: (where === 'dealt-with' ? noteNoticeText.dealtWith : noteNoticeText.used)(title),
    body: text,
  };
  const call = { requestId: ctx.requestId, nowMs };
  return ctx.answer({
    reachesAtMs: await tellAuthor(done.note, deedId, ctx.caller, words, call),
  });
};

const OF_ASKING = ['not-checked', 'not-to-share', 'already-asked', 'declined'] as const;
const isOfAsking = (code: string): code is (typeof OF_ASKING)[number] =>
  OF_ASKING.some((each) => each === code);

type CommonCode = 'own-note' | 'changed-meanwhile' | 'returned';

/** Of a refusal that every deed can meet. */
function codeOf(code: string): CommonCode {
  if (code === 'own-note' || code === 'changed-meanwhile' || code === 'returned') return code;
  throw new Error(`a deed was refused as ${code}`);
}

/** All that was to be looked at is in order; what has no verdict yet still waits for it. */
function looked(note: NoteDocument) {
  const { textCheck } = note;
  return {
    ...lookedAt(note),
    textCheck: textCheck === 'to-look-at' ? ('pass' as const) : textCheck,
  };
}
