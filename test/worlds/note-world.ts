import type { InputOf } from '../../contract/action';
import type { NoteDocument } from '../../cloudfunctions/_store/note/note-document';
import { handInNote } from '../../contract/note/writing';
import { CHECK_STATES, type CheckState } from '../../domain/words/check-state';
import { MEDIA_MARKS } from '../../local/cloud/wechat/fake-words';
import { stored } from '../builders/stored';
import { outputOf, useStudyWorld, type StudyWorld } from './study-world';

export type HandIn = InputOf<typeof handInNote>;

export interface NoteWorld extends StudyWorld {
  /** A picture in the folder of a member, as their phone has put it there. */
  readonly picture: (
    memberId: string,
    pictureId?: string,
    verdict?: CheckState,
  ) => HandIn['pictures'][number];
  /** Hands in a new note as member-1 or another; its id. */
  readonly handedIn: (note?: Partial<HandIn>, memberId?: string) => Promise<string>;
  /** What WeChat says of the pictures that wait; it waits itself until it is asked. */
  readonly verdicts: () => Promise<void>;
  /** What WeChat says of one of them. */
  readonly verdictOn: (traceId: string, suggest: 'pass' | 'review' | 'risky') => Promise<void>;
  readonly note: (noteId: string) => NoteDocument;
}

let noteCount = 0;

/** The world of studies, where notes are written: `member-1` to `member-5`, `secretary`, `officer`. */
export function useNoteWorld(...others: readonly string[]): NoteWorld {
  const world = useStudyWorld('note', 'wxevents', ...others);
  beforeEach(() => world.cloud.wechat.content.holdVerdicts());
  // The prototype keeps the getters of the world alive.
  return Object.assign(Object.create(world) as StudyWorld, {
    picture: (memberId: string, pictureId = 'picture', verdict: CheckState = 'pass') => ({
      pictureId,
      fileId: world.cloud.files.write(
        `notes/202503/${memberId}/${pictureId}.jpg`,
        Buffer.from(bytesFor(verdict)),
      ),
    }),
    handedIn: async (note: Partial<HandIn> = {}, memberId = 'member-1') => {
      const input = aHandIn(note);
      outputOf(await world.phone(memberId).call(handInNote, input));
      return input.noteId;
    },
    verdicts: async () => {
      await world.cloud.wechat.content.deliverVerdicts();
      await world.cloud.wechat.push.settled();
    },
    verdictOn: async (traceId: string, suggest: 'pass' | 'review' | 'risky') => {
      const event = {
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: traceId,
        result: { suggest },
      };
      const wechat = { openId: world.phone('member-1').openId, source: 'wx_unknown' };
      await world.cloud.host.invoke('wxevents', JSON.stringify(event), wechat);
    },
    note: (noteId: string) => stored(world.cloud, 'notes', noteId),
  });
}

/** A contribution with an id of its own. */
export function aHandIn(note: Partial<HandIn> = {}): HandIn {
  noteCount += 1;
  return {
    noteId: `note-${noteCount}`,
    versionId: 'first',
    basedOn: null,
    type: 'reflection',
    studyId: null,
    title: 'ask once more',
    text: 'and walk once less',
    pictures: [],
    ...note,
  };
}

function bytesFor(verdict: CheckState): string {
  if (verdict === 'refused') return `a ${MEDIA_MARKS.risky}`;
  return verdict === CHECK_STATES[2] ? `a ${MEDIA_MARKS.review}` : 'a picture';
}
