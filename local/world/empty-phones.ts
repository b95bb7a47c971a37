import { rolesText } from '../../miniprogram/text/roles';
import type { DeskPerson } from '../preview/desk/desk-answer';
import type { KeptWorld } from './kept-world';

const PHONES = 8;

/** Phones where there is no demo: a number each, until somebody binds one. */
export function emptyPhones({ members, branches }: Pick<KeptWorld, 'members' | 'branches'>) {
  return Array.from({ length: PHONES }, (_, index): DeskPerson => {
    const id = `phone-${index + 1}`;
    // The account that the preview gives a phone of nobody's.
    const owner = members.find(({ account }) => account === `guest-${id}`);
    if (owner === undefined) {
      return { id, name: `${index + 1} 号手机`, about: '还没绑定', isGuest: true };
    }
    const branch = branches.find(({ _id }) => _id === owner.branchId)?.name ?? '';
    return { id, name: owner.name, about: `${branch} ${rolesText(owner.roles)}`, isGuest: false };
  });
}
