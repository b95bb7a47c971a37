import type { NoteRow } from '../../../contract/note/note-shapes';
import { excerptOf } from '../../../domain/words/excerpt';
import { EXCERPT, type NoteLine } from '../../_store/note/note-line';
import type { StoredRemark } from '../../_store/note/note-document';
import { namedAs } from './named-as';

/** As its author and the officers of its branch see it. */
export function toRow(line: NoteLine): NoteRow {
  const last = line.remarks.at(-1);
  return {
    ...commonOf(line),
    authorName: line.ownerName,
    lastRemark: last === undefined ? null : toRemark(last),
  };
}

/** As the branch sees it: under the name that the author has chosen. */
export function toSharedRow(line: NoteLine): NoteRow {
  return { ...commonOf(line), ...namedAs(line), lastRemark: null, pending: 0, toLookAt: 0 };
}

export function toRemark({ kind, by, atMs, text }: StoredRemark) {
  return { kind, name: by.name, atMs, text };
}

function commonOf(line: NoteLine) {
  const checks = [line.textCheck, ...line.pictures.map(({ check }) => check)];
  const count = (state: NoteLine['textCheck']) => checks.filter((each) => each === state).length;
  return {
    noteId: line._id,
    type: line.type,
    studyTopic: line.studyTopic,
    title: line.title,
    excerpt: excerptOf(line.excerpt, EXCERPT),
    crewName: line.crewName,
    state: line.state,
    handedInAtMs: line.handedInAtMs,
    firstAtMs: line.firstAtMs,
    changedAtMs: line.changedAtMs,
    pending: count('pending'),
    toLookAt: count('to-look-at'),
    pictures: line.pictures.length,
    isShared: line.sharedAtMs !== null,
  };
}
