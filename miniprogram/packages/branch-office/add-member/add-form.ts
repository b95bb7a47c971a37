import * as v from 'valibot';
import type { InputOf } from '../../../../contract/action';
import type { PlaceChoices } from '../../../../contract/people/keeping';
import { STANDINGS, type addMember } from '../../../../contract/people/member';
import { bareCode } from '../../../../domain/words/bare-code';
import { cleanWords } from '../../../../domain/words/clean-words';
import { readDraft } from '../../../state/drafts';

const Form = v.object({
  /** Of this person: a retry adds nobody twice. */
  memberId: v.string(),
  name: v.string(),
  staffNumber: v.string(),
  groupId: v.nullable(v.string()),
  crewId: v.nullable(v.string()),
  standing: v.picklist(STANDINGS),
});
export type AddForm = v.InferOutput<typeof Form>;

/** One draft for each branch: the committee office adds to several. */
export const formName = (branchId: string) => `add-member:${branchId}`;

export function emptyForm(memberId: string): AddForm {
  return {
    memberId,
    name: '',
    staffNumber: '',
    groupId: null,
    crewId: null,
    standing: 'member',
  };
}

/** What was begun on this phone, or an empty form. */
export function startForm(branchId: string, memberId: string): AddForm {
  const kept = v.safeParse(Form, readDraft(formName(branchId)));
  return kept.success ? kept.output : emptyForm(memberId);
}

/** For the next one: people of one group and crew are added one after the other. */
export function nextForm({ groupId, crewId, standing }: AddForm, memberId: string): AddForm {
  return { ...emptyForm(memberId), groupId, crewId, standing };
}

/** Without what is not to be chosen any more. */
export function fitting(form: AddForm, { groups, crews }: PlaceChoices): AddForm {
  return {
    ...form,
    groupId: groups.some(({ groupId }) => groupId === form.groupId) ? form.groupId : null,
    crewId: crews.some(({ crewId }) => crewId === form.crewId) ? form.crewId : null,
  };
}

/** What is asked of the server. */
export function inputOf(form: AddForm): Omit<InputOf<typeof addMember>, 'branchId'> {
  return { ...form, name: cleanWords(form.name), staffNumber: bareCode(form.staffNumber) };
}
