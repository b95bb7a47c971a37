import { holdsOneOf, PRESENTERS, type Role } from '../../../contract/roles';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { Member } from '../../_store/people/member-document';
import type { StudyDocument } from '../../_store/study/studies';
import { lineToShow } from './line-or-new';
import { maySee } from './roll';

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
): { readonly mine: AttendanceDocument | null } | null {
  if (!maySee(study, roles)) return null;
  const isHidden = study.state === 'draft' || study.publishedAtMs === null;
  const mine = isHidden ? null : lineToShow(study, line, member, nowMs);
  return mine !== null || holdsOneOf(roles, PRESENTERS) ? { mine } : null;
}
