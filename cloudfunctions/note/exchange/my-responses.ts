import { mayReach } from '../../../contract/allow';
import type { myResponses as action } from '../../../contract/note/exchange';
import type { Handler } from '../../_kit/serve';
import { notes } from '../../_store/note/notes';
import { isShared, responses } from '../../_store/note/responses';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { toRemoval } from '../reading/exchange-of';

const PAGE = 30;

/** With the title of what the reader may still open. docs/rules.md#R-267 */
export const myResponses: Handler<typeof action> = async ({ cursor }, ctx) => {
  const position = readPlace(cursor);
  if (position === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const page = await responses.ofMember(ctx.caller.memberId, position, PAGE);
  const found = await notes.byIds([...new Set(page.documents.map(({ noteId }) => noteId))]);
  const sharings = new Map(
    found.filter(isShared).map((note) => [`${note._id} ${note.sharedAtMs}`, note]),
  );
  /** What of a note its responder may know. */
  const toldOf = (noteId: string, sharedAtMs: number) => {
    const note = sharings.get(`${noteId} ${sharedAtMs}`);
    if (note === undefined) return { noteTitle: null };
    if (mayReach(ctx.caller, note.branchId)) return { noteTitle: note.title };
    return { noteTitle: null, ...(ctx.readsLeniently && { isSharedElsewhere: true }) };
  };
  return ctx.answer({
    nowMs: ctx.nowMs(),
    responses: page.documents.map(({ _id, kind, noteId, sharedAtMs, text, atMs, removal }) => ({
      ...{ responseId: _id, kind, noteId, text, atMs, removal: toRemoval(removal) },
      ...toldOf(noteId, sharedAtMs),
    })),
    nextCursor: cursorAfter(page, ({ atMs }) => atMs),
  });
};
