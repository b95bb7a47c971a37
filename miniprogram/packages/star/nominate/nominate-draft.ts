import * as v from 'valibot';
import type { starNominations } from '../../../../contract/star/nomination';
import type { OutputOf } from '../../../../contract/action';
import { NOMINATION_WAYS } from '../../../../domain/star/nomination';
import { cleanWords } from '../../../../domain/words/clean-words';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import type { NominateForm } from './nominate.view';

type Given = OutputOf<typeof starNominations>['given'];

const Kept = v.object({
  way: v.picklist(NOMINATION_WAYS),
  memberId: v.string(),
  deeds: v.string(),
  evidence: v.array(v.string()),
  isNamed: v.boolean(),
});

/**
 * What is typed of a nomination stays in the phone until it is sent: one for somebody new, and one for
 * each whose words are changed (`memberId`; '': somebody new). Nobody nominates in another branch. docs/rules.md#R-351
 */
const nameOf = (month: string, memberId: string): string => `nominate:${month}:${memberId}`;
export type DraftOf = readonly [month: string, memberId: string];

/** undefined: nothing, or what stands in `given` by now: the answer did not arrive. */
export function keptForm(of: DraftOf, ownId: string, given: Given): NominateForm | undefined {
  const kept = v.safeParse(Kept, readDraft(nameOf(...of)));
  if (!kept.success) return undefined;
  const { way, memberId, deeds } = kept.output;
  const nominated = way === 'self' ? ownId : memberId;
  const isThere = given.some(
    (each) =>
      each.memberId === nominated &&
      each.deeds === cleanWords(deeds) &&
      (each.state === 'waiting' || each.state === 'agreed'),
  );
  if (!isThere) return kept.output;
  dropForm(of);
  return undefined;
}

/** Without words there is nothing to keep. */
export function keepForm(of: DraftOf, form: NominateForm): void {
  if (cleanWords(form.deeds) === '') dropForm(of);
  else saveDraft(nameOf(...of), form);
}

export const dropForm = (of: DraftOf): void => dropDraft(nameOf(...of));
