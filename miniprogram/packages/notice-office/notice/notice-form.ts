import { MOST_CHARACTERS } from '../../../../contract/limits';
import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import type { OutputOf } from '../../../../contract/action';
import type { directory } from '../../../../contract/people/member';
import type { NoticeDraft } from '../../../../contract/notice/notice-shapes';
import { CHANNELS } from '../../../../domain/notice/kind-rules';
import { NOTICE_KINDS, type NoticeKind } from '../../../../domain/notice/kind-names';
import { KIND_RULES } from '../../../../domain/notice/notice-kinds';
import { addDays, dayOfInstant, instantOf } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { newRequestId } from '../../../api/request-id';
import { readDraft } from '../../../state/drafts';

/** Of what is typed, by the branch that it is for. */
export const formName = (branchId = ''): string => `notice ${branchId}`.trim();

export const AUDIENCES = ['branch', 'crews', 'groups'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];

/** How long a notice matters when the sender says nothing else. */
const DEADLINE_DAYS: Readonly<Record<NoticeDraft['urgency'], number>> = {
  urgent: 1,
  timely: 2,
  digest: 7,
};

const Form = v.object({
  /** Of this notice: however often it goes, after whatever answers were lost, it is sent once. */
  messageId: v.optional(v.string(), newRequestId),
  kind: v.picklist(NOTICE_KINDS),
  channel: v.picklist(CHANNELS),
  title: v.string(),
  body: v.string(),
  audience: v.picklist(AUDIENCES),
  crewIds: v.array(v.string()),
  groupIds: v.array(v.string()),
  isDigest: v.boolean(),
  /** Sent as soon as it suits each one; otherwise not before day and minute. */
  isLater: v.boolean(),
  sendDay: Day,
  sendMinute: v.number(),
  deadlineDay: Day,
  deadlineMinute: v.number(),
});
export type NoticeForm = v.InferOutput<typeof Form>;

export function emptyForm(nowMs: number): NoticeForm {
  const today = dayOfInstant(nowMs);
  return {
    messageId: newRequestId(),
    kind: 'branch-notice',
    channel: 'branch',
    title: '',
    body: '',
    audience: 'branch',
    crewIds: [],
    groupIds: [],
    isDigest: false,
    isLater: false,
    sendDay: addDays(today, 1),
    sendMinute: 9 * 60,
    deadlineDay: addDays(today, DEADLINE_DAYS.timely),
    deadlineMinute: 20 * 60,
  };
}

/** What was typed on this phone and not sent, while its deadline is ahead; otherwise an empty form. */
export function startForm(nowMs: number, branchId?: string): NoticeForm {
  const kept = v.safeParse(Form, readDraft(formName(branchId)));
  return kept.success && deadlineOf(kept.output) > nowMs ? kept.output : emptyForm(nowMs);
}

/** Another kind brings its channel and its deadline along. */
export function withKind(form: NoticeForm, kind: NoticeKind, nowMs: number): NoticeForm {
  const { channel, urgency } = KIND_RULES[kind];
  const deadlineDay = addDays(dayOfInstant(nowMs), DEADLINE_DAYS[urgency]);
  return { ...form, kind, channel, deadlineDay, isDigest: false };
}

export function withToggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}

const deadlineOf = ({ deadlineDay, deadlineMinute }: NoticeForm): number =>
  instantOf(deadlineDay, deadlineMinute);

export type FormProblem =
  | 'no-title'
  | 'title-too-long'
  | 'body-too-long'
  | 'no-audience'
  | 'starts-after-deadline';

/** The first thing that is missing, or what can be asked of the server. */
export function draftOf(
  form: NoticeForm,
):
  | { readonly ok: true; readonly draft: NoticeDraft }
  | { readonly ok: false; readonly problem: FormProblem } {
  const title = cleanWords(form.title);
  if (title === '') return { ok: false, problem: 'no-title' };
  if (title.length > MOST_CHARACTERS.title) return { ok: false, problem: 'title-too-long' };
  const audience = audienceOf(form);
  if (audience === undefined) return { ok: false, problem: 'no-audience' };
  const { urgency, isMustRead } = KIND_RULES[form.kind];
  const sendAfterAtMs = form.isLater ? instantOf(form.sendDay, form.sendMinute) : null;
  const deadlineAtMs = deadlineOf(form);
  if (sendAfterAtMs !== null && sendAfterAtMs >= deadlineAtMs) {
    return { ok: false, problem: 'starts-after-deadline' };
  }
  const body = cleanWords(form.body);
  if (body.length > MOST_CHARACTERS.body) return { ok: false, problem: 'body-too-long' };
  const draft: NoticeDraft = {
    kind: form.kind,
    channel: form.channel,
    urgency: urgency === 'timely' && form.isDigest ? 'digest' : urgency,
    title,
    body: body === '' ? null : body,
    audience,
    isMustRead,
    sendAfterAtMs,
    deadlineAtMs,
  };
  return { ok: true, draft };
}

function audienceOf({
  audience,
  crewIds,
  groupIds,
}: NoticeForm): NoticeDraft['audience'] | undefined {
  if (audience === 'branch') return { kind: 'branch' };
  if (audience === 'crews') return crewIds.length > 0 ? { kind: 'crews', crewIds } : undefined;
  return groupIds.length > 0 ? { kind: 'groups', groupIds } : undefined;
}

/** Whom a notice can be sent to, by name, with head counts. */
export interface Reach {
  /** '' before it is known. */
  readonly branchName: string;
  readonly total: number;
  readonly crews: readonly ReachPart[];
  readonly groups: readonly ReachPart[];
}
interface ReachPart {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export const unknownReach: Reach = { branchName: '', total: 0, crews: [], groups: [] };

export function reachOf({ branch, people, groups }: OutputOf<typeof directory>): Reach {
  const crews = new Map<string, ReachPart>();
  for (const { crewId, crewName } of people) {
    if (crewId === null || crewName === null) continue;
    const count = (crews.get(crewId)?.count ?? 0) + 1;
    crews.set(crewId, { id: crewId, name: crewName, count });
  }
  return {
    branchName: branch.name,
    total: people.length,
    crews: [...crews.values()],
    groups: groups.map(({ groupId, name }) => ({
      id: groupId,
      name,
      count: people.filter(({ groupName }) => groupName === name).length,
    })),
  };
}
