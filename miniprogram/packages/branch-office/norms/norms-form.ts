import * as v from 'valibot';
import { NormsInput, type BranchNorms } from '../../../../contract/branch/norms';
import { readDraft } from '../../../state/drafts';

/** For whom it is set: for all branches, or for one. */
export type Scope = 'common' | 'own';
export const firstScope: Scope = 'common';

const Form = v.object({ norms: NormsInput, version: v.number() });
/** What is set, and upon which version it was begun. */
export type NormsForm = v.InferOutput<typeof Form>;

export const formName = (branchId: string, scope: Scope): string => `norms:${branchId}:${scope}`;

/** undefined: a newer version has put in what this one would lose by saving. */
export function formOf(told: BranchNorms, scope: Scope): NormsForm | undefined {
  const { version, ...norms } = told[scope];
  const known = v.safeParse(NormsInput, norms);
  return known.success ? { norms: known.output, version } : undefined;
}

/** What was begun on this phone; undefined when nothing was. */
export function unsavedForm(branchId: string, scope: Scope): NormsForm | undefined {
  const unsaved = v.safeParse(Form, readDraft(formName(branchId, scope)));
  return unsaved.success ? unsaved.output : undefined;
}
