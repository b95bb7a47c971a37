import type { CallerRights } from '../../../contract/allow';
import type { Member } from './member-document';

/**
 * Whether a caller may change anything of this person: who holds the committee role is changed by
 * such people only, or a branch could make itself the committee office. docs/rules.md#R-63
 */
export function mayTouch(caller: CallerRights, { roles }: Pick<Member, 'roles'>): boolean {
  return !roles.includes('committee-office') || caller.roles.includes('committee-office');
}
