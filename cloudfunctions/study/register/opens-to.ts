import type { Gone } from '../../../contract/study/study-shapes';
import { holdsOneOf, PRESENTERS, type Role } from '../../../contract/roles';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { Member } from '../../_store/people/member-document';
import type { StudyDocument } from '../../_store/study/studies';
import { isFinal } from '../../_store/study/parts-of-study';
import { concerns, goneOf, isGone } from './gone';
import { lineToShow } from './line-or-new';
import { maySee } from './roll';

interface Opened {
  readonly mine: AttendanceDocument | null;
  /** Of whom it asks no more since they left its branch. */
  readonly gone?: Gone;
}

/**
 * Whether somebody of the branch of a study opens it, by the line that is stored of them, and the line
 * to show them; null: it opens to those who present studies only. docs/rules.md#R-32
 */
export function opensTo(
  study: StudyDocument,
  line: AttendanceDocument | null,
  member: Member,
  roles: readonly Role[],
  nowMs: number,
): Opened | null {
  if (!maySee(study, roles)) return null;
  const mine = isHidden(study) ? null : lineToShow(study, line, member, nowMs);
  if (mine !== null || holdsOneOf(roles, PRESENTERS)) return { mine };
  return line !== null && isGone(line, study, member, nowMs) ? { mine, gone: 'left' } : null;
}

/**
 * As opensTo, of somebody who has left its branch: what is past, and what they took part in, is theirs to
 * read; what still asks others says only that it asks them no more. docs/rules.md#R-362
 */
export function opensToWhoLeft(
  study: StudyDocument,
  line: AttendanceDocument | null,
  member: Member,
  nowMs: number,
): Opened | null {
  if (line === null || isHidden(study)) return null;
  if (isGone(line, study, member, nowMs)) return { mine: null, gone: goneOf(study, member) };
  const isPast = isFinal(study, nowMs) || study.state === 'cancelled';
  const mine = lineToShow(study, line, member, nowMs);
  if (mine === null) return null;
  return isPast || concerns(line, study, member, nowMs)
    ? { mine }
    : { mine: null, gone: goneOf(study, member) };
}

const isHidden = ({ state, publishedAtMs }: StudyDocument): boolean =>
  state === 'draft' || publishedAtMs === null;
