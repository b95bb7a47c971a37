import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import { dropDraft, readDraft, saveDraft } from '../../../state/drafts';
import { formOf, recordOf, type Meeting } from './meeting.view';
import { isTyped, type Held } from './read-anew';

const Form = v.object({
  day: Day,
  minute: v.number(),
  place: v.string(),
  present: v.array(v.string()),
  minutes: v.string(),
  decisions: v.string(),
});
/** What is typed, and the record on which it was begun; null: there was none. */
const Kept = v.object({ form: Form, over: v.nullable(Form) });

export const recordName = (month: string, { branchId = '' }: { readonly branchId?: string }) =>
  `star-meeting:${month} ${branchId}`.trim();

/** What is typed, or can be saved no more, stays in the phone; what is saved goes. docs/rules.md#R-351 */
export function keepRecord(name: string, held: Held, nowMs: number): void {
  if (held.left !== null) return;
  if (!isTyped(held, nowMs)) {
    dropDraft(name);
    return;
  }
  const { form, meeting } = held;
  saveDraft(name, { form, over: meeting.meeting === null ? null : formOf(meeting, nowMs) });
}

/** What was typed before the app ended, over the record as it was then; undefined: nothing. */
export function keptRecord(name: string, read: Meeting): Held | undefined {
  const kept = v.safeParse(Kept, readDraft(name));
  if (!kept.success) return undefined;
  const { form, over } = kept.output;
  const meeting = over === null ? null : recordOf(over, '');
  return { meeting: { ...read, meeting }, form, theirs: null, left: null };
}
