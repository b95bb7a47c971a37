import { holdsOneOf } from '../../contract/roles';
import type { Me } from '../../contract/people/hello';

type Reader = Pick<Me, 'branchId' | 'roles'>;

/** Whether somebody of the committee office looks at a branch that is not their own. */
export const isAsOffice = (me: Reader | null | undefined, branchId: string): boolean =>
  !!me && me.branchId !== branchId && holdsOneOf(me.roles, ['committee-office']);

/** Why they can act there; '' for everybody else. `branchName` null: it is not known here. */
export function asOfficeText(
  me: Reader | null | undefined,
  branchId: string,
  branchName: string | null = null,
): string {
  if (!isAsOffice(me, branchId)) return '';
  const which = branchName ?? '别的支部';
  return `你以党委工作部的身份看${which}的评星，能做书记能做的事，做了会写你的名字。`;
}
