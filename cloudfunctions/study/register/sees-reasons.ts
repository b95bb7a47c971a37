import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';

/**
 * Whether a presenter reads why somebody of this group is on leave: officers of everybody, the leader
 * of a group of its own people. docs/rules.md#R-74
 */
export function seesReasons(
  { roles, groupId }: Pick<Caller, 'roles' | 'groupId'>,
  ofGroupId: string | null,
): boolean {
  return holdsOneOf(roles, OFFICERS) || (groupId !== null && groupId === ofGroupId);
}
