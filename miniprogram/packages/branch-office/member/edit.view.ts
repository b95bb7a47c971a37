import { wordsFault } from '../../../text/too-long';
import { NEWER } from '../../../../contract/growing';
import { MOST_CHARACTERS, STAFF_NUMBER } from '../../../../contract/limits';
import type { Me } from '../../../../contract/people/hello';
import type { Role } from '../../../../contract/roles';
import type { LocalDay } from '../../../../domain/time/local-day';
import { ROLE_TEXT } from '../../../text/roles';
import { dayText } from '../../../text/when';
import type { Option } from '../option-rows/option-rows';
import { crewOptions, groupOptions, standingOptions } from '../place-options.view';
import { staffNumberProblem } from '../staff-number.view';
import { OFFICES, type Edit, type EditKind, type MemberRecord } from './edit';

export interface EditView {
  readonly title: string;
  readonly note: string;
  /** null: nothing is typed. */
  readonly words: { readonly value: string; readonly hint: string; readonly most: number } | null;
  readonly options: readonly Option[];
  readonly isMultiple: boolean;
  /** null: it counts at once. */
  readonly from: { readonly day: LocalDay; readonly text: string } | null;
}

const TITLES: Readonly<Record<EditKind, string>> = {
  name: '改姓名',
  'staff-number': '改工号',
  group: '换党小组',
  crew: '换值',
  standing: '改身份',
  offices: '改职务',
};

const NOTES: Readonly<Record<EditKind, string>> = {
  name: '和员工卡一致，绑定时要合得上。',
  'staff-number': '写完整的新工号，绑定时要合得上。',
  group: '以后发给这个组的学习和通知，就有这个人。',
  crew: '从这天起按新的值排班、提醒。之前的考勤不变。',
  standing: '预备党员不担任支部职务，没有表决权。',
  offices: '保存后马上生效。',
};

/** @param me who is asking: only the committee office gives or takes its own role. */
export function toEditView(edit: Edit, record: MemberRecord, me: Me | null | undefined): EditView {
  const { title, note } = { title: TITLES[edit.kind], note: NOTES[edit.kind] };
  const nothing = { words: null, options: [], isMultiple: false, from: null };
  const { choices, today } = record;
  switch (edit.kind) {
    case 'name':
      return {
        ...nothing,
        title,
        note,
        words: { value: edit.words, hint: '姓名', most: MOST_CHARACTERS.name },
      };
    case 'staff-number':
      // Room for the spaces and dashes of a number that is pasted.
      return {
        ...nothing,
        title,
        note,
        words: { value: edit.words, hint: '新工号', most: 2 * STAFF_NUMBER.most },
      };
    case 'group':
      return { ...nothing, title, note, options: groupOptions(choices, edit.groupId) };
    case 'crew': {
      const from = { day: edit.fromDay, text: `${dayText(edit.fromDay, today)}起` };
      return { ...nothing, title, note, options: crewOptions(choices, edit.crewId), from };
    }
    case 'standing':
      return { ...nothing, title, note, options: standingOptions(edit.standing) };
    case 'offices':
      return {
        ...nothing,
        title,
        note,
        options: officeOptions(edit.roles, me),
        isMultiple: true,
      };
  }
}

function officeOptions(chosen: readonly Role[], me: Me | null | undefined): readonly Option[] {
  const isOffice = me?.roles.includes('committee-office') ?? false;
  return OFFICES.filter(
    (role) => role !== 'committee-office' || isOffice || chosen.includes(role),
  ).map((role) => ({ id: role, text: ROLE_TEXT[role], isOn: chosen.includes(role) }));
}

/** What is wrong with what was typed; '' when nothing is. */
export function wordsProblem(edit: Edit): string {
  if (edit.kind === 'name') return wordsFault(edit.words, MOST_CHARACTERS.name, '还没写姓名。');
  if (edit.kind === 'staff-number') return staffNumberProblem(edit.words);
  return '';
}

/** Whether this phone knows all the roles, so that saving them loses none. */
export function knowsRoles({ person }: MemberRecord): boolean {
  return !person.roles.includes(NEWER);
}
