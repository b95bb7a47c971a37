import { directory, type Person } from '../../../../contract/people/member';
import { saveRecurring } from '../../../../contract/study/recurring';
import { planSittings, previewPublication } from '../../../../contract/study/planning';
import {
  audienceChoices,
  changeStudy,
  publishStudy,
  saveDraft,
} from '../../../../contract/study/writing';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { call, type Failure } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { toPreviewView, type PreviewView } from '../../../components/told-when/told-when.view';
import type { PageBranch } from '../../../state/page-branch';
import { CHANGE_TEXT, MONTHLY_TEXT, PUBLISH_TEXT, RECURRING_TEXT } from '../../../text/edit-study';
import { errorText } from '../../../text/errors';
import type { Choices } from './audience.view';
import type { FormView } from './edit-study.view';
import type { Clashes } from './own-clashes.view';
import { clashesOf, heldIn, toWeighed } from './sitting-plan/held.view';
import { toDraft, toRecurring, type StudyForm } from './study-form';

/** Whom of a branch an audience can be chosen from; as last heard when nobody answers. */
export async function fetchAudience(branch: PageBranch): Promise<{
  readonly choices: Choices | undefined;
  readonly people: readonly Person[];
  readonly problem: string;
}> {
  const [asked, people] = await Promise.all([
    fetchAndRemember(audienceChoices, branch),
    fetchAndRemember(directory, branch),
  ]);
  const choices = asked.ok ? asked.output : remembered(audienceChoices, branch)?.output;
  const known = people.ok ? people.output : remembered(directory, branch)?.output;
  const isMissing = choices === undefined && !asked.ok;
  return {
    choices,
    people: known?.people ?? [],
    problem: isMissing ? errorText(asked, {}) : '',
  };
}

/** What the sittings of a form collide with as they are now; undefined where nobody says. */
export async function fetchClashes({ asked, held }: FormView): Promise<Clashes | undefined> {
  const sittings = heldIn(held);
  const ask = { kind: 'weigh' as const, sittings: toWeighed(sittings) };
  const result = await call(planSittings, { ...asked, ask });
  return result.ok ? clashesOf(result.output, sittings) : undefined;
}

/** Who hears of the draft that the server has, and when; null where nobody says. */
export async function fetchTold(studyId: string): Promise<PreviewView | null> {
  const result = await call(previewPublication, { studyId });
  return result.ok ? toPreviewView(result.output, false, result.output.late) : null;
}

/** Has what was published held every month; what is to be said of it after "published". */
export async function keepMonthly(typed: StudyForm, branch: PageBranch): Promise<string> {
  const recurring = toRecurring(typed);
  const result = await call(saveRecurring, { ...branch, recurringId: typed.studyId, recurring });
  return result.ok
    ? MONTHLY_TEXT.kept(dayOfInstant(result.output.nextDraftAtMs))
    : MONTHLY_TEXT.notKept(errorText(result, RECURRING_TEXT));
}

export type Sent =
  | { readonly ok: true; readonly done: 'published' | 'saved' }
  | { readonly ok: false; readonly failure: Failure; readonly problem: string };

/** Whether what stands on the server is not what this form was written over. */
export const isOutdated = (code: string): boolean =>
  code === 'changed-meanwhile' || code === 'already-published' || code === CALLED_OFF_CODE;
/** Of a study that takes nothing any more: what was typed can become a new one. */
export const CALLED_OFF_CODE = 'study-cancelled';

/** The server's copy of what is typed, over the one that this phone has seen. */
export function storeDraft(typed: StudyForm, branch: PageBranch, requestId: string) {
  const { studyId } = typed;
  const input = { ...branch, studyId, ...seenBy(typed), draft: toDraft(typed) };
  return call(saveDraft, input, requestId);
}

const seenBy = ({ draftRevision }: StudyForm): { readonly revision?: number } =>
  draftRevision === undefined ? {} : { revision: draftRevision };

/** Publishes the draft that the server has, or changes what is published. */
export async function sendStudy(
  typed: StudyForm,
  isToldToAll: boolean,
  requestId: string,
): Promise<Sent> {
  const { studyId, revision } = typed;
  if (revision === null) {
    const result = await call(publishStudy, { studyId, ...seenBy(typed) }, requestId);
    return result.ok
      ? { ok: true, done: 'published' }
      : { ok: false, failure: result, problem: errorText(result, PUBLISH_TEXT) };
  }
  const input = { studyId, revision, draft: toDraft(typed), isToldToAll };
  const result = await call(changeStudy, input, requestId);
  return result.ok
    ? { ok: true, done: 'saved' }
    : { ok: false, failure: result, problem: errorText(result, CHANGE_TEXT) };
}
