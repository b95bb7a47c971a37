import type { NoteDetail, ShownCheck } from '../../../contract/note/note-shapes';
import type { noteDetail as action } from '../../../contract/note/writing';
import { mayReach } from '../../../contract/allow';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';
import { temporaryUrls } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import type { NoteDocument } from '../../_store/note/note-document';
import { openedNotes } from '../../_store/note/opened-note';
import { noteLook } from '../../_store/people/trail';
import { givenIdOf, type StoredPicture } from '../../_store/picture/checked-pictures';
import { exchangeOf } from './exchange-of';
import { namedAs } from './named-as';
import { namelessUrls } from './nameless-pictures';
import { toRemark } from './to-row';

/** A picture is looked at at once; who comes back asks anew. */
const SHOWN_SECONDS = 10 * 60;

type Reader = 'author' | 'officer' | 'branch';

export const noteDetail: Handler<typeof action> = async ({ noteId }, ctx) => {
  const note = await openedNotes.read(noteId);
  const reader = note === null ? undefined : readerOf(note, ctx.caller);
  if (note === null || reader === undefined) return ctx.fail('not-found');
  const seen = note.pictures.filter((picture) => isSeen(picture, reader));
  const urls = await (reader === 'branch' && note.sharing?.isSigned !== true
    ? namelessUrls(note, seen, SHOWN_SECONDS)
    : temporaryUrls(
        seen.map(({ fileId }) => fileId),
        SHOWN_SECONDS,
      ));
  const pictures = note.pictures.map((picture) => ({
    pictureId: picture.pictureId,
    check: picture.check,
    url: urls.get(picture.fileId) ?? null,
    fileId: reader === 'author' ? givenIdOf(picture) : null,
  }));
  const nowMs = ctx.nowMs();
  if (reader === 'officer') {
    const about = { memberId: note.ownerId, branchId: note.branchId };
    const what = { kind: 'saw-note' as const, noteId, title: note.title };
    await noteLook(ctx.caller, about, what, nowMs);
  }
  const exchange = exchangeOf(note, ctx.caller);
  const given = exchange === undefined ? {} : { exchange };
  if (reader === 'branch') {
    const shown = pictures.filter(({ check }) => check === 'pass');
    return ctx.answer({ nowMs, note: { ...sharedDetail(note, shown), ...given } });
  }
  return ctx.answer({ nowMs, note: { ...wholeDetail(note, pictures, reader), ...given } });
};

/** In what capacity; undefined: not to be seen. docs/rules.md#R-111 */
function readerOf(note: NoteDocument, caller: Caller): Reader | undefined {
  if (note.ownerId === caller.memberId) return note.state === 'taken-back' ? undefined : 'author';
  if (note.state === 'taken-back' || !mayReach(caller, note.branchId)) return undefined;
  if (holdsOneOf(caller.roles, OFFICERS)) return 'officer';
  return note.sharedAtMs === null ? undefined : 'branch';
}

/** Who has to look sees what is not sure; nobody but the author sees what is refused or waits. */
function isSeen({ check }: StoredPicture, reader: Reader): boolean {
  if (reader === 'author') return true;
  return check === 'pass' || (reader === 'officer' && check === 'to-look-at');
}

type Pictures = NoteDetail['pictures'];

function commonOf(note: NoteDocument, pictures: Pictures) {
  const { _id, type, studyId, studyTopic, title, text, crewName, version, handedInAtMs } = note;
  const sharing =
    note.sharing === null || note.sharedAtMs === null
      ? null
      : { ...note.sharing, atMs: note.sharedAtMs };
  return {
    noteId: _id,
    type,
    studyId,
    studyTopic,
    title,
    text,
    pictures,
    crewName,
    version,
    handedInAtMs,
    sharing,
    state: note.state,
    uses: note.uses.map((use) => ({
      where: use.where,
      text: use.text,
      atMs: use.atMs,
      byName: use.by.name,
    })),
  };
}

function sharedDetail(note: NoteDocument, pictures: Pictures): NoteDetail {
  const textCheck: ShownCheck = 'pass';
  return {
    ...commonOf(note, pictures),
    ...namedAs(note),
    textCheck,
    isMine: false,
    canDecide: false,
    earlier: [],
    remarks: [],
    ask: null,
  };
}

function wholeDetail(note: NoteDocument, pictures: Pictures, reader: Reader): NoteDetail {
  const { ask, earlier } = note;
  return {
    ...commonOf(note, pictures),
    authorName: note.ownerName,
    textCheck: note.textCheck,
    isMine: reader === 'author',
    canDecide: reader === 'officer',
    earlier: earlier.map(({ pictureIds, ...version }) => ({
      ...version,
      pictures: pictureIds.length,
    })),
    remarks: note.remarks.map(toRemark),
    ask:
      note.state === 'asked' && ask?.answer === null
        ? {
            askId: ask.askId,
            scope: ask.scope,
            byName: ask.by.name,
            atMs: ask.atMs,
            untilAtMs: ask.untilAtMs,
          }
        : null,
  };
}
