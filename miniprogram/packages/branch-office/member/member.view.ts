import type { OutputOf } from '../../../../contract/action';
import type { directory, Me, Person } from '../../../../contract/people/member';
import { ROLES, ROSTER_KEEPERS, SECRETARIES, type Role } from '../../../../contract/roles';
import type { Shown, Waiting } from '../../../state/shown';
import { ROLE_TEXT, rolesText } from '../../../text/roles';

export interface RoleChoice {
  readonly role: Role;
  readonly text: string;
  readonly isOn: boolean;
}

export interface MemberContent {
  readonly kind: 'content';
  readonly name: string;
  readonly initial: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly canRelease: boolean;
  readonly roles: readonly Role[];
  readonly canSetRoles: boolean;
}

export type MemberView = Waiting | MemberContent;

export const opening: MemberView = { kind: 'loading' };

/** @param me whose doors are shown; the server decides again. */
export function toView(
  state: Shown<OutputOf<typeof directory>>,
  memberId: string,
  me: Me | null | undefined,
): MemberView {
  if (state.kind !== 'known') return state;
  const person = state.output.people.find((candidate) => candidate.memberId === memberId);
  if (person === undefined)
    return { kind: 'empty', text: '花名册里没有这个人，可能已经离开支部。' };
  const has = (roles: readonly Role[]) => me?.roles.some((role) => roles.includes(role)) ?? false;
  return {
    kind: 'content',
    name: person.name,
    initial: person.name.slice(0, 1),
    lines: linesOf(person),
    canRelease: person.isBound && has(ROSTER_KEEPERS),
    roles: person.roles,
    canSetRoles: has(SECRETARIES),
  };
}

/** Every role that this person may be given by `me`; the committee office is given only by itself. */
export function roleChoices(
  chosen: readonly Role[],
  me: Me | null | undefined,
): readonly RoleChoice[] {
  const isOffice = me?.roles.includes('committee-office') ?? false;
  return ROLES.filter(
    (role) => role !== 'committee-office' || isOffice || chosen.includes(role),
  ).map((role) => ({ role, text: ROLE_TEXT[role], isOn: chosen.includes(role) }));
}

/** The roles after a tap on one of them: member and probationary member take each other's place. */
export function withRole(chosen: readonly Role[], tapped: Role): readonly Role[] {
  const standings: readonly Role[] = ['member', 'probationary-member'];
  if (standings.includes(tapped)) {
    return [tapped, ...chosen.filter((role) => !standings.includes(role))];
  }
  return chosen.includes(tapped)
    ? chosen.filter((role) => role !== tapped)
    : ROLES.filter((role) => role === tapped || chosen.includes(role));
}

function linesOf(person: Person): MemberContent['lines'] {
  return [
    { label: '工号', value: person.maskedStaffNumber },
    { label: '党小组', value: person.groupName ?? '未分组' },
    { label: '值', value: person.crewName ?? '未定' },
    { label: '身份', value: rolesText(person.roles) },
    { label: '微信', value: person.isBound ? '已绑定' : '未绑定' },
  ];
}
