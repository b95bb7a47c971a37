import type { Role } from '../../../contract/roles';

const OFFICES: readonly Role[] = [
  'group-leader',
  'organisation-officer',
  'publicity-officer',
  'discipline-officer',
  'secretary',
];

/**
 * Whether one person can have these roles: exactly one standing, member or probationary member;
 * offices of a branch are held by full members only, for they are elected from those who may vote. docs/rules.md#R-63
 */
export function rolesAgree(roles: readonly Role[]): boolean {
  const isMember = roles.includes('member');
  const isProbationary = roles.includes('probationary-member');
  if (isMember === isProbationary) return false;
  return isMember || !roles.some((role) => OFFICES.includes(role));
}
