import { rolesText } from '../../miniprogram/text/roles';
import type { DeskPerson } from '../preview/desk/desk-answer';
import { demoInvitations, demoPeople } from './people';

/** One phone that the preview offers: that of a person, or of a guest who has an invitation. */
export interface DemoPhone extends DeskPerson {
  readonly openId: string;
}

/** Everybody whose WeChat is bound, and the guests. */
export function demoPhones(): DemoPhone[] {
  const people = demoPeople
    .filter(({ isBound }) => isBound)
    .map((person): DemoPhone => ({
      id: person.memberId,
      name: person.name,
      about: `${person.branchName} ${person.crewName} ${rolesText(person.roles)}`,
      isGuest: false,
      openId: person.openId,
    }));
  const guests = demoInvitations.map(
    ({ openId, name, staffNumber, branchName, invitationCode }): DemoPhone => ({
      id: openId,
      name: `访客（${name}的纸条）`,
      about: `未绑定 ${branchName} 工号 ${staffNumber} 邀请码 ${invitationCode}`,
      isGuest: true,
      openId,
    }),
  );
  return [...people, ...guests];
}
