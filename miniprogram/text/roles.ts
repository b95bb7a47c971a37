import type { ShownRole } from '../../contract/roles';

export const ROLE_TEXT: Readonly<Record<ShownRole, string>> = {
  member: '党员',
  'probationary-member': '预备党员',
  'group-leader': '党小组长',
  'organisation-officer': '组织委员',
  'publicity-officer': '宣传委员',
  'discipline-officer': '纪检委员',
  secretary: '书记',
  'committee-office': '党委工作部',
  newer: '其他职务',
};

/** '党员、组织委员'. */
export function rolesText(roles: readonly ShownRole[]): string {
  return roles.map((role) => ROLE_TEXT[role]).join('、');
}
