import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import type { OutputOf } from '../../../../contract/action';
import type { directory } from '../../../../contract/people/member';
import type { NoticeDraft } from '../../../../contract/notice/notice-shapes';
import {
  CHANNELS,
  KIND_RULES,
  NOTICE_KINDS,
  type Channel,
  type NoticeKind,
} from '../../../../domain/notice/notice-kinds';
import { addDays, dayOfInstant, instantOf } from '../../../../domain/time/local-day';
import { readDraft } from '../../../state/drafts';
import { CHANNEL_TEXT, NOTICE_KIND_TEXT } from '../../../text/notice';
import { fullDayText, pickerClock } from '../../../text/when';

export const FORM_NAME = 'notice';

const AUDIENCES = ['branch', 'crews', 'groups'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];
const AUDIENCE_TEXT: Readonly<Record<AudienceKind, string>> = {
  branch: '全支部',
  crews: '按值',
  groups: '按党小组',
};

/** Kinds that a person writes; the system writes the others. */
const WRITTEN = NOTICE_KINDS.filter((kind) => KIND_RULES[kind].isWritten);

/** How long a notice matters when the sender says nothing else. */
const DEADLINE_DAYS: Readonly<Record<NoticeDraft['urgency'], number>> = {
  urgent: 1,
  timely: 2,
  digest: 7,
};

const Form = v.object({
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
export function startForm(nowMs: number): NoticeForm {
  const kept = v.safeParse(Form, readDraft(FORM_NAME));
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

/** The first thing that is missing, or what can be asked of the server. */
export function draftOf(
  form: NoticeForm,
):
  | { readonly ok: true; readonly draft: NoticeDraft }
  | { readonly ok: false; readonly problem: string } {
  const title = form.title.trim();
  if (title === '') return { ok: false, problem: '还没写标题。' };
  const audience = audienceOf(form);
  if (audience === undefined) return { ok: false, problem: '还没选发给谁。' };
  const { urgency, isMustRead } = KIND_RULES[form.kind];
  const sendAfterAtMs = form.isLater ? instantOf(form.sendDay, form.sendMinute) : null;
  const deadlineAtMs = deadlineOf(form);
  if (sendAfterAtMs !== null && sendAfterAtMs >= deadlineAtMs) {
    return { ok: false, problem: '开始送的时间在截止之后，改一下。' };
  }
  const body = form.body.trim();
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
  readonly total: number;
  readonly crews: readonly ReachPart[];
  readonly groups: readonly ReachPart[];
}
interface ReachPart {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export const unknownReach: Reach = { total: 0, crews: [], groups: [] };

export function reachOf({ people, groups }: OutputOf<typeof directory>): Reach {
  const crews = new Map<string, ReachPart>();
  for (const { crewId, crewName } of people) {
    if (crewId === null || crewName === null) continue;
    const count = (crews.get(crewId)?.count ?? 0) + 1;
    crews.set(crewId, { id: crewId, name: crewName, count });
  }
  return {
    total: people.length,
    crews: [...crews.values()],
    groups: groups.map(({ groupId, name }) => ({
      id: groupId,
      name,
      count: people.filter(({ groupName }) => groupName === name).length,
    })),
  };
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface FormView {
  readonly kinds: readonly Choice[];
  /** Empty where the kind leaves no choice. */
  readonly channels: readonly Choice[];
  readonly kindNote: string;
  readonly title: string;
  readonly body: string;
  readonly audiences: readonly Choice[];
  readonly parts: readonly Choice[];
  readonly canWait: boolean;
  readonly isDigest: boolean;
  readonly isLater: boolean;
  readonly today: string;
  readonly sendDay: string;
  readonly sendDayText: string;
  readonly sendTime: string;
  readonly deadlineDay: string;
  readonly deadlineDayText: string;
  readonly deadlineTime: string;
}

const KIND_NOTES: Readonly<Record<'urgent' | 'must' | 'plain', string>> = {
  urgent: '紧急：马上送到每个人，睡觉的人也会被叫醒。只用于安全。',
  must: '每个人要点“知道了”，没确认的人你看得到。',
  plain: '等每个人睡醒、下班再送。',
};

export function toFormView(form: NoticeForm, reach: Reach, nowMs: number): FormView {
  const today = dayOfInstant(nowMs);
  const { urgency, isMustRead } = KIND_RULES[form.kind];
  return {
    kinds: WRITTEN.map((kind) => ({
      id: kind,
      text: NOTICE_KIND_TEXT[kind],
      isOn: kind === form.kind,
    })),
    channels: form.kind === 'must-read' ? channelChoices(form.channel) : [],
    kindNote: KIND_NOTES[urgency === 'urgent' ? 'urgent' : isMustRead ? 'must' : 'plain'],
    title: form.title,
    body: form.body,
    audiences: AUDIENCES.map((kind) => ({
      id: kind,
      text: kind === 'branch' && reach.total > 0 ? `全支部 ${reach.total} 人` : AUDIENCE_TEXT[kind],
      isOn: kind === form.audience,
    })),
    parts: partChoices(form, reach),
    canWait: urgency === 'timely' && !isMustRead,
    isDigest: form.isDigest,
    isLater: form.isLater,
    today,
    sendDay: form.sendDay,
    sendDayText: fullDayText(form.sendDay, today),
    sendTime: pickerClock(form.sendMinute),
    deadlineDay: form.deadlineDay,
    deadlineDayText: fullDayText(form.deadlineDay, today),
    deadlineTime: pickerClock(form.deadlineMinute),
  };
}

/** A must-read belongs to a channel with its own editors; safety has its own kind. */
function channelChoices(chosen: Channel): readonly Choice[] {
  return (['party', 'integrity', 'branch'] as const).map((channel) => ({
    id: channel,
    text: CHANNEL_TEXT[channel],
    isOn: channel === chosen,
  }));
}

function partChoices(form: NoticeForm, reach: Reach): readonly Choice[] {
  if (form.audience === 'branch') return [];
  const isCrews = form.audience === 'crews';
  const chosen = isCrews ? form.crewIds : form.groupIds;
  return (isCrews ? reach.crews : reach.groups).map(({ id, name, count }) => ({
    id,
    text: `${name} ${count} 人`,
    isOn: chosen.includes(id),
  }));
}
