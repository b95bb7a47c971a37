import type { NoteDetail, NoteRow } from '../../../contract/note/note-shapes';
import { TEST_START_MS } from '../../worlds/test-cloud';

/** A contribution to be read, as its author sees it in a list. */
export const aNoteRow = (row: Partial<NoteRow> = {}): NoteRow => ({
  noteId: 'note',
  type: 'reflection',
  studyTopic: null,
  title: '多问一句',
  excerpt: '夜里两点接班',
  authorName: '周立新',
  crewName: '二值',
  state: 'to-read',
  handedInAtMs: TEST_START_MS,
  firstAtMs: TEST_START_MS,
  changedAtMs: TEST_START_MS,
  lastRemark: null,
  pending: 0,
  toLookAt: 0,
  pictures: 0,
  isShared: false,
  ...row,
});

/** The same, opened by its author. */
export const aNoteDetail = (note: Partial<NoteDetail> = {}): NoteDetail => ({
  noteId: 'note',
  type: 'reflection',
  studyId: null,
  studyTopic: null,
  title: '多问一句',
  text: '夜里两点接班',
  pictures: [],
  textCheck: 'pass',
  authorName: '周立新',
  crewName: '二值',
  isMine: true,
  canDecide: false,
  state: 'to-read',
  version: 1,
  handedInAtMs: TEST_START_MS,
  earlier: [],
  remarks: [],
  ask: null,
  sharing: null,
  uses: [],
  ...note,
});
