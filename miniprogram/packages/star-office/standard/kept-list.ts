import * as v from 'valibot';
import { branchStandard, saveStandard } from '../../../../contract/star/standards';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import type { PageBranch } from '../../../state/page-branch';
import { formOf, type StandardForm } from './form.view';

const { base, items, terms } = branchStandard.output.entries.now.entries;
const Kept = v.object({
  form: v.object({ base, items, terms }),
  over: saveStandard.input.entries.over,
  /** What got no answer is asked for again under its id. */
  deedId: v.string(),
});

/** The version that was on the phone when the change was begun. */
export type Over = v.InferOutput<typeof Kept.entries.over>;

export interface KeptList {
  readonly form: StandardForm;
  readonly over: Over;
  readonly deedId: string;
}

const nameOf = ({ branchId = '' }: PageBranch): string => `standard:${branchId}`;

/** A list that is being changed stays in the phone until it is saved or left. docs/rules.md#R-351 */
export const keepList = (branch: PageBranch, list: KeptList): void =>
  saveDraft(nameOf(branch), list);

export const dropList = (branch: PageBranch): void => dropDraft(nameOf(branch));

export function keptList(branch: PageBranch): KeptList | undefined {
  const kept = v.safeParse(Kept, readDraft(nameOf(branch)));
  const form = kept.success ? formOf(kept.output.form) : undefined;
  return kept.success && form !== undefined ? { ...kept.output, form } : undefined;
}
