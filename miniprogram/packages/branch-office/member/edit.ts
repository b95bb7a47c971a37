import type { InputOf, OutputOf } from '../../../../contract/action';
import type { memberRecord } from '../../../../contract/people/keeping';
import { STANDINGS, type changeMember, type Standing } from '../../../../contract/people/member';
import { NEWER } from '../../../../contract/growing';
import { ROLES, type Role, type ShownRole } from '../../../../contract/roles';
import type { LocalDay } from '../../../../domain/time/local-day';
import { bareCode } from '../../../../domain/words/bare-code';
import { cleanWords } from '../../../../domain/words/clean-words';

export type MemberRecord = OutputOf<typeof memberRecord>;

/** One thing about a member as it is being changed; null: none. */
export type Edit =
  | { readonly kind: 'name'; readonly words: string }
  | { readonly kind: 'staff-number'; readonly words: string }
  | { readonly kind: 'group'; readonly groupId: string | null }
  | { readonly kind: 'crew'; readonly crewId: string | null; readonly fromDay: LocalDay }
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'offices'; readonly roles: readonly Role[] };
export type EditKind = Edit['kind'];

const standings: readonly ShownRole[] = STANDINGS;
export const OFFICES = ROLES.filter((role) => !standings.includes(role));

export function standingOf(roles: readonly ShownRole[]): Standing {
  return roles.includes('probationary-member') ? 'probationary-member' : 'member';
}

/** As it stands in the record; a staff number is masked there, so it begins empty. */
export function startEdit(kind: EditKind, { person, groupId, today }: MemberRecord): Edit {
  switch (kind) {
    case 'name':
      return { kind, words: person.name };
    case 'staff-number':
      return { kind, words: '' };
    case 'group':
      return { kind, groupId };
    case 'crew':
      return { kind, crewId: person.crewId, fromDay: today };
    case 'standing':
      return { kind, standing: standingOf(person.roles) };
    case 'offices':
      return { kind, roles: person.roles.filter((role) => role !== NEWER) };
  }
}

/** After a tap on one of the options; '' is the id of none. */
export function withPicked(edit: Edit, id: string): Edit {
  switch (edit.kind) {
    case 'group':
      return { ...edit, groupId: id === '' ? null : id };
    case 'crew':
      return { ...edit, crewId: id === '' ? null : id };
    case 'standing':
      return { ...edit, standing: STANDINGS.find((each) => each === id) ?? edit.standing };
    case 'offices':
      return { ...edit, roles: toggled(edit.roles, id) };
    case 'name':
    case 'staff-number':
      return edit;
  }
}

function toggled(roles: readonly Role[], id: string): readonly Role[] {
  const without = roles.filter((role) => role !== id);
  if (without.length < roles.length) return without;
  return ROLES.filter((role) => role === id || roles.includes(role));
}

/** What is asked of the server; offices are asked for by setRoles. */
export function changesOf(
  edit: Exclude<Edit, { kind: 'offices' }>,
): Omit<InputOf<typeof changeMember>, 'memberId'> {
  switch (edit.kind) {
    case 'name':
      return { name: cleanWords(edit.words) };
    case 'staff-number':
      return { staffNumber: bareCode(edit.words) };
    case 'group':
      return { groupId: edit.groupId };
    case 'crew':
      return { crew: { crewId: edit.crewId, fromDay: edit.fromDay } };
    case 'standing':
      return { standing: edit.standing };
  }
}
