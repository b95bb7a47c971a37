import type {
  notesInState as inStateAction,
  sharedNotes as sharedAction,
} from '../../../contract/note/reviewing';
import type { myNotes as myNotesAction } from '../../../contract/note/writing';
import type { Handler } from '../../_kit/serve';
import type { Page } from '../../_store/database';
import type { NoteDocument } from '../../_store/note/note-document';
import { lineOf } from '../../_store/note/note-line';
import { notes } from '../../_store/note/notes';
import { firstShared } from '../../_store/note/shared-notes';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { monthInterval } from '../../../domain/time/month-interval';
import { toRow, toSharedRow } from './to-row';

/** So many rows stay below 25 KB on their way to a page. */
const PAGE = 30;

export const myNotes: Handler<typeof myNotesAction> = async ({ cursor }, ctx) => {
  const position = readPlace(cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const page = await notes.ofOwner(ctx.caller.memberId, position, PAGE);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    notes: page.documents.map((note) => toRow(lineOf(note))),
    nextCursor: cursorAfter(page, ({ firstAtMs }) => firstAtMs),
  });
};

export const sharedNotes: Handler<typeof sharedAction> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, crewName } = input;
  const position = readPlace(input.cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const answer = (page: Page<NoteDocument>) => ({
    nowMs: ctx.nowMs(),
    notes: page.documents.map((note) => toSharedRow(lineOf(note))),
    nextCursor: cursorAfter(page, ({ sharedAtMs }) => sharedAtMs),
  });
  if (position !== null) {
    return ctx.answer(answer(await notes.sharedIn(branchId, crewName, position, PAGE)));
  }
  const first = await firstShared(branchId, crewName, PAGE);
  return ctx.answer({ ...answer(first), crewNames: [...first.crewNames] });
};

export const notesInState: Handler<typeof inStateAction> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, state, type, isBefore = false } = input;
  const position = readPlace(input.cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  // What an author has taken back is theirs again.
  if (state === 'taken-back') return ctx.answer({ notes: [], nextCursor: null });
  const month = monthInterval(input.month);
  const interval = isBefore ? { startAtMs: 0, endAtMs: month.startAtMs } : month;
  const order = state === 'to-read' ? 'asc' : 'desc';
  const of = { branchId, state, ...(type !== undefined && { type }) };
  const page = await notes.inState(of, interval, order, position, PAGE);
  return ctx.answer({
    notes: page.documents.map((note) => toRow(lineOf(note))),
    nextCursor: cursorAfter(page, ({ firstAtMs }) => firstAtMs),
  });
};
