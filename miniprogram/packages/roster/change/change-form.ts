import * as v from 'valibot';
import { Day } from '../../../../contract/fields';
import type { ChangeDraft } from '../../../../contract/roster/roster-shapes';
import type { directory } from '../../../../contract/people/member';
import type { OutputOf } from '../../../../contract/action';
import { addDays, MINUTES_PER_DAY, type LocalDay } from '../../../../domain/time/local-day';
import { readDraft } from '../../../state/drafts';
import { CHANGE_TEXT, LEAVE_TEXT } from '../../../text/roster';
import { fullDayText, pickerClock } from '../../../text/when';

const KINDS = ['leave', 'training', 'on-loan', 'changed-hours'] as const;
const LEAVE_KINDS = ['annual', 'sick', 'personal', 'other'] as const;

const Form = v.object({
  kind: v.picklist(KINDS),
  fromDay: Day,
  /** Included, as people say it. */
  lastDay: Day,
  leaveKind: v.picklist(LEAVE_KINDS),
  startMinute: v.number(),
  endMinute: v.number(),
  /** '' for another company. */
  crewId: v.string(),
});
export type ChangeForm = v.InferOutput<typeof Form>;

export const FORM_NAME = 'roster-change';

/** A shift on one's own hours is named by when it begins: before 06:00 and from 20:00 by night. */
const DAY_FROM = 6 * 60;
const EVENING_FROM = 12 * 60;
const NIGHT_FROM = 20 * 60;

export function emptyForm(day: LocalDay): ChangeForm {
  return {
    kind: 'leave',
    fromDay: day,
    lastDay: day,
    leaveKind: 'annual',
    startMinute: 510,
    endMinute: 1050,
    crewId: '',
  };
}

/** What was begun on this phone for that day, or an empty form. */
export function startForm(day: LocalDay): ChangeForm {
  const kept = v.safeParse(Form, readDraft(FORM_NAME));
  return kept.success && kept.output.fromDay === day ? kept.output : emptyForm(day);
}

/** The last day follows when the first one passes it. */
export function withFirstDay(form: ChangeForm, fromDay: LocalDay): ChangeForm {
  return { ...form, fromDay, lastDay: form.lastDay < fromDay ? fromDay : form.lastDay };
}

/** What becomes of swaps that leave falls into; '' when it touches none. */
export function swapText(partners: readonly string[]): string {
  return partners.length === 0
    ? ''
    : `这几天里有换好的班：${partners.join('、')}照换好的班上，已发消息告知；你那个班由班组另外安排。`;
}

/** What is asked of the server; an end before the start is on the next day. */
export function draftOf(form: ChangeForm): ChangeDraft {
  const days = { fromDay: form.fromDay, toDay: addDays(form.lastDay, 1) };
  switch (form.kind) {
    case 'leave':
      return { kind: 'leave', ...days, leaveKind: form.leaveKind };
    case 'training':
      return {
        kind: 'training',
        ...days,
        slot: { ...hoursOf(form), label: 'study', kind: 'study-day' },
      };
    case 'on-loan':
      return { kind: 'on-loan', ...days, crewId: form.crewId === '' ? null : form.crewId };
    case 'changed-hours':
      return { kind: 'changed-hours', ...days, slots: [{ ...hoursOf(form), ...nameOf(form) }] };
  }
}

function hoursOf({ startMinute, endMinute }: ChangeForm) {
  const span = endMinute > startMinute ? endMinute : endMinute + MINUTES_PER_DAY;
  return { startMinute, durationMinutes: span - startMinute };
}

function nameOf({ startMinute }: ChangeForm) {
  if (startMinute < DAY_FROM || startMinute >= NIGHT_FROM) {
    return { label: 'night', kind: 'night' } as const;
  }
  return startMinute < EVENING_FROM
    ? ({ label: 'white', kind: 'day' } as const)
    : ({ label: 'middle', kind: 'evening' } as const);
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface FormView {
  readonly kinds: readonly Choice[];
  readonly leaveKinds: readonly Choice[];
  readonly crews: readonly Choice[];
  readonly hasHours: boolean;
  readonly fromDay: LocalDay;
  readonly fromText: string;
  readonly lastDay: LocalDay;
  readonly lastText: string;
  readonly start: string;
  readonly end: string;
  readonly isOvernight: boolean;
  readonly note: string;
}

export interface CrewName {
  readonly crewId: string;
  readonly name: string;
}

export const noCrews: readonly CrewName[] = [];

/** The crews that people of the branch work in. */
export function crewsOf({
  people,
}: Pick<OutputOf<typeof directory>, 'people'>): readonly CrewName[] {
  const known = new Map<string, string>();
  for (const { crewId, crewName } of people) {
    if (crewId !== null && crewName !== null) known.set(crewId, crewName);
  }
  return [...known].map(([crewId, name]) => ({ crewId, name }));
}

const NOTES: Readonly<Record<ChangeForm['kind'], string>> = {
  leave: '这几天算你不在岗，消息照常避开夜里。换好的班也可以请假。',
  training: '培训时间算在岗，消息等你下课。',
  'on-loan': '这几天按那个值的班走；去外单位的，班次算不知道。',
  'changed-hours': '只上半个班，或换了时间，写实际上班的钟点。',
};

export function toFormView(
  form: ChangeForm,
  crews: readonly CrewName[],
  today: LocalDay,
): FormView {
  return {
    kinds: KINDS.map((kind) => ({ id: kind, text: CHANGE_TEXT[kind], isOn: kind === form.kind })),
    leaveKinds: LEAVE_KINDS.map((kind) => ({
      id: kind,
      text: LEAVE_TEXT[kind],
      isOn: kind === form.leaveKind,
    })),
    crews: [...crews, { crewId: '', name: '外单位' }].map(({ crewId, name }) => ({
      id: crewId,
      text: name,
      isOn: crewId === form.crewId,
    })),
    hasHours: form.kind === 'training' || form.kind === 'changed-hours',
    fromDay: form.fromDay,
    fromText: fullDayText(form.fromDay, today),
    lastDay: form.lastDay,
    lastText: fullDayText(form.lastDay, today),
    start: pickerClock(form.startMinute),
    end: pickerClock(form.endMinute),
    isOvernight: form.endMinute <= form.startMinute,
    note: NOTES[form.kind],
  };
}
