import { marksAs, type Actor } from '../../../domain/star/assessment/decide-on-sheet';
import { ownerOf, type SheetDocument } from '../../_store/star/sheet-document';

/**
 * Whether an assessor of the branch sees a sheet: who marks it, its own person, and the discipline
 * officer where there is something to answer. docs/rules.md#R-193
 */
export function mayRead(actor: Actor, sheet: SheetDocument): boolean {
  if (actor.memberId === sheet.memberId) return true;
  if (marksAs(actor, ownerOf(sheet), 'group-leader') !== undefined) return true;
  return actor.roles.includes('discipline-officer') && sheet.appeals.length > 0;
}

/** Of secretaries and the committee office, all of a branch; of others what is theirs. */
export const seesAll = ({ roles }: Actor): boolean =>
  roles.includes('secretary') || roles.includes('committee-office');
