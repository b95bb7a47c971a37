import * as v from 'valibot';
import {
  NOTE_LIMITS,
  NOTE_STATES,
  NOTE_TYPES,
  NOTE_USES,
  SHARE_SCOPES,
} from '../../domain/note/note';
import { CHECK_STATES } from '../../domain/words/check-state';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';

export const ShownNoteType = growing(NOTE_TYPES);
export type ShownNoteType = v.InferOutput<typeof ShownNoteType>;
export const ShownNoteState = growing(NOTE_STATES);
export type ShownNoteState = v.InferOutput<typeof ShownNoteState>;
export const ShownCheck = growing(CHECK_STATES);
export type ShownCheck = v.InferOutput<typeof ShownCheck>;
const ShownScope = growing(SHARE_SCOPES);
const ShownUse = growing(NOTE_USES);

/** What went back and forth; `picture-refused` and the answers of the author have no words. */
export const REMARK_KINDS = [
  'answer',
  'return',
  'ask',
  'use',
  'approve',
  'picture-refused',
  'agree',
  'decline',
  'stop-sharing',
] as const;
const ShownRemarkKind = growing(REMARK_KINDS);
export type ShownRemarkKind = v.InferOutput<typeof ShownRemarkKind>;

export const NoteTitle = Words(MOST_CHARACTERS.title);
export const NoteText = Words(NOTE_LIMITS.text);

/** A picture that the phone has put into cloud storage, as WeChat names it there. */
export const NotePicture = v.strictObject({
  pictureId: Id,
  fileId: v.pipe(v.string(), v.maxLength(300)),
});
export type NotePicture = v.InferOutput<typeof NotePicture>;

export const Remark = v.strictObject({
  kind: ShownRemarkKind,
  name: v.string(),
  atMs: AtMs,
  text: v.nullable(v.string()),
});
export type Remark = v.InferOutput<typeof Remark>;

/** One line of a list. */
export const NoteRow = v.strictObject({
  noteId: Id,
  type: ShownNoteType,
  /** Of the study that it is about. */
  studyTopic: v.nullable(v.string()),
  title: v.string(),
  /** The first words of the text. */
  excerpt: v.string(),
  /** As the reader may know the author. */
  authorName: v.string(),
  crewName: v.nullable(v.string()),
  state: ShownNoteState,
  /** Of the present version. */
  handedInAtMs: AtMs,
  /** When it was handed in for the first time, which is its month. */
  firstAtMs: AtMs,
  /** When the last thing was done to it. */
  changedAtMs: AtMs,
  /** The newest that went back and forth, for author and officers. */
  lastRemark: v.nullable(Remark),
  /** Pictures and words that are not through the check, by what they wait for. */
  pending: Count,
  toLookAt: Count,
  pictures: Count,
  isShared: v.boolean(),
});
export type NoteRow = v.InferOutput<typeof NoteRow>;

/** One's own, on the page of the study that it is about. */
export const NoteOfStudy = v.strictObject({
  noteId: Id,
  title: v.string(),
  state: ShownNoteState,
  /** Of the present version. */
  handedInAtMs: AtMs,
  /** Pictures and words without a verdict. */
  pending: Count,
  isShared: v.boolean(),
});
export type NoteOfStudy = v.InferOutput<typeof NoteOfStudy>;

/** Who took a reply out of sight, and why. */
export const Removal = v.strictObject({ byName: v.string(), reason: v.string(), atMs: AtMs });

const NoteReply = v.strictObject({
  replyId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  text: v.string(),
  atMs: AtMs,
  isMine: v.boolean(),
  canRemove: v.boolean(),
  /** Of one's own: nobody else is shown what was removed. */
  removal: v.nullable(Removal),
});

/** What readers gave back to a note while it is shared. docs/rules.md#R-264 */
export const NoteExchange = v.strictObject({
  /** The author may have left the branch since. */
  canReply: v.boolean(),
  /** Whether the reader has thanked; null: it is their own. */
  hasThanked: v.nullable(v.boolean()),
  /** Oldest first. */
  replies: v.array(NoteReply),
  /** Who has thanked, the first first, for the author; null for everybody else. docs/rules.md#R-266 */
  thanks: v.nullable(
    v.array(v.strictObject({ name: v.string(), crewName: v.nullable(v.string()) })),
  ),
});
export type NoteExchange = v.InferOutput<typeof NoteExchange>;

export const NoteDetail = v.strictObject({
  noteId: Id,
  type: ShownNoteType,
  studyId: v.nullable(Id),
  studyTopic: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
  pictures: v.array(
    v.strictObject({
      pictureId: Id,
      /** For some minutes; null: not to be seen by the reader, or gone. */
      url: v.nullable(v.string()),
      check: ShownCheck,
      /** For the author, who may hand it in again. */
      fileId: v.nullable(v.string()),
    }),
  ),
  textCheck: ShownCheck,
  authorName: v.string(),
  crewName: v.nullable(v.string()),
  isMine: v.boolean(),
  /** As an officer of its branch who is not its author. */
  canDecide: v.boolean(),
  state: ShownNoteState,
  version: Count,
  handedInAtMs: AtMs,
  /** Before the present one, newest first; for author and officers, as all below. */
  earlier: v.array(
    v.strictObject({
      version: Count,
      title: v.string(),
      text: v.string(),
      pictures: Count,
      handedInAtMs: AtMs,
    }),
  ),
  /** Oldest first. */
  remarks: v.array(Remark),
  /** The question that waits for the author. */
  ask: v.nullable(
    v.strictObject({
      askId: Id,
      scope: ShownScope,
      byName: v.string(),
      atMs: AtMs,
      untilAtMs: AtMs,
    }),
  ),
  sharing: v.nullable(v.strictObject({ atMs: AtMs, isSigned: v.boolean(), scope: ShownScope })),
  uses: v.array(
    v.strictObject({ where: ShownUse, text: v.string(), atMs: AtMs, byName: v.string() }),
  ),
  /** Absent while it is not shared, and from functions that know of none. */
  exchange: v.optional(NoteExchange),
});
export type NoteDetail = v.InferOutput<typeof NoteDetail>;
