import type { Me } from '../../../contract/people/hello';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import type { Placeholder } from '../../state/shown';
import { rolesText } from '../../text/roles';

export interface MeContent {
  readonly kind: 'content';
  readonly initial: string;
  readonly name: string;
  /** '运行支部 · 二值'. */
  readonly place: string;
  readonly roles: string;
  readonly canInvite: boolean;
}

export type MeView = Placeholder | MeContent;

export const opening: MeView = { kind: 'loading' };

/** @param me undefined until the first answer; `hasAnswered` tells waiting from being out of reach. */
export function toView(me: Me | null | undefined, hasAnswered: boolean): MeView {
  if (me === null) return { kind: 'guest' };
  if (me === undefined) {
    return hasAnswered
      ? { kind: 'error', text: '没有取到你的资料。有网时再试；版本太旧的话，先更新。' }
      : { kind: 'loading' };
  }
  const { name, branchName, groupName, crewName, roles } = me;
  return {
    kind: 'content',
    initial: name.slice(0, 1),
    name,
    place: [branchName, groupName, crewName].filter((part) => part !== null).join(' · '),
    roles: rolesText(roles),
    canInvite: holdsOneOf(roles, ROSTER_KEEPERS),
  };
}
