import type { Channel } from '../../../../domain/notice/kind-rules';
import { channelsOf } from '../../../../domain/notice/sender-choice';
import { NOTICE_KINDS, type NoticeKind } from '../../../../domain/notice/kind-names';
import { KIND_RULES } from '../../../../domain/notice/notice-kinds';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { readErrorText, TITLE_MISSING_TEXT } from '../../../text/errors';
import { CHANNEL_TEXT, NOTICE_KIND_TEXT } from '../../../text/notice';
import { fullDayText, pickerClock } from '../../../text/when';
import {
  AUDIENCES,
  type AudienceKind,
  type FormProblem,
  type NoticeForm,
  type Reach,
} from './notice-form';

const AUDIENCE_TEXT: Readonly<Record<AudienceKind, string>> = {
  branch: '全支部',
  crews: '按值',
  groups: '按党小组',
};

const FORM_PROBLEM_TEXT: Readonly<Record<FormProblem, string>> = {
  'no-title': TITLE_MISSING_TEXT,
  'title-too-long': '标题太长，删短再发，写的都还在。',
  'body-too-long': '内容太长，删短再发，写的都还在。',
  'no-audience': '还没选发给谁。',
  'starts-after-deadline': '开始送的时间在截止之后，改一下。',
};

/** What is missing → what to do, told beside the field. */
export type FormFaults = Readonly<Partial<Record<FormProblem, string>>>;
export const NO_FAULTS: FormFaults = {};
export const faultOf = (problem: FormProblem): FormFaults => ({
  [problem]: FORM_PROBLEM_TEXT[problem],
});

/** Of a list of people that did not come; the whole branch needs none. */
export function noDirectoryText(failure: Parameters<typeof readErrorText>[0]): string {
  return failure.code === 'offline' || failure.code === 'timeout'
    ? '没取到名单，先按全支部写。有网时再打开这一页。'
    : `没取到名单。${readErrorText(failure)}`;
}

/** Kinds that a person writes; the system writes the others. */
const WRITTEN = NOTICE_KINDS.filter((kind) => KIND_RULES[kind].isWritten);

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface FormView {
  readonly kind: NoticeKind;
  readonly kinds: readonly Choice[];
  /** Empty where the kind leaves no choice. */
  readonly channels: readonly Choice[];
  readonly channel: Channel;
  readonly kindNote: string;
  /** Whose people it goes to; '' before it is known. */
  readonly branchName: string;
  readonly title: string;
  readonly body: string;
  readonly audience: AudienceKind;
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
    kind: form.kind,
    kinds: WRITTEN.map((kind) => ({
      id: kind,
      text: NOTICE_KIND_TEXT[kind],
      isOn: kind === form.kind,
    })),
    channel: form.channel,
    channels: channelChoices(form),
    kindNote: KIND_NOTES[urgency === 'urgent' ? 'urgent' : isMustRead ? 'must' : 'plain'],
    branchName: reach.branchName,
    title: form.title,
    body: form.body,
    audience: form.audience,
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

/** None where the kind has one channel only. */
function channelChoices({ kind, channel: chosen }: NoticeForm): readonly Choice[] {
  const channels = channelsOf(kind);
  if (channels.length === 1) return [];
  return channels.map((channel) => ({
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
