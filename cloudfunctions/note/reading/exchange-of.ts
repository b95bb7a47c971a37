import { mayReach } from '../../../contract/allow';
import type { NoteExchange } from '../../../contract/note/note-shapes';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';
import { givenSeenBy, type OpenedNote } from '../../_store/note/opened-note';
import type { ResponseDocument } from '../../_store/note/response-document';
import { isShared } from '../../_store/note/responses';

/**
 * What readers gave back, as this reader sees it; undefined where the note is not shared.
 * docs/rules.md#R-264, docs/rules.md#R-266
 */
export function exchangeOf(note: OpenedNote, caller: Caller): NoteExchange | undefined {
  if (!isShared(note)) return undefined;
  const { memberId, roles } = caller;
  const isReached = mayReach(caller, note.branchId);
  const isMine = note.ownerId === memberId;
  const mayRemove = !isMine && isReached && holdsOneOf(roles, OFFICERS);
  const seen = givenSeenBy(note, memberId);
  const thanks = seen.filter(({ kind }) => kind === 'thanks');
  const hasThanked = thanks.some((one) => one.memberId === memberId);
  return {
    canReply: isReached,
    hasThanked: isMine ? null : hasThanked,
    replies: seen
      .filter(({ kind }) => kind === 'reply')
      .map(({ _id, memberName, crewName, text, atMs, removal, ...reply }) => {
        const isOwn = reply.memberId === memberId;
        return {
          ...{ replyId: _id, name: memberName, crewName, text, atMs, isMine: isOwn },
          ...{ canRemove: mayRemove && !isOwn, removal: toRemoval(removal) },
        };
      }),
    thanks: isMine
      ? thanks.map(({ memberName, crewName }) => ({ name: memberName, crewName }))
      : null,
  };
}

export const toRemoval = (removal: ResponseDocument['removal']) =>
  removal === null ? null : { byName: removal.by.name, reason: removal.reason, atMs: removal.atMs };
