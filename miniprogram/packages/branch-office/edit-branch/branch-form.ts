import * as v from 'valibot';
import type { InputOf } from '../../../../contract/action';
import { MOST_GROUPS } from '../../../../contract/limits';
import type { PlaceChoices, saveBranch } from '../../../../contract/people/keeping';
import { cleanWords } from '../../../../domain/words/clean-words';
import { readDraft } from '../../../state/drafts';

const Form = v.object({
  /** Of a new branch that was sent and not answered: nobody knows whether it is made. docs/rules.md#R-287 */
  sentId: v.optional(v.string(), ''),
  name: v.string(),
  groups: v.array(v.object({ groupId: v.string(), name: v.string() })),
  removedGroupIds: v.array(v.string()),
});
export type BranchForm = v.InferOutput<typeof Form>;

/** For a new branch under a name of its own. */
export const formName = (branchId: string) => `edit-branch:${branchId}`;

export const emptyForm: BranchForm = { sentId: '', name: '', groups: [], removedGroupIds: [] };

export function formOf({ branchName, groups }: PlaceChoices): BranchForm {
  return { ...emptyForm, name: branchName, groups };
}

/** What was begun on this phone; undefined when nothing was. */
export function unsavedForm(branchId: string): BranchForm | undefined {
  const unsaved = v.safeParse(Form, readDraft(formName(branchId)));
  return unsaved.success ? unsaved.output : undefined;
}

/** Whether something is to be saved that does not stand there. */
export function isUnsaved(form: BranchForm, saved: PlaceChoices): boolean {
  const { name, groups, removedGroupIds } = inputOf(form, '', saved);
  return name !== saved.branchName || groups.length > 0 || removedGroupIds.length > 0;
}

export const canAddGroup = ({ groups }: BranchForm): boolean => groups.length < MOST_GROUPS;

export function withGroup(form: BranchForm, groupId: string): BranchForm {
  return { ...form, groups: [...form.groups, { groupId, name: '' }] };
}

export function withGroupName(form: BranchForm, at: number, name: string): BranchForm {
  const groups = form.groups.map((group, index) => (index === at ? { ...group, name } : group));
  return { ...form, groups };
}

/** Of a group that was never saved nothing is left. */
export function withoutGroup(form: BranchForm, at: number, saved: PlaceChoices): BranchForm {
  const groupId = form.groups[at]?.groupId ?? '';
  const wasSaved = saved.groups.some((group) => group.groupId === groupId);
  return {
    ...form,
    groups: form.groups.filter((_, index) => index !== at),
    removedGroupIds: wasSaved ? [...form.removedGroupIds, groupId] : form.removedGroupIds,
  };
}

/** What is asked of the server: groups that are new or have another name, and which are to go. */
export function inputOf(
  form: BranchForm,
  branchId: string,
  saved: PlaceChoices,
): InputOf<typeof saveBranch> {
  const groups = form.groups
    .map(({ groupId, name }) => ({ groupId, name: cleanWords(name) }))
    .filter(
      ({ groupId, name }) =>
        name !== '' &&
        !saved.groups.some((group) => group.groupId === groupId && group.name === name),
    );
  const { removedGroupIds } = form;
  return { branchId, name: cleanWords(form.name), groups, removedGroupIds };
}
