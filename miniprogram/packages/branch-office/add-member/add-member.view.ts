import { MOST_CHARACTERS } from '../../../../contract/limits';
import { wordsFault } from '../../../text/too-long';
import type { PlaceChoices } from '../../../../contract/people/keeping';
import type { Standing } from '../../../../contract/people/member';
import { ROLE_TEXT } from '../../../text/roles';
import type { Option } from '../option-rows/option-rows';
import { crewOptions, groupOptions, standingOptions } from '../place-options.view';
import { staffNumberProblem } from '../staff-number.view';
import { inputOf, type AddForm } from './add-form';

export type Place = 'group' | 'crew';

export interface FormView {
  readonly branch: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly standing: Standing;
  readonly standings: readonly Option[];
  /** '' while none is chosen. */
  readonly group: string;
  readonly crew: string;
}

export const noChoices: PlaceChoices = { branchName: '', groups: [], crews: [] };

export function toFormView(form: AddForm, choices: PlaceChoices): FormView {
  return {
    branch: choices.branchName === '' ? '' : `加到${choices.branchName}`,
    name: form.name,
    staffNumber: form.staffNumber,
    standing: form.standing,
    standings: standingOptions(form.standing),
    group: groupName(form, choices) ?? '',
    crew: crewName(form, choices) ?? '',
  };
}

function groupName({ groupId }: AddForm, { groups }: PlaceChoices): string | undefined {
  return groups.find((group) => group.groupId === groupId)?.name;
}

function crewName({ crewId }: AddForm, { crews }: PlaceChoices): string | undefined {
  return crews.find((crew) => crew.crewId === crewId)?.name;
}

export interface PlaceSheet {
  readonly place: Place;
  readonly title: string;
  readonly options: readonly Option[];
  /** Where there is nothing to choose from; '' otherwise. */
  readonly emptyNote: string;
}

/** @param near crews of people whom the phone knows in the branch. */
export function placeSheet(
  place: Place,
  form: AddForm,
  choices: PlaceChoices,
  near: readonly (string | null)[],
): PlaceSheet {
  if (place === 'group') {
    const emptyNote =
      choices.groups.length === 0 ? '支部还没有党小组。在支部页点“党小组”建好，再来选。' : '';
    const options = groupOptions(choices, form.groupId);
    return { place, title: '党小组', options, emptyNote };
  }
  const emptyNote =
    choices.crews.length === 0 ? '还没有设排班。请党委工作部在“排班设置”里设好，再来选。' : '';
  const options = crewOptions(choices, form.crewId, [form.crewId, ...near]);
  return { place, title: '值', options, emptyNote };
}

export type FormErrors = Partial<Record<'name' | 'staffNumber', string>>;
export const NO_ERRORS: FormErrors = {};

/** What is still to do, by field; nothing when the form can be sent. */
export function errorsOf(form: AddForm): FormErrors {
  const name = wordsFault(form.name, MOST_CHARACTERS.name, '还没写姓名，和员工卡一致。');
  const staffNumber = staffNumberProblem(form.staffNumber);
  return {
    ...(name !== '' && { name }),
    ...(staffNumber !== '' && { staffNumber }),
  };
}

export interface AddedView {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly note: string;
}

/** What has been done and what comes next. */
export function addedView(form: AddForm, choices: PlaceChoices, hasComeBack: boolean): AddedView {
  const { name, staffNumber } = inputOf(form);
  return {
    title: hasComeBack ? `${name}回到了名册` : `${name}已在名册里`,
    lines: [
      { label: '工号', value: staffNumber },
      { label: '党小组', value: groupName(form, choices) ?? '未分组' },
      { label: '值', value: crewName(form, choices) ?? '未定' },
      { label: '身份', value: ROLE_TEXT[form.standing] },
    ],
    note: hasComeBack
      ? '以前的学习和考勤记录接上了。把邀请码给本人，用姓名、工号和邀请码重新绑定微信。'
      : '接下来把邀请码给本人。打开清风，用姓名、工号和邀请码绑定微信，就能用了。',
  };
}
